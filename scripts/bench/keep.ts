import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Refusal } from "../support/run.mjs";

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/** Keeps a report in docs/bench/latest.md. */
export function keepReport(text: string): void {
  mkdirSync("docs/bench", { recursive: true });
  writeFileSync("docs/bench/latest.md", `# Speed\n\nWritten by \`npm run bench\`.\n\n${text}`);
}

/** Puts a report between the README's two marks. @throws Refusal when they are not there */
export function writeIntoReadme(text: string): void {
  const readme = readFileSync("README.md", "utf8");
  const [from, to] = [readme.indexOf(START), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Refusal(`README.md has no ${START} … ${END}.`);
  writeFileSync("README.md", `${readme.slice(0, from + START.length)}\n${text}${readme.slice(to)}`);
}
