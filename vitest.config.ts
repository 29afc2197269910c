import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { databaseKinds, kinds } from "./scripts/support/kinds.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
// The embedded database is one session: files that share it take turns.
const oneAtATime = process.env.TEST_BACKEND !== "postgres";

const projects = Object.entries(kinds).map(([name, { include, exclude }]) => {
  const needsDatabase = databaseKinds.includes(name);
  return {
    extends: true as const,
    test: {
      name,
      include,
      exclude,
      globalSetup: needsDatabase ? ["db/testing-setup.ts"] : [],
      fileParallelism: name === "process" ? false : !(needsDatabase && oneAtATime),
      testTimeout: name === "process" ? 120_000 : needsDatabase ? 30_000 : 20_000,
      hookTimeout: 60_000,
    },
  };
});

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside Next, what this package guards against cannot happen, and its entry for other bundlers throws.
      { find: /^server-only$/, replacement: fileURLToPath(new URL("scripts/support/empty.mjs", import.meta.url)) },
    ],
  },
  test: { projects, pool: "forks", passWithNoTests: false },
});
