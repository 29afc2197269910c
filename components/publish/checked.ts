import type { ShownFinding } from "../skills/findings-list";

/** What the server says of a package before it is published. */
export type Checked = {
  skill: {
    slug: string;
    title: string;
    description: string;
    tags: string[];
    version: string | null;
    size: number;
    files: { path: string; size: number }[];
  } | null;
  findings: ShownFinding[];
  existing: { slug: string; latestVersion: string; mine: boolean; authorName: string } | null;
  /** Skills that are much like it, the most alike first; `similarity` from 0 to 1. */
  similar: { slug: string; name: string; description: string; similarity: number }[];
  next: { patch: string; minor: string; major: string };
};

/** What may be published, and as what: a first version, a next one, or nothing, with the sentence why. */
export type Verdict =
  | { kind: "new"; skill: NonNullable<Checked["skill"]> }
  | { kind: "next"; skill: NonNullable<Checked["skill"]>; latestVersion: string }
  | { kind: "refused"; because: string };

/** @param expected the skill whose next version this must be, if it must be one */
export function verdictOf({ skill, findings, existing }: Checked, expected: string | null): Verdict {
  if (!skill) {
    const errors = findings.filter(
      ({ level, target }) => level === "error" && /^(agentskills|guildhall)$/.test(target),
    );
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    return { kind: "refused", because: `${count} to correct before this can be published.` };
  }
  if (expected && skill.slug !== expected) {
    return {
      kind: "refused",
      because: `This package is called “${skill.slug}”, not “${expected}”. A skill keeps its name.`,
    };
  }
  if (!existing) return { kind: "new", skill };
  if (existing.mine || expected) return { kind: "next", skill, latestVersion: existing.latestVersion };
  return {
    kind: "refused",
    because: `${existing.authorName} publishes a skill called “${existing.slug}” here. Give yours another name.`,
  };
}
