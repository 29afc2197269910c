import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Refusal } from "../support/run.mjs";

/** Keeps a report in docs/bench/latest.md. */
export function keepReport(text: string): void {
  mkdirSync("docs/bench", { recursive: true });
  writeFileSync("docs/bench/latest.md", `# Speed\n\nWritten by \`npm run bench\`.\n\n${text}`);
}

/** Puts a report between the README's two marks of this name. @throws Refusal when they are not there */
export function writeIntoReadme(text: string, name = "bench"): void {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const readme = readFileSync("README.md", "utf8");
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Refusal(`README.md has no ${start} … ${end}.`);
  writeFileSync("README.md", `${readme.slice(0, from + start.length)}\n${text}${readme.slice(to)}`);
}
