import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export type BenchDocument = { id: number; name: string; description: string; body: string };
export type BenchQuery = { query: string; relevant: number[] };
export type SearchCorpus = { documents: BenchDocument[]; queries: BenchQuery[] };

const CORPUS = "../shared/corpus/search-dev.json.gz";

/** The development set, or null where it does not lie beside the project. */
export function readCorpus(): SearchCorpus | null {
  if (!existsSync(CORPUS)) return null;
  return JSON.parse(gunzipSync(readFileSync(CORPUS)).toString()) as SearchCorpus;
}
