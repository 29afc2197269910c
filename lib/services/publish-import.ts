import { eq } from "drizzle-orm";
import { skills, skillVersions } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { NO_CATEGORY } from "@/lib/inputs/skill";
import type { PackageFile } from "@/lib/package/file";
import { type Finding, refuses } from "@/lib/package/finding";
import { parsePackage } from "@/lib/package/parse";
import { tagsOf, versionOf } from "./publish-check";
import { render } from "./publish-package";
import { type Outcome, publishReleases, type Release } from "./publish-release";
import { inTenant } from "./scope";
import { categoriesOf } from "./skill-category";
import { read, type Transaction } from "./unit";

/** One thing that may be a skill, and how a person would find it again. */
export type Candidate = { where: string } & ({ files: PackageFile[]; folder?: string } | { unreadable: Finding[] });

/** Why one candidate was refused: a rule of the package, or `name-taken`, `version-taken`, `not-published`. */
export type RefusedCandidate = { where: string; line: number | null; rule: string; reason: string };

export type ImportSummary = { published: number; unchanged: number; refused: RefusedCandidate[] };

export type ImportOptions = {
  /** For every skill whose package does not name one of the hall's own. */
  category?: string;
  /** Called after each candidate, with how many are done. */
  onProgress?: (done: number) => void;
};

// One transaction holds this many whole skills: large enough to share its commit, small enough to stay short.
const BATCH = 100;
const BATCH_BYTES = 8 * 1024 * 1024;
// So that neither the writer nor the renderer waits for the other where one batch is harder than the next.
const BATCHES_AHEAD = 2;

type HallNow = { categories: string[]; published: Map<string, string> };

/** The digest of every version, by `name@version`: what is there already need not be rendered to find that out. */
async function publishedIn(tx: Transaction, ctx: MemberContext): Promise<Map<string, string>> {
  const rows = await tx
    .select({ slug: skills.slug, version: skillVersions.version, digest: skillVersions.digest })
    .from(skillVersions)
    .innerJoin(skills, inTenant(ctx, skills, eq(skills.id, skillVersions.skillId)))
    .where(inTenant(ctx, skillVersions));
  return new Map(rows.map((row) => [`${row.slug}@${row.version}`, row.digest]));
}

type Prepared = { where: string; release: Release };

/**
 * Publishes many packages as one member. What is there already with the same bytes stays; of several that have one name the
 * first wins. A crash leaves whole skills only, and a second run goes on where it was.
 */
export async function importSkills(
  ctx: MemberContext,
  candidates: AsyncIterable<Candidate>,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const summary: ImportSummary = { published: 0, unchanged: 0, refused: [] };
  const hall = await read(ctx, async (tx) => ({
    categories: await categoriesOf(tx, ctx),
    published: await publishedIn(tx, ctx),
  }));
  const names = new Map<string, { where: string; digest: string }>();
  let done = 0;
  const finish = (count: number) => {
    done += count;
    options.onProgress?.(done);
  };
  let waiting: Promise<Prepared>[] = [];
  let bytes = 0;
  const writing: Promise<void>[] = [];
  for await (const candidate of candidates) {
    const prepared = prepare(candidate, names, { ...options, ...hall }, summary);
    if (!prepared) finish(1);
    else waiting.push(prepared);
    bytes += prepared ? bytesOf(candidate) : 0;
    if (waiting.length < BATCH && bytes < BATCH_BYTES) continue;
    // The next batches are read and rendered while this one is written.
    if (writing.length >= BATCHES_AHEAD) await writing.shift();
    const batch = waiting;
    const before = writing.at(-1) ?? Promise.resolve();
    const written = before.then(async () => finish(await writeBatch(ctx, batch, summary)));
    // Awaited above or below; a failure meanwhile must not count as unheard.
    written.catch(() => {});
    writing.push(written);
    waiting = [];
    bytes = 0;
  }
  await writing.at(-1);
  finish(await writeBatch(ctx, waiting, summary));
  return summary;
}

const bytesOf = (candidate: Candidate): number =>
  "files" in candidate ? candidate.files.reduce((sum, file) => sum + file.bytes.length, 0) : 0;

