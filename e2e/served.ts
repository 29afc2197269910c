import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { port } from "./place";

/** Where e2e/serve.ts says which database it serves. */
export const servedFile = join(tmpdir(), `guildhall-e2e-${port}.json`);

export const servedSettings = (): { DATABASE_URL: string; EMBEDDED: string; SECRET: string } =>
  JSON.parse(readFileSync(servedFile, "utf8"));
