"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/action/submit-button";
import { Badge } from "@/components/ui/mark/badge";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { type ActionState, idle } from "@/lib/action-state";

type OwnSession = { id: string; address: string | null; userAgent: string | null; createdAt: Date };
type Props = {
  sessions: OwnSession[];
  current: string;
  close: (state: ActionState, form: FormData) => Promise<ActionState>;
};

/** The places where the member is signed in, each of which can be ended from here. */
export function OwnSessions({ sessions, current, close }: Props) {
  const [state, send] = useActionState(close, idle);
  return (
    <>
      <p role="status" className="text-muted text-sm empty:hidden">
        {state.message}
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 p-4">
            <div className="grid min-w-0">
              <span className="flex flex-wrap items-center gap-2">
                {browserOf(session.userAgent)} {session.id === current && <Badge>This one</Badge>}
              </span>
              <span className="text-muted text-sm">
                Since <RelativeTime date={session.createdAt} />
                {session.address && ` from ${session.address}`}
              </span>
            </div>
            {session.id !== current && (
              <form action={send}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton size="sm">Sign out there</SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A browser's name in a few words, from a header that says everything but. */
function browserOf(userAgent: string | null): string {
  const browser = /Firefox|Edg|OPR|Chrome|Safari|curl/.exec(userAgent ?? "")?.[0];
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(userAgent ?? "")?.[0];
  const name = browser === "Edg" ? "Edge" : browser === "OPR" ? "Opera" : browser;
  return [name ?? "A browser", system && `on ${system}`].filter(Boolean).join(" ");
}
