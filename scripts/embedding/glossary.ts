import { existsSync, readFileSync } from "node:fs";
import { plainWord } from "@/lib/embeddings/static/pieces";

const FILE = new URL("./glossary.tsv", import.meta.url);

type Random = () => number;

/**
 * Words in several languages, written for this project: one line a meaning, one column a language, the first English;
 * several words of one language stand with a `/` between them.
 */
export class Glossary {
  readonly languages: string[];
  /** What a word of another language means, both as texts. */
  readonly pairs: [foreign: string, english: string][] = [];
  private readonly meanings = new Map<string, string[][]>();

  constructor(text: string) {
    const [head = "", ...lines] = text.trim().split("\n");
    this.languages = head.split("\t").slice(1);
    for (const line of lines) this.addLine(line.split("\t").map((cell) => cell.split("/").map((word) => word.trim())));
  }

  private addLine([english = [], ...foreign]: string[][]): void {
    for (const word of english) this.meanings.set(plainWord(word.toLowerCase()), foreign);
    for (const cell of foreign) {
      for (const word of cell.filter(Boolean)) this.pairs.push([word, english.join(" ")]);
    }
  }

  draw(random: Random): [number, [string, string]] {
    const index = Math.floor(random() * this.pairs.length);
    return [index, this.pairs[index] ?? ["", ""]];
  }

  drawLanguage(random: Random): number | undefined {
    return this.languages.length === 0 ? undefined : Math.floor(random() * this.languages.length);
  }

  translate(word: string, language: number, random: Random): string | undefined {
    const words = this.meanings.get(word)?.[language]?.filter(Boolean) ?? [];
    return words[Math.floor(random() * words.length)];
  }
}

export const projectGlossary = (): Glossary => new Glossary(existsSync(FILE) ? readFileSync(FILE, "utf8") : "");
