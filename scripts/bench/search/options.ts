import { parseArgs } from "node:util";

export type SearchOptions = {
  /** How many skills the hall has when its latency is measured; the first is the corpus's own size. */
  sizes: number[];
  neighbours: number;
  /** Every so manieth name is tried; 1 for all. */
  everyName: number;
  isQuick: boolean;
  /** Without the pages, which need a build and a browserful of minutes. */
  skipsPages: boolean;
  writesReadme: boolean;
};

const FLAG = { type: "boolean", default: false } as const;

export function parseSearchOptions(words: string[]): SearchOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: FLAG,
      "skip-pages": FLAG,
      "write-readme": FLAG,
      sizes: { type: "string", default: "10000,50000" },
      neighbours: { type: "string", default: "20" },
    },
  });
  return {
    sizes: values.sizes.split(",").filter(Boolean).map(Number),
    neighbours: Number(values.neighbours),
    everyName: values.quick ? 10 : 1,
    isQuick: values.quick,
    skipsPages: values["skip-pages"],
    writesReadme: values["write-readme"],
  };
}
