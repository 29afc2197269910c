import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Endpoint, endpointEmbedder } from "./endpoint";
import { EmbeddingFailure } from "./failure";
import { type EndpointServer, endpointServer, never, rightly, saying, status } from "./testing";

let server: EndpointServer;
beforeEach(async () => {
  server = await endpointServer();
});
afterEach(() => server.close());

const embedder = (given: Partial<Endpoint> = {}) =>
  endpointEmbedder({
    url: server.url,
    model: "small",
    key: null,
    reach: "anywhere",
    dimensions: null,
    waitMs: 1,
    tries: 3,
    ...given,
  });

async function failureOf(work: Promise<unknown>): Promise<EmbeddingFailure> {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddingFailure);
  return error;
}

const texts = (count: number) => Array.from({ length: count }, (_, at) => `text number ${at}`);

describe("an endpoint that answers", () => {
  test("gives each text its vector of length one, whatever order they come in", async () => {
    const small = embedder({ key: "sk-right" });
    const [one, two] = await small.embed(["review a change", "bake bread"]);
    const [again] = await small.embed(["review a change"]);
    expect(one).toEqual(again);
    expect(one).not.toEqual(two);
    expect(Math.hypot(...(one ?? []))).toBeCloseTo(1, 5);
    expect(small.dimensions).toBe(256);
    expect(server.asked[0]).toMatchObject({
      path: "/v1/embeddings",
      model: "small",
      authorization: "Bearer sk-right",
      input: ["review a change", "bake bread"],
    });
  });

  test("is asked for at most 64 texts at once, and keeps their order", async () => {
    const vectors = await embedder().embed(texts(150));
    expect(server.asked.map(({ input }) => input.length)).toEqual([64, 64, 22]);
    const [last] = await embedder().embed(["text number 149"]);
    expect(vectors).toHaveLength(150);
    expect(vectors[149]).toEqual(last);
  });

  test("is sent no authorization without a key, and something even for an empty text", async () => {
    await embedder().embed([""]);
    expect(server.asked[0]).toMatchObject({ authorization: undefined, input: ["-"] });
  });

  test("is not asked for nothing", async () => {
    expect(await embedder().embed([])).toEqual([]);
    expect(server.asked).toEqual([]);
  });
});

describe("an endpoint that fails and then answers", () => {
  test.each([429, 500, 502, 503])("%i is tried again", async (code) => {
    server.next(status(code), status(code));
    expect(await embedder().embed(["a"])).toHaveLength(1);
    expect(server.asked).toHaveLength(3);
  });

  test("is left alone for as long as it asks", async () => {
    server.next(status(429, { "retry-after": "1" }));
    const since = performance.now();
    await embedder().embed(["a"]);
    expect(performance.now() - since).toBeGreaterThan(950);
  });

  test("a connection that breaks is tried again", async () => {
    server.next((_, response) => void response.destroy());
    expect(await embedder().embed(["a"])).toHaveLength(1);
  });

  test("is not waited for once nobody wants the answer", async () => {
    server.always(status(500));
    const controller = new AbortController();
    const asking = embedder({ waitMs: 60_000 }).embed(["a"], controller.signal);
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(asking).rejects.toThrow();
    expect(server.asked).toHaveLength(1);
  });

  test("a slow one is given up after its time, and when nobody wants the answer", async () => {
    server.always(never);
    expect((await failureOf(embedder({ timeoutMs: 40, tries: 2 }).embed(["a"]))).message).toBe(
      "It did not answer within 1 seconds.",
    );
    expect(server.asked).toHaveLength(2);
    await expect(embedder().embed(["a"], AbortSignal.timeout(40))).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

const answerOf = (...vectors: number[][]) => JSON.stringify({ data: vectors.map((embedding) => ({ embedding })) });

describe("an endpoint that answers wrongly gets one sentence, without its own words in it", () => {
  test.each([
    ["no JSON", saying("<html>"), /not with vectors/],
    ["other JSON", saying('{"data":[{"embedding":"abc"}]}'), /not with vectors/],
    ["an empty vector", saying(answerOf([])), /not with vectors/],
    ["numbers that are none", saying('{"data":[{"embedding":[1e999,1]}]}'), /not with vectors/],
    ["too few", saying(answerOf([1, 0])), /asked for 2 vectors and answered with 1/],
    ["two of different length", saying(answerOf([1, 0], [1])), /vectors of 1 numbers, where this model’s have 2/],
    ["one twice", saying('{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}'), /mixed them up/],
    [
      "an index far out",
      saying('{"data":[{"index":0,"embedding":[1]},{"index":4294967294,"embedding":[1]}]}'),
      /mixed/,
    ],
    ["far too much", saying("x".repeat(17 * 1024 * 1024)), /far more/],
    ["a redirect", status(302, { location: "http://169.254.169.254/" }), /redirect, which is not followed/],
    ["a wrong key", status(401), /does not accept the key/],
    ["no such model", status(404), /no such model/],
    ["a refusal", status(400), /refused the request \(400\)/],
  ])("%s", async (_, behaviour, sentence) => {
    server.always(behaviour);
    const failure = await failureOf(embedder().embed(["a", "b"]));
    expect(failure.message).toMatch(sentence);
    expect(failure.message).not.toContain("secret words");
    expect(server.asked, "worth no second try").toHaveLength(1);
  });

  test("vectors of another size than those that are stored", async () => {
    server.always(rightly(128));
    expect((await failureOf(embedder({ dimensions: 256 }).embed(["a"]))).message).toMatch(
      /vectors of 128 numbers, where this model’s have 256/,
    );
  });

  test("nobody listening", async () => {
    await server.close();
    const failure = await failureOf(embedder().embed(["a"]));
    expect(failure).toMatchObject({ kind: "busy", message: "It cannot be reached." });
  });
});

test("a hall’s endpoint inside this network is never connected to", async () => {
  const { port } = new URL(server.url);
  for (const url of [server.url, `https://127.0.0.1:${port}/v1`, `https://localhost:${port}`, "https://[::1]:8443"]) {
    const failure = await failureOf(embedder({ url, reach: "public" }).embed(["a"]));
    expect(failure.message).toMatch(/leads to no public address/);
  }
  expect(server.asked).toEqual([]);
});
