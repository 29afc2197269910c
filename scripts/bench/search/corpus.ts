import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readSkillMd } from "@/lib/package/skill-md";
import { generatedSkills } from "../corpus";

export type BenchDocument = { id: number; name: string; description: string; body: string };
export type BenchQuery = { query: string; relevant: number[] };
export type SearchCorpus = { documents: BenchDocument[]; queries: BenchQuery[] };

const CORPUS = "../shared/corpus/search-dev.json.gz";
const GENERATED = 2_671;

/** The development set, or null where it does not lie beside the project. */
export function readCorpus(): SearchCorpus | null {
  if (!existsSync(CORPUS)) return null;
  return JSON.parse(gunzipSync(readFileSync(CORPUS)).toString()) as SearchCorpus;
}

/** As many generated skills, and queries of words that they have. Nobody has judged these: they are for measuring time alone. */
export async function generatedCorpus(): Promise<SearchCorpus> {
  const documents: BenchDocument[] = [];
  for await (const candidate of generatedSkills(GENERATED)) {
    const [file] = "files" in candidate ? candidate.files : [];
    const { skill } = readSkillMd(new TextDecoder().decode(file?.bytes), null);
    if (skill) documents.push({ ...skill, id: documents.length });
  }
  const asked = documents.filter((_, index) => index % 36 === 0);
  const queries = asked.map(({ id, name, description }) => {
    const words = [...name.split("-").slice(0, 2), ...description.split(" ").slice(2, 5)];
    return { query: words.join(" "), relevant: [id] };
  });
  return { documents, queries };
}
