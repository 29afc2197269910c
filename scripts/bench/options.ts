import { parseArgs } from "node:util";
import { Refusal } from "../support/run.mjs";
import { PAGE_NAMES, type PageName } from "./pages";

export type Options = {
  pages: PageName[];
  /** Times that each page and the floor take turns. */
  rounds: number;
  /** Requests one after another, a round. */
  requests: number;
  /** Seconds of eight clients at once, a round. */
  seconds: number;
  /** For the one who works on the speed; too short to be quoted. */
  isQuick: boolean;
  /** Not all pages: nothing is kept. */
  isPartial: boolean;
  writesReadme: boolean;
  /** Stays up afterwards, for a profiler or a browser. */
  stays: boolean;
  /** A database that an earlier run which stays up has loaded, to be used as it is. */
  database: string | undefined;
};

const FLAG = { type: "boolean", default: false } as const;

/** @throws Refusal for a page that there is none of */
export function parseOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: { quick: FLAG, "write-readme": FLAG, stay: FLAG, pages: { type: "string" }, database: { type: "string" } },
  });
  const named = values.pages?.split(",") ?? [...PAGE_NAMES];
  const unknown = named.find((name) => !PAGE_NAMES.includes(name as PageName));
  if (unknown !== undefined)
    throw new Refusal(`There is no page “${unknown}”. Name some of: ${PAGE_NAMES.join(", ")}.`);
  return {
    pages: named as PageName[],
    ...(values.quick ? { rounds: 2, requests: 40, seconds: 2 } : { rounds: 4, requests: 100, seconds: 3 }),
    isQuick: values.quick,
    isPartial: values.quick || values.database !== undefined || named.length < PAGE_NAMES.length,
    writesReadme: values["write-readme"],
    stays: values.stay,
    database: values.database,
  };
}
