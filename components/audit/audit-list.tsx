"use client";

import Link from "next/link";
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
      {lines.map(({ seq, at, sentence, changes, address }) => (
        <li key={seq}>
          <details>
            <summary>
              <span className="audit-seq">{seq}</span>
              <span className="audit-told">{sentence}</span>
              <RelativeTime date={at} />
            </summary>
            <ChangeDetails at={at} changes={changes} address={address}>
              <Link href={`/admin/audit/${seq}`} prefetch={false}>
                Row {seq} alone
              </Link>
            </ChangeDetails>
          </details>
        </li>
      ))}
    </ol>
  );
}
