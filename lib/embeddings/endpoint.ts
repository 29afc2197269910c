import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, AnswerTooLarge, OutOfReach, post, type Reach } from "../outgoing/post";
import type { Embedder } from "./embedder";
import { vectorsOf } from "./endpoint-answer";
import { EmbeddingFailure } from "./failure";

export type Endpoint = {
  /** Up to and without `/embeddings`: `https://api.example.com/v1`. */
  url: string;
  model: string;
  key: string | null;
  reach: Reach;
  /** Of the vectors that are stored already; null while there are none. */
  dimensions: number | null;
  /** For one request; 20 seconds unless told. */
  timeoutMs?: number;
  /** How often a request is made at most; 4 unless told. */
  tries?: number;
  /** Before the second try, doubled before each further one; half a second unless told. */
  waitMs?: number;
};

const TEXTS_AT_ONCE = 64;
// 64 vectors of 8,192 numbers, written out at length.
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const LONGEST_WAIT_MS = 20_000;

/**
 * An embedder behind any OpenAI-compatible endpoint: Ollama, vLLM, a hosted model. Its `dimensions` are 0 until they are known.
 * `embed` throws EmbeddingFailure, or the signal's reason.
 */
export function endpointEmbedder(endpoint: Endpoint): Embedder {
  let dimensions = endpoint.dimensions ?? 0;
  return {
    model: endpoint.model,
    get dimensions() {
      return dimensions;
    },
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += TEXTS_AT_ONCE) {
        const batch = texts.slice(at, at + TEXTS_AT_ONCE);
        const answered = await askPatiently(endpoint, batch, dimensions, signal);
        dimensions ||= answered[0]?.length ?? 0;
        vectors.push(...answered);
      }
      return vectors;
    },
  };
}

/** Tries again what may go better the next time. */
async function askPatiently(
  endpoint: Endpoint,
  texts: string[],
  dimensions: number,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const { tries = 4, waitMs = 500 } = endpoint;
  for (let tried = 1; ; tried++) {
    try {
      return await ask(endpoint, texts, dimensions, signal);
    } catch (error) {
      if (!(error instanceof EmbeddingFailure) || error.kind !== "busy" || tried >= tries) throw error;
      // Spread out, so that several servers do not all come back at once.
      const pause = Math.max(error.waitMs, waitMs * 2 ** (tried - 1) * (0.75 + Math.random() / 2));
      await sleep(Math.min(pause, LONGEST_WAIT_MS), undefined, { signal }).catch((error) => {
        throw signal?.reason ?? error;
      });
    }
  }
}

async function ask(
  { url, model, key, reach, timeoutMs = 20_000 }: Endpoint,
  texts: string[],
  dimensions: number,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const patience = AbortSignal.timeout(timeoutMs);
  let answer: Answer;
  try {
    answer = await post({
      url: new URL(`${url.replace(/\/+$/, "")}/embeddings`),
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(key && { authorization: `Bearer ${key}` }),
      },
      // An endpoint refuses an empty text, and with it its whole batch.
      body: JSON.stringify({ model, input: texts.map((text) => text.trim() || "-"), encoding_format: "float" }),
      reach,
      maxBytes: MAX_ANSWER_BYTES,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw failureOf(error, timeoutMs);
  }
  if (answer.status !== 200) throw refusalOf(answer);
  return vectorsOf(answer.body, texts.length, dimensions);
}

/** What the network's own error comes to. A name that is not known and one of an inner address read the same: which of the two is nobody's business. */
function failureOf(error: unknown, timeoutMs: number): EmbeddingFailure {
  if (error instanceof OutOfReach) return new EmbeddingFailure("fixed", NOT_PUBLIC);
  if (error instanceof AnswerTooLarge) {
    return new EmbeddingFailure("fixed", "It answered with far more than the vectors that were asked for.");
  }
  const { code = "", name = "" } = error as { code?: string; name?: string };
  if (name === "TimeoutError") {
    return new EmbeddingFailure("busy", `It did not answer within ${Math.ceil(timeoutMs / 1000)} seconds.`);
  }
  if (code === "ENOTFOUND") return new EmbeddingFailure("busy", NOT_PUBLIC);
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)) {
    return new EmbeddingFailure("fixed", "No secure connection to it could be made: its certificate is not accepted.");
  }
  return new EmbeddingFailure("busy", "It cannot be reached.");
}

const NOT_PUBLIC =
  "Its name leads to no public address. An address inside a network works only if whoever runs this server allows it.";

/** Only the status speaks: what the body says may be anything, the key among it. */
function refusalOf({ status, retryAfter }: Answer): EmbeddingFailure {
  if (status >= 300 && status < 400) {
    return new EmbeddingFailure("fixed", "It answered with a redirect, which is not followed. Give the final address.");
  }
  if (status === 401 || status === 403) return new EmbeddingFailure("fixed", `It does not accept the key (${status}).`);
  if (status === 404 || status === 405) {
    return new EmbeddingFailure("fixed", `It has no embeddings at this address, or no such model (${status}).`);
  }
  if (status === 429) return new EmbeddingFailure("busy", "It asks for fewer requests (429).", waitOf(retryAfter));
  if (status >= 500 || status === 408) {
    return new EmbeddingFailure("busy", `It failed with an error of its own (${status}).`, waitOf(retryAfter));
  }
  return new EmbeddingFailure("text", `It refused the request (${status}). Check the model’s name.`);
}

const waitOf = (retryAfter: string | null): number =>
  /^\d{1,6}$/.test(retryAfter ?? "") ? Number(retryAfter) * 1_000 : 0;
