"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { openSession } from "./open-session";

type Props = {
  provider: "link" | "demo";
  fields: Record<string, string>;
  next: string;
  className?: string;
  primary?: boolean;
  children: ReactNode;
};

/** Signs in when it is pressed, and says so if it could not. */
export function SignInButton({ provider, fields, next, className, primary, children }: Props) {
  const [state, setState] = useState<{ pending?: boolean; refusal?: string }>({});
  const press = async () => {
    setState({ pending: true });
    const refusal = await openSession(provider, fields, next);
    if (refusal) setState({ refusal });
  };
  return (
    <>
      <Button
        variant={primary ? "primary" : "ghost"}
        className={className}
        pending={state.pending ?? false}
        onClick={press}
      >
        {children}
      </Button>
      {state.refusal && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {state.refusal}
        </p>
      )}
    </>
  );
}
