// Which test is of which kind, said once: vitest.config.ts runs them by it, scripts/test.mjs counts them by it.

const isolation = ["db/isolation/**/*.test.ts", "lib/**/isolation/*.test.ts"];

export const kinds = {
  pure: {
    include: [
      "lib/**/*.test.ts",
      "components/**/*.test.{ts,tsx}",
      "db/seed/**/*.test.ts",
      "db/*.test.ts",
      "scripts/*.test.ts",
    ],
    exclude: ["lib/services/**", ...isolation],
  },
  process: { include: ["scripts/process/**/*.test.ts"], exclude: [] },
  service: { include: ["lib/services/**/*.test.ts"], exclude: isolation },
  schema: { include: ["db/schema/**/*.test.ts"], exclude: [] },
  isolation: { include: isolation, exclude: [] },
};

/** The kinds that need a database, and are run on both. */
export const databaseKinds = ["service", "schema", "isolation"];

/** The kind of a test file, by its path from the root; null for a file that belongs to none. */
export function kindOf(path) {
  if (path.startsWith("scripts/process/")) return "process";
  if (path.startsWith("db/schema/")) return "schema";
  if (path.startsWith("db/isolation/") || /^lib\/.*\bisolation\//.test(path)) return "isolation";
  if (path.startsWith("lib/services/")) return "service";
  return /^(lib|components|db|scripts)\//.test(path) ? "pure" : null;
}
