import { sql } from "drizzle-orm";
import type { MemberContext, TenantContext } from "@/lib/context";
import type { PackageFile } from "@/lib/package/file";
import { type Published, type PublishInput, publishSkill } from "./publish";
import { someone } from "./testing";
import { read } from "./unit";

/** A word that no hall but the other one has. Found anywhere in an answer, something has crossed. */
export const CANARY = "kanarienvogel";

type Words = { name?: string; title?: string; description?: string; body?: string; extra?: string };

export function file(path: string, text: string, executable = false): PackageFile {
  return { path, bytes: new TextEncoder().encode(text), executable };
}

/** A small package. `extra` is further lines of front matter. */
export function packageOf(words: Words = {}): PackageFile[] {
  const { name = "code-review", title = "Code review", extra = "" } = words;
  const {
    description = "Reviews a change. Use it before merging.",
    body = "Read the change, then say what is wrong.",
  } = words;
  return [file("SKILL.md", `---\nname: ${name}\ndescription: ${description}\n${extra}---\n\n# ${title}\n\n${body}\n`)];
}

export type SomeSkill = Words & Partial<Omit<PublishInput, "files">> & { files?: PackageFile[] };

/** Publishes a small package, with whatever is said of it. */
export function publish(ctx: MemberContext, skill: SomeSkill = {}): Promise<Published> {
  const { category = "other", tags = [], version = "1.0.0", changelog = "" } = skill;
  return publishSkill(ctx, { files: skill.files ?? packageOf(skill), category, tags, version, changelog });
}

/** Two halls with a skill of the same name in each; all the other one's words are canaries. */
export async function twoHalls(): Promise<{ mine: MemberContext; theirs: MemberContext }> {
  const [mine, theirs] = [await someone("admin"), await someone("admin")];
  await publish(theirs, {
    title: `${CANARY} review`,
    description: `${CANARY} reviews ${CANARY}.`,
    body: `## ${CANARY}\n\n${CANARY}`,
    tags: [CANARY],
    changelog: CANARY,
  });
  return { mine, theirs };
}

export async function countAudit(ctx: Pick<TenantContext, "tenantId">, action?: string): Promise<number> {
  return read(ctx, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_logs where ${action ? sql`action = ${action}` : sql`true`}`,
    );
    return row?.n ?? 0;
  });
}

/** Everything that a hall has of skills, in one text: to see that somebody else's work left it alone. */
export async function stateOf(ctx: Pick<TenantContext, "tenantId">): Promise<string> {
  return read(ctx, async (tx) => {
    const rows = await tx.execute(sql`
      select (select json_agg(s order by s.id) from skills s) as skills,
        (select json_agg(json_build_array(v.id, v.version, v.digest) order by v.id) from skill_versions v) as versions,
        (select json_agg(r order by r.id) from ratings r) as ratings, (select count(*) from usage_events) as uses,
        (select json_agg(d order by d.skill_id) from skill_documents d) as documents, (select count(*) from audit_logs) as log`);
    return JSON.stringify(rows);
  });
}
