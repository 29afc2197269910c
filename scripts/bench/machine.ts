import { readFileSync } from "node:fs";
import { cpus } from "node:os";

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;

/** When, on what and with what a run was made. */
export function circumstancesOf(database: string, content: string, isQuick: boolean): string[] {
  const [core] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return [
    `${date}, ${cpus().length} cores (${core?.model.trim()}) shared by server, database and load${isQuick ? "; a quick run, not to be quoted" : ""}.`,
    `Node ${process.versions.node}, Next ${versionOf("next")}, React ${versionOf("react")}, ${database}; ${content}, 10,000 ratings, 100,000 uses.`,
    "1 client: one request after another. Every answer was checked. HTML uncompressed; the floor is a Next page of the same bytes without database, middleware or session, served by the same server in turns with the page.",
  ];
}