/** Reads and checks at once, renders later. Null when that ended it, and the summary knows. */
function prepare(
  candidate: Candidate,
  names: Map<string, { where: string; digest: string }>,
  options: ImportOptions & HallNow,
  summary: ImportSummary,
): Promise<Prepared> | null {
  const { where } = candidate;
  const refuse = (refused: Omit<RefusedCandidate, "where">) => {
    summary.refused.push({ where, ...refused });
    return null;
  };
  const { skill, findings } =
    "unreadable" in candidate
      ? { skill: null, findings: candidate.unreadable }
      : parsePackage(candidate.files, candidate.folder);
  if (!skill) {
    const [first, ...others] = findings.filter(refuses);
    const more = others.length > 0 ? ` (and ${others.map((finding) => finding.rule).join(", ")})` : "";
    const line = first?.line ?? null;
    return refuse({
      line,
      rule: first?.rule ?? "empty",
      reason: `${first?.message ?? "There is nothing in it."}${more}`,
    });
  }
  const version = versionOf(skill) ?? "1.0.0";
  const earlier = names.get(skill.name);
  const isThere = options.published.get(`${skill.name}@${version}`) === skill.digest;
  if (isThere || earlier?.digest === skill.digest) {
    names.set(skill.name, earlier ?? { where, digest: skill.digest });
    summary.unchanged += 1;
    return null;
  }
  if (earlier) {
    const reason = `The name “${skill.name}” was taken earlier in this import by ${earlier.where}. A hall has one skill of a name: rename one.`;
    return refuse({ line: null, rule: "name-taken", reason });
  }
  names.set(skill.name, { where, digest: skill.digest });
  const release = { category: categoryOf(skill, options), tags: tagsOf(skill), version, changelog: "" };
  return render(skill, findings).then((ready) => ({ where, release: { ready, ...release } }));
}

function categoryOf(
  { metadata, frontMatter }: Pick<Release["ready"]["skill"], "metadata" | "frontMatter">,
  { category, categories }: ImportOptions & { categories: string[] },
): string {
  const named = String(metadata.category ?? frontMatter.category ?? "")
    .trim()
    .toLowerCase();
  return categories.find((known) => known.toLowerCase() === named) ?? category ?? NO_CATEGORY;
}

/** @returns how many it dealt with */
async function writeBatch(ctx: MemberContext, waiting: Promise<Prepared>[], summary: ImportSummary): Promise<number> {
  const batch = await Promise.all(waiting);
  if (batch.length === 0) return 0;
  const outcomes = await outcomesOf(ctx, batch);
  for (const [index, outcome] of outcomes.entries()) {
    const { where } = batch[index] as Prepared;
    if ("refusal" in outcome) summary.refused.push({ where, line: null, ...refusalOf(outcome.refusal) });
    else if (outcome.published.created) summary.published += 1;
    else summary.unchanged += 1;
  }
  return batch.length;
}

/** When the database refuses a batch, each of it gets its own transaction, so that one skill never keeps out its neighbours. */
async function outcomesOf(ctx: MemberContext, batch: Prepared[]): Promise<Outcome[]> {
  const releases = batch.map((prepared) => prepared.release);
  try {
    return await publishReleases(ctx, releases);
  } catch (error) {
    if (error instanceof DomainError) throw error;
  }
  const outcomes: Outcome[] = [];
  for (const release of releases) outcomes.push(await publishAlone(ctx, release));
  return outcomes;
}

async function publishAlone(ctx: MemberContext, release: Release): Promise<Outcome> {
  try {
    const [outcome] = await publishReleases(ctx, [release]);
    return outcome as Outcome;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    console.error(`${release.ready.skill.name} could not be stored:`, error);
    return { refusal: new DomainError("invalid", "The database did not take it; the error is in the terminal.") };
  }
}

function refusalOf(refusal: DomainError): { rule: string; reason: string } {
  const taken = refusal.fields.version ? "version-taken" : "name-taken";
  return { rule: refusal.code === "conflict" ? taken : "not-published", reason: refusal.message };
}
