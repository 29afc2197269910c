import { z } from "zod";
import { EmbeddingFailure } from "./failure";
import { unit } from "./hashed";

// Postgres stores no longer ones in a `vector`.
const MOST_DIMENSIONS = 16_000;

const answerShape = z.object({
  data: z.array(
    z.object({ index: z.int().min(0).optional(), embedding: z.array(z.number()).min(1).max(MOST_DIMENSIONS) }),
  ),
});

/**
 * The vectors in an endpoint's answer, in the order of the texts, with length one.
 * @param dimensions what each has to have; 0 while any number will do, as long as it is one for all
 * @throws EmbeddingFailure `fixed`, in a sentence
 */
export function vectorsOf(body: string, count: number, dimensions: number): Float32Array[] {
  const parsed = answerShape.safeParse(jsonOf(body));
  if (!parsed.success)
    throw new EmbeddingFailure("fixed", "It answered, but not with vectors as OpenAI’s interface has them.");
  const { data } = parsed.data;
  const vectors: (Float32Array | undefined)[] = new Array(count).fill(undefined);
  for (const [at, { index = at, embedding }] of data.entries()) vectors[index] = unit(Float32Array.from(embedding));
  if (data.length !== count || vectors.length !== count || vectors.includes(undefined)) {
    throw new EmbeddingFailure(
      "fixed",
      `It was asked for ${count} vectors and answered with ${data.length}, or mixed them up.`,
    );
  }
  const whole = vectors as Float32Array[];
  const expected = dimensions || (whole[0]?.length ?? 0);
  const other = whole.find((vector) => vector.length !== expected);
  if (other) throw otherDimensions(expected, other.length);
  return whole;
}

function otherDimensions(expected: number, found: number): EmbeddingFailure {
  const sentence = `It answered with vectors of ${found} numbers, where this model’s have ${expected}. If it is another model now, give it its own name.`;
  return new EmbeddingFailure("fixed", sentence);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
