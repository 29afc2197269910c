import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { randomFrom } from "@/db/seed/random";
import { passageText } from "@/lib/embeddings/skill-text";
import type { Bag } from "@/lib/embeddings/static/bag";
import { encodeModel } from "@/lib/embeddings/static/file";
import { vocabularyOf } from "@/lib/embeddings/static/vocabulary";
import { trainingSkills } from "./corpus";
import { Examples } from "./examples";
import { fillFirst } from "./first-vectors";
import { projectGlossary } from "./glossary";
import { learnedWords } from "./learned-words";
import { DIMENSIONS, HALF, Shape } from "./shape";
import { startingVectors } from "./starting-vectors";
import { sizesFor, trainOnThreads } from "./training";
import { Validation } from "./validation";

const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: "lib/embeddings/static/model.bin" },
    steps: { type: "string", default: "6000" },
    rate: { type: "string", default: "0.03" },
    "weight-rate": { type: "string", default: "0.02" },
  },
});
const SEED = "guildhall-static-1";
const WORDS = 32_000;
const BUCKETS = 10_000;
const BATCH = 640;
const HELD_OUT = 0.05;

const since = performance.now();
const say = (line: string) => console.log(`${((performance.now() - since) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const skills = trainingSkills();
const glossary = projectGlossary();
const random = randomFrom(`${SEED} held out`);
const held = new Set(skills.flatMap((_, index) => (random() < HELD_OUT ? [index] : [])));
const texts = skills.map(passageText);
const learned = learnedWords(texts, glossary.pairs.flat(), WORDS);
const vocabulary = vocabularyOf(learned.words, BUCKETS);
const starting = startingVectors(learned.words);
say(
  `${skills.length} skills, ${learned.words.length} words, ${starting.size} with a starting vector, ${glossary.pairs.length} pairs of languages`,
);

const shape = new Shape(sizesFor(vocabulary.words + BUCKETS, BATCH));
fillFirst(shape, learned, texts.length, starting, randomFrom(`${SEED} first vectors`));
const examples = new Examples(
  skills.filter((_, index) => !held.has(index)),
  vocabulary,
  glossary,
);
const validation = new Validation(skills, held, vocabulary, randomFrom(`${SEED} validation`));

const drawn = randomFrom(`${SEED} examples`);
await trainOnThreads(shape, {
  steps: Number(options.steps),
  rate: Number(options.rate),
  weightRate: Number(options["weight-rate"]),
  draw: () => examples.draw(drawn),
  report: (step, loss) =>
    say(`step ${step}, loss ${loss.toFixed(3)}${step % 2000 === 0 ? `, ${validation.measure(embed)}` : ""}`),
});
say(`after: ${validation.measure(embed)}`);

const file = encodeModel(learned.words, BUCKETS, DIMENSIONS, weightedVectors());
writeFileSync(options.out, file);
say(`${options.out}: ${file.length} bytes, SHA-256 ${createHash("sha256").update(file).digest("hex")}`);

/** The vectors, each times its word's weight, the halves put together. */
function weightedVectors(): Float32Array {
  const vectors = new Float32Array(shape.sizes.rows * DIMENSIONS);
  for (let row = 0; row < shape.sizes.rows; row++) addRow(vectors, row * DIMENSIONS, row, 1);
  return vectors;
}

function addRow(to: Float32Array, from: number, row: number, strength: number): void {
  const weight = strength * Math.exp(shape.weights[row] ?? 0);
  for (const [half, vectors] of shape.vectors.entries()) {
    const [into, out] = [from + half * HALF, row * HALF];
    for (let at = 0; at < HALF; at++) (to[into + at] as number) += weight * (vectors[out + at] as number);
  }
}

function embed(bag: Bag): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const [row, strength] of bag) addRow(vector, 0, row, strength);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}
