import { randomFrom } from "@/db/seed/random";
import type { Candidate } from "@/lib/services/publish-import";

// As many skills as the shared corpus has, of as many bytes: half below 3,670, a tenth above 12,300.
const SKILLS = 2_835;
const MEDIAN_BYTES = 3_670;
const SPREAD = 0.94;
const MOST_BYTES = 128_000;

const VERBS =
  "review draft plan triage summarise convert check migrate translate refactor profile deploy test audit".split(" ");
const THINGS =
  "invoices contracts kubernetes terraform spreadsheets onboarding incidents postgres telemetry newsletters changelogs payroll dashboards firmware catalogues subtitles recipes grants timetables photographs".split(
    " ",
  );
const WORDS =
  "the a of and to in for with when each before after skill agent file data user result step list error version table column request answer team source output input report note check change value name page rule example command field test model service record".split(
    " ",
  );
const ENDS = "quickly carefully weekly safely twice offline together upstream locally nightly".split(" ");

// Of names such as products have: each is in about eight skills, so that there are rare words to search for.
const SYLLABLES = "bar dov fen gal hul kor lim mar nav pol rud sil tav vel wex zan".split(" ");

type Random = () => number;
const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

/** Plausible skills, the same on every machine: names of real words, text in sections, lists and code. */
export async function* generatedSkills(count = SKILLS): AsyncGenerator<Candidate> {
  for (let number = 0; number < count; number++) {
    const random = randomFrom(`skill ${number}`);
    const name = `${pick(VERBS, random)}-${pick(THINGS, random)}-${pick(ENDS, random)}-${number}`;
    const text = skillText(name, random);
    yield {
      where: `generated/${name}`,
      files: [{ path: "SKILL.md", bytes: new TextEncoder().encode(text), executable: false }],
      folder: name,
    };
  }
}

function skillText(name: string, random: Random): string {
  const wanted = Math.min(MOST_BYTES, MEDIAN_BYTES * Math.exp(SPREAD * normal(random)));
  const lines = [
    `---\nname: ${name}\ndescription: ${sentence(12, random)} Use when ${sentence(9, random)}\n---\n\n# ${name}\n`,
  ];
  const product = `${pick(SYLLABLES, random)}${pick(SYLLABLES, random)}${random() < 0.5 ? "eno" : "ika"}`;
  for (let bytes = 0; bytes < wanted; bytes += lines.at(-1)?.length ?? 0) lines.push(section(product, random));
  return lines.join("\n");
}

function section(product: string, random: Random): string {
  const body = `${Array.from({ length: 3 }, () => sentence(18, random)).join(" ")} Needs ${product}.`;
  const list = Array.from({ length: 4 }, () => `- ${sentence(8, random)}`).join("\n");
  const code =
    random() < 0.4
      ? `\n\`\`\`sh\n${pick(VERBS, random)} --${pick(WORDS, random)} ${pick(THINGS, random)}\n\`\`\`\n`
      : "";
  return `## ${sentence(3, random)}\n\n${body}\n\n${list}\n${code}`;
}

function sentence(words: number, random: Random): string {
  const chosen = Array.from({ length: words }, () =>
    pick(random() < 0.12 ? THINGS : random() < 0.1 ? VERBS : WORDS, random),
  );
  return `${chosen.join(" ")}.`.replace(/^./, (letter) => letter.toUpperCase());
}

/** Normally distributed about 0 (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
