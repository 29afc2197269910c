import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { randomFrom } from "@/db/seed/random";
import { passageText, type SkillText } from "@/lib/embeddings/skill-text";
import { bagOf } from "@/lib/embeddings/static/bag";
import { decodeModel, encodeModel } from "@/lib/embeddings/static/file";
import { vectorOf } from "@/lib/embeddings/static/vector";
import { vocabularyOf } from "@/lib/embeddings/static/vocabulary";
import { Examples } from "./embedding/examples";
import { fillFirst } from "./embedding/first-vectors";
import { Glossary } from "./embedding/glossary";
import { learnedWords } from "./embedding/learned-words";
import { DIMENSIONS, HALF, Shape } from "./embedding/shape";
import { sizesFor, trainByTurns, trainOnThreads } from "./embedding/training";

const ABOUT = [
  ["bread", "Bake bread from sourdough and flour. Knead the dough, let it rest and heat the oven."],
  ["contracts", "Review contracts for legal risks. Compare clauses and name liability, terms and notice."],
  ["clusters", "Deploy containers to clusters. Roll out pods, watch nodes and read the logs of servers."],
  ["songs", "Write songs with chords. Find melodies, rhymes and a rhythm for the verses of a ballad."],
] as const;
const skills: SkillText[] = ABOUT.flatMap(([name, body]) =>
  ["first", "second"].map((which) => ({
    name: `${which}-${name}`,
    description: body,
    tags: [],
    body: `${which} ${body}`,
  })),
);
const BUCKETS = 50;

async function smallModel(train: typeof trainByTurns | typeof trainOnThreads, steps: number): Promise<Buffer> {
  const learned = learnedWords(skills.map(passageText), ["Brot"], 500);
  const vocabulary = vocabularyOf(learned.words, BUCKETS);
  const shape = new Shape(sizesFor(vocabulary.words + BUCKETS, 8));
  fillFirst(shape, learned, skills.length, new Map(), randomFrom("small"));
  const examples = new Examples(skills, vocabulary, new Glossary("english\tgerman\nbread\tBrot"));
  const random = randomFrom("small examples");
  await train(shape, { steps, rate: 0.03, weightRate: 0.03, draw: () => examples.draw(random) });
  const vectors = Float32Array.from({ length: shape.sizes.rows * DIMENSIONS }, (_, at) => {
    const [row, dimension] = [Math.floor(at / DIMENSIONS), at % DIMENSIONS];
    return (
      Math.exp(shape.weights[row] ?? 0) *
      (shape.vectors[dimension < HALF ? 0 : 1][row * HALF + (dimension % HALF)] ?? 0)
    );
  });
  return encodeModel(learned.words, BUCKETS, DIMENSIONS, vectors);
}

const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

test("the same texts give the same bytes, on two threads and on one", async () => {
  const models = [
    await smallModel(trainOnThreads, 40),
    await smallModel(trainOnThreads, 40),
    await smallModel(trainByTurns, 40),
  ];
  expect(new Set(models.map(digest)).size).toBe(1);
});

test("a training brings a text nearer to what it is about", async () => {
  const model = decodeModel(await smallModel(trainByTurns, 300));
  const vector = (text: string) => vectorOf(bagOf(text, model.vocabulary), model);
  const nearness = (one: string, other: string) =>
    vector(one).reduce((sum, value, at) => sum + value * (vector(other)[at] ?? 0), 0);
  expect(nearness("knead", "sourdough")).toBeGreaterThan(nearness("knead", "liability") + 0.3);
  expect(nearness("melodies", "ballad")).toBeGreaterThan(nearness("melodies", "pods") + 0.3);
});
