import { gzipSync } from "node:zlib";
import { Refusal } from "../support/run.mjs";
import type { FirstVisit } from "./first-visit";
import { floorOf } from "./floor";
import type { Generator, Target } from "./load";
import type { Options } from "./options";
import type { BenchPage } from "./pages";
import { race, type Speed } from "./rounds";
import { ask, type Web } from "./web";
import type { Statements, WireCounter } from "./wire-count";

export type Measured = {
  page: BenchPage;
  htmlBytes: number;
  gzipBytes: number;
  visit: FirstVisit;
  statements: Statements;
  speed: Speed;
  floor: Speed;
};

export const targetOf = (web: Web, host: string, cookie: string, page: BenchPage): Target => ({
  port: web.port,
  path: page.path,
  headers: { host, cookie },
  word: page.word,
});

/** The bytes of a page's HTML, plain and gzipped. @throws Refusal when it is not the right page */
export async function weigh({ port, path, headers, word }: Target): Promise<{ htmlBytes: number; gzipBytes: number }> {
  const { status, body } = await ask(port, path, { headers });
  if (status !== 200) throw new Refusal(`${path} answered ${status}.`);
  if (!body.includes(word)) throw new Refusal(`${path} came without “${word}”.`);
  return { htmlBytes: body.length, gzipBytes: gzipSync(body).length };
}

/** What one request asks of the database, once the server has warmed up; the same three times, or it is not exact. */
export async function countStatements(counter: WireCounter, target: Target): Promise<Statements> {
  const counts: Statements[] = [];
  for (let attempt = 0; attempt < 7; attempt++) {
    counter.take();
    await weigh(target);
    // What follows the answer, as a commit may, is its request's as well.
    await new Promise((wait) => setTimeout(wait, 50));
    if (process.env.BENCH_SQL && attempt === 6) console.log(target.path, counter.texts);
    counts.push(counter.take());
  }
  const [last, ...earlier] = counts.slice(-3).reverse();
  if (!last || earlier.some(({ statements }) => statements !== last.statements)) {
    throw new Refusal(
      `${target.path} asks now more, now less: ${counts.map(({ statements }) => statements).join(", ")}.`,
    );
  }
  return last;
}

/** A page's speed beside that of a floor with as many bytes. */
export async function raceFloor(
  generator: Generator,
  floor: Web,
  target: Target,
  htmlBytes: number,
  options: Options,
): Promise<{ speed: Speed; floor: Speed }> {
  const [speed, bare] = await race(generator, [target, await floorOf(floor, htmlBytes)], options);
  if (!speed || !bare) throw new Error("A race came back without its runners.");
  return { speed, floor: bare };
}
