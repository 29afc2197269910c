import { existsSync, readFileSync } from "node:fs";
import postgres, { type TransactionSql } from "postgres";
import { afterAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { lintCatalog, RULES } from "./lint";

const sql = postgres(env().databaseUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

// Inside a transaction that is rolled back, so that no other test ever meets it.
async function inBadSchema<T>(work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  const done = Symbol();
  let result: T | undefined;
  await sql
    .begin(async (tx) => {
      await tx.unsafe(readFileSync(new URL("./lint.negative.sql", import.meta.url), "utf8"));
      result = await work(tx);
      throw done;
    })
    .catch((error) => {
      if (error !== done) throw error;
    });
  return result as T;
}

const brokenBy = (findings: { rule: string; object: string }[]) => new Set(findings.map(({ rule }) => rule));

test("the migrated catalog breaks no rule", async () => {
  expect(await lintCatalog(sql)).toEqual([]);
});

test.for(Object.keys(RULES))("on a schema made to be bad, a rule fires: %s", async (rule) => {
  const broken = await inBadSchema(lintCatalog);
  expect(broken.filter((finding) => finding.rule === rule)).not.toEqual([]);
});

test("only what was made bad is named", async () => {
  const broken = await inBadSchema(lintCatalog);
  expect(broken.filter(({ object }) => !/\bbad_|^guildhall_a/.test(object))).toEqual([]);
});

// The rules were first written down outside of this repository. Where that text is at hand, both must agree.
const elsewhere = "../shared/rls_lint.sql";
const original = existsSync(elsewhere) ? readFileSync(elsewhere, "utf8") : undefined;

test("the rules as first written down find nothing in the catalog, and no rule of theirs is missing here", async () => {
  const found = original ? await sql.unsafe(original) : [];
  expect(found).toEqual([]);
  const theirs = original?.match(/'[A-Z]\d+ /g)?.map((name) => name.slice(1, -1)) ?? [];
  const ours = Object.keys(RULES).map((rule) => rule.split(" ")[0]);
  expect(ours).toEqual(expect.arrayContaining(theirs));
  expect(ours).toHaveLength(17);
  const broken = original ? await inBadSchema((tx) => tx.unsafe<{ rule: string; object: string }[]>(original)) : [];
  expect(brokenBy(broken).size).toBe(theirs.length);
});
