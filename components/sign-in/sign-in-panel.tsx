import type { ReactNode } from "react";

type Props = { title: string; tagline?: string; children: ReactNode };

/** The one narrow column in which people sign in. */
export function SignInPanel({ title, tagline, children }: Props) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 py-8 sm:py-16">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {tagline && <p className="text-muted">{tagline}</p>}
      </header>
      {children}
    </div>
  );
}
