import { type Finding, refusal, shown } from "../finding";

/** Thrown inside the archive reader only: the first thing that makes an archive untrustworthy ends the reading. */
export class RefusedArchive extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** Refuses with the entry named; `entry` is empty when the archive as a whole is meant. */
export function refuse(rule: string, entry: string, message: string): never {
  throw new RefusedArchive(refusal(rule, entry === "" ? "" : shown(entry, 200), null, message));
}
