// `npm run import -- --tenant acme PATH…`: publishes many skills at once, as one member.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { MemberContext } from "@/lib/context";
import { EnvError, env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { closeRenderers } from "@/lib/markdown/render";
import { findMember } from "@/lib/services/members";
import { type ImportSummary, importSkills } from "@/lib/services/publish-import";
import { findFirstAdmin } from "@/lib/services/skill-author";
import { categoriesOf, unknownCategory } from "@/lib/services/skill-category";
import { findOperatorContext } from "@/lib/services/tenants";
import { read } from "@/lib/services/unit";
import { progressOf } from "./support/import-progress";
import { reportLines, summaryLines } from "./support/import-report";
import { candidatesOf, listSources } from "./support/import-sources";
import { withDatabase } from "./support/open-database";

const USAGE = `npm run import -- --tenant ADDRESS [--author E-MAIL] [--category NAME] [--report FILE] PATH…

Publishes every skill under each PATH: folders of packages, zips, and .jsonl or .jsonl.gz files with one skill a line
({"source", "path", "skill_md"}). The author is the organisation's first admin unless named. What is published already
stays as it is. Refused skills are listed in the report with file, line, rule and reason.`;

// A person reads this many in the terminal; all of them are in the report.
const SHOWN = 10;

const TEXT = { type: "string" } as const;
const options = { tenant: TEXT, author: TEXT, category: TEXT, report: TEXT };

async function run(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (!values.tenant || positionals.length === 0) throw new DomainError("invalid", USAGE);
  const ctx = await authorOf(values.tenant, values.author);
  await refuseUnknownCategory(ctx, values.category);
  const sources = await listSources(positionals);
  const total = sources.reduce((sum, source) => sum + source.count, 0);
  console.log(`Importing ${total.toLocaleString("en")} skills into ${values.tenant} as ${ctx.member.name}.`);
  const since = performance.now();
  const progress = progressOf(total);
  const summary = await importSkills(ctx, candidatesOf(sources), {
    category: values.category,
    onProgress: (done) => progress.show(done),
  }).finally(() => progress.end());
  console.log(summaryLines(summary, (performance.now() - since) / 1000).join("\n"));
  report(summary, values.report ?? join(env().dataDir, `import-${values.tenant}.tsv`));
}

async function authorOf(slug: string, email: string | undefined): Promise<MemberContext> {
  const ctx = await findOperatorContext(slug);
  if (!ctx) throw new DomainError("not_found", `There is no organisation at “${slug}”.`);
  const member = email ? await findMember(ctx, email.trim().toLowerCase()) : await findFirstAdmin(ctx);
  if (!member) throw new DomainError("not_found", `${email ?? "An admin"} is not a member of ${slug}.`);
  return { ...ctx, member };
}

async function refuseUnknownCategory(ctx: MemberContext, category: string | undefined): Promise<void> {
  if (category === undefined) return;
  const categories = await read(ctx, (tx) => categoriesOf(tx, ctx));
  if (!categories.includes(category)) throw unknownCategory(category);
}

function report({ refused }: ImportSummary, path: string): void {
  if (refused.length === 0) return;
  const lines = reportLines(refused);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join("\n")}\n`);
  console.log(["", "Refused, with file, line, rule and reason:", ...lines.slice(1, SHOWN + 1)].join("\n"));
  console.log(
    refused.length > SHOWN ? `… and ${refused.length - SHOWN} more. All of them are in ${path}.` : `Also in ${path}.`,
  );
}

withDatabase(() => run(process.argv.slice(2)))
  .catch((error: unknown) => {
    const isSentence = error instanceof DomainError || error instanceof EnvError || isArgumentError(error);
    console.error(isSentence ? (error as Error).message : error);
    process.exitCode = 1;
  })
  .finally(() => closeRenderers());

function isArgumentError(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith("ERR_PARSE_ARGS");
}
