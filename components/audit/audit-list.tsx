"use client";

import { useState } from "react";
import { RelativeTime } from "../ui/text/relative-time";
import type { AuditLine } from "./audit-line";
import { ChangeDetails } from "./change-details";

/**
 * The log, newest first. A client's component for one reason: what a server's component draws is sent twice, as the page and as
 * what React needs to take it over, and of these thirty rows the second would be the larger half.
 */
export function AuditList({ lines }: { lines: AuditLine[] }) {
  return (
    <ol className="audit-list" aria-label="Log, newest first">
      {lines.map((line) => (
        <AuditRow key={line.seq} line={line} />
      ))}
    </ol>
  );
}

/** One row. Its details are drawn when it is opened; without a script, the page of the row alone has them. */
function AuditRow({ line: { seq, at, sentence, changes, address } }: { line: AuditLine }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <li>
      <details onToggle={() => setWasOpened(true)}>
        <summary>
          <span>{seq}</span>
          <b>{sentence}</b>
          <RelativeTime date={at} />
        </summary>
        {wasOpened && <ChangeDetails at={at} changes={changes} address={address} />}
        <a href={`/admin/audit/${seq}`}>All about row {seq}</a>
      </details>
    </li>
  );
}
