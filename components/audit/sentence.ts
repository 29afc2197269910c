import type { AuditAction } from "@/lib/audit-action";
import type { AuditEntry } from "@/lib/services/audit";

/** What a sentence is made of. */
export type Told = Pick<AuditEntry, "actorName" | "action" | "subject" | "before" | "after">;

/** What was done, as somebody would tell it: “Maya Chen published Code review 1.2.0.” An action without its words does not compile. */
export function auditSentence(entry: Told): string {
  return `${entry.actorName} ${words[entry.action]?.(entry) ?? `did ${entry.action} to ${entry.subject.name}`}.`;
}

const words: Record<AuditAction, (entry: Told) => string> = {
  "link.request": () => "asked for a sign-in link",
  "member.add": ({ subject, after }) => `added ${subject.name} as ${role(after?.role)}`,
  "member.change_role": ({ subject, before, after }) =>
    `made ${subject.name} ${role(after?.role)}${before ? `, who was ${role(before.role)}` : ""}`,
  "member.remove": ({ subject }) => `removed ${subject.name}`,
  "rating.remove": ({ subject }) => `removed their rating of ${subject.name}`,
  "rating.save": ({ subject, before, after }) =>
    before
      ? `changed their rating of ${subject.name} from ${stars(before.stars)} to ${stars(after?.stars)}`
      : `gave ${subject.name} ${stars(after?.stars)}`,
  "request.close": ({ subject, after }) =>
    `closed the request “${subject.name}”${text(after?.skill) && `, which ${text(after?.skill)} answers`}`,
  "request.create": ({ subject }) => `asked for a skill: “${subject.name}”`,
  "request.unvote": ({ subject }) => `took back their vote for “${subject.name}”`,
  "request.vote": ({ subject }) => `voted for the request “${subject.name}”`,
  "search_model.update": ({ before, after }) =>
    after || !before
      ? `had search use ${text(after?.model) || "another model"}`
      : "removed the hall’s own search model",
  "session.close": () => "signed out",
  "session.open": ({ after }) =>
    after?.method === "link" ? "signed in by a link" : after?.method === "demo" ? "signed in to the demo" : "signed in",
  "settings.update": ({ before, after }) => settings(before, after),
  "skill.archive": ({ subject }) => `archived ${subject.name}`,
  "skill.edit": ({ subject, after }) => `changed ${listOf(names(after, skillParts))} of ${subject.name}`,
  "skill.publish": ({ subject, after }) =>
    `published ${[subject.name, text(after?.version)].filter(Boolean).join(" ")}`,
  "skill.restore": ({ subject }) => `put ${subject.name} back`,
  "tenant.create": ({ subject }) => `was named the first admin of ${subject.name}`,
  "usage.record": ({ subject, after }) => {
    const skill = [subject.name, text(after?.version)].filter(Boolean).join(" ");
    return after?.kind === "install_copy" ? `copied the way to install ${skill}` : `downloaded ${skill}`;
  },
  "version.publish": ({ subject }) => `published ${subject.name}`,
};

type Details = Told["before"];

const settingsParts: Record<string, string> = {
  name: "the name",
  tagline: "the tagline",
  accentColor: "the accent colour",
  access: "who may look around",
  defaultSort: "the usual order",
  categories: "the categories",
  logo: "the logo",
};

const skillParts: Record<string, string> = {
  name: "the title",
  description: "the description",
  category: "the category",
  tags: "the tags",
};

function settings(before: Details, after: Details): string {
  const changed = Object.keys(after ?? {}).filter((key) => key !== "movedSkills");
  if (changed.length === 1 && changed[0] === "access") {
    return after?.access === "public" ? "opened the hall to public reading" : "closed the hall to all but its members";
  }
  if (changed.length === 1 && changed[0] === "logo") {
    return !after?.logo ? "removed the logo" : before?.logo ? "replaced the logo" : "added a logo";
  }
  return `changed ${listOf(names(after, settingsParts))}`;
}

function names(after: Details, parts: Record<string, string>): string[] {
  const known = Object.keys(after ?? {}).flatMap((key) => parts[key] ?? []);
  return known.length > 0 ? known : ["the details"];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function role(value: unknown): string {
  const name = text(value) || "member";
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

const stars = (value: unknown): string => `${Number(value) || 0} ${value === 1 ? "star" : "stars"}`;

/** `the name`, `the name and the tagline`, `the name, the tagline and the logo`. */
function listOf(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
