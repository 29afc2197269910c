"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { openSession } from "./open-session";

type Props = {
  provider: "link" | "demo";
  fields: Record<string, string>;
  next: string;
  /** `row`: one of a list of people, rather than a button by itself. */
  look?: "primary" | "row";
  children: ReactNode;
};

const ROW = "flex w-full cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-hover";

/** Signs in when it is pressed, and says so if it could not. */
export function SignInButton({ provider, fields, next, look = "primary", children }: Props) {
  const [state, setState] = useState<{ pending?: boolean; refusal?: string }>({});
  const press = async () => {
    if (state.pending) return;
    setState({ pending: true });
    const refusal = await openSession(provider, fields, next);
    if (refusal) setState({ refusal });
  };
  return (
    <>
      {look === "row" ? (
        <button type="button" className={ROW} aria-busy={state.pending} onClick={press}>
          {children}
        </button>
      ) : (
        <Button variant="primary" pending={state.pending ?? false} onClick={press}>
          {children}
        </Button>
      )}
      {state.refusal && (
        <p role="alert" className="mt-2 text-danger text-sm">
          {state.refusal}
        </p>
      )}
    </>
  );
}
