import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EndpointServer, endpointServer, never, rightly, saying, status } from "@/lib/embeddings/testing";
import { env } from "@/lib/env";
import { editSkill } from "./edit";
import { allowLoopback, giveEndpoint, storedEndpoint, vectorsOf } from "./embedding-testing";
import { catchUp } from "./embedding-worker";
import { embedMissing, embedQuery, findEmbeddingState } from "./embeddings";
import { importSkills } from "./publish-import";
import { removeSearchModel } from "./search-model";
import { archiveSkill, restoreSkill } from "./skill-status";
import { packageOf, publish } from "./skill-testing";
import { someone } from "./testing";

let server: EndpointServer;
beforeEach(async () => {
  server = await endpointServer();
  allowLoopback();
});
afterEach(async () => {
  Object.assign(env(), { embedding: null });
  await server.close();
});

const edit = { slug: "code-review", name: "Code review", category: "other", tags: [] };

describe("with the bundled model, a skill has its vector as soon as it is published", () => {
  test("and after an edit or a further version the one of its new text", async () => {
    const admin = await someone("admin");
    await publish(admin, { tags: ["quality"] });
    const first = (await vectorsOf(admin)).get("code-review");
    expect(first).toMatchObject({ model: "guildhall-static-1", dimensions: 256 });
    await editSkill(admin, { ...edit, description: "Bakes sourdough bread." });
    const edited = (await vectorsOf(admin)).get("code-review");
    expect(edited?.inputHash).not.toBe(first?.inputHash);
    expect(edited?.embedding).not.toEqual(first?.embedding);
    await publish(admin, { version: "2.0.0", body: "Something else entirely." });
    const second = (await vectorsOf(admin)).get("code-review");
    expect(second?.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.inputHash).not.toBe(edited?.inputHash);
    expect(await embedMissing(admin)).toEqual({ embedded: 0, refused: 0 });
  });

  test("an older version published later changes nothing of it", async () => {
    const admin = await someone("admin");
    await publish(admin, { version: "2.0.0" });
    const before = await vectorsOf(admin);
    await publish(admin, { version: "1.5.0", body: "An afterthought." });
    expect(await vectorsOf(admin)).toEqual(before);
  });

  test("so do many at once", async () => {
    const admin = await someone("admin");
    const candidates = (async function* () {
      for (const name of ["one", "two", "three"]) yield { where: name, files: packageOf({ name }) };
    })();
    await importSkills(admin, candidates);
    expect([...(await vectorsOf(admin)).keys()].sort()).toEqual(["one", "three", "two"]);
    expect(await findEmbeddingState(admin)).toMatchObject({ total: 3, done: 3, source: "bundled", failure: null });
  });
});

describe("when the hall changes its model", () => {
  test("all is embedded anew in the background, in batches, once", async () => {
    const admin = await someone("admin");
    const candidates = (async function* () {
      for (let n = 0; n < 70; n++)
        yield { where: `${n}`, files: packageOf({ name: `skill-${n}`, body: `Number ${n}.` }) };
    })();
    await importSkills(admin, candidates);
    await giveEndpoint(admin, server);
    expect(await findEmbeddingState(admin)).toMatchObject({ model: "small", source: "hall", total: 70, done: 0 });
    const seen: number[] = [];
    await embedMissing(admin, { onProgress: (embedded) => seen.push(embedded) });
    expect(seen).toEqual([64, 70]);
    expect(server.asked.map(({ input }) => input.length)).toEqual([64, 6]);
    expect(await findEmbeddingState(admin)).toMatchObject({ total: 70, done: 70 });
    await embedMissing(admin);
    expect(server.asked, "nothing is embedded twice").toHaveLength(2);
  });

  test("a search meanwhile gets a vector of the new model, and each stored one says of which it is", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await publish(admin, { name: "baking" });
    await giveEndpoint(admin, server);
    await publish(admin, { name: "third" });
    expect(await embedQuery(admin, "review")).toMatchObject({ model: "small" });
    expect([...(await vectorsOf(admin)).values()].map(({ model }) => model)).toEqual(
      Array(2).fill("guildhall-static-1"),
    );
    expect(await findEmbeddingState(admin)).toMatchObject({ total: 3, done: 0 });
  });

  test("and back again, when the endpoint is taken away", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    await embedMissing(admin);
    const revision = (await findEmbeddingState(admin)).endpoint?.revision ?? "";
    await removeSearchModel(admin, { revision });
    expect(await embedQuery(admin, "review")).toMatchObject({ model: "guildhall-static-1" });
    await embedMissing(admin);
    expect((await vectorsOf(admin)).get("code-review")?.model).toBe("guildhall-static-1");
  });

  test("a run that is stopped in the middle keeps what it has done, and the next one goes on there", async () => {
    const admin = await someone("admin");
    const candidates = (async function* () {
      for (let n = 0; n < 70; n++) yield { where: `${n}`, files: packageOf({ name: `skill-${n}` }) };
    })();
    await importSkills(admin, candidates);
    await giveEndpoint(admin, server);
    const stop = new AbortController();
    const run = embedMissing(admin, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("The server stops.")),
    });
    await expect(run).rejects.toThrow("The server stops.");
    expect(await findEmbeddingState(admin)).toMatchObject({ done: 64 });
    await embedMissing(admin);
    expect(server.asked.map(({ input }) => input.length)).toEqual([64, 6]);
  });
});

describe("what an endpoint is asked for", () => {
  test("publishing and editing never wait for it", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    server.always(never);
    const since = performance.now();
    await publish(admin, { name: "another" });
    await editSkill(admin, { ...edit, description: "New words." });
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(server.asked).toEqual([]);
    server.always(rightly());
    expect(await embedMissing(admin)).toEqual({ embedded: 2, refused: 0 });
  });

  test("an edit that leaves the text as it was, or returns to it, asks for nothing", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    await embedMissing(admin);
    const before = (await vectorsOf(admin)).get("code-review");
    server.asked.length = 0;
    const description = "Reviews a change. Use it before merging.";
    await editSkill(admin, { ...edit, description: "Other words." });
    expect(await findEmbeddingState(admin)).toMatchObject({ total: 1, done: 0 });
    await editSkill(admin, { ...edit, description });
    await embedMissing(admin);
    expect(server.asked).toEqual([]);
    expect((await vectorsOf(admin)).get("code-review")).toEqual(before);
    expect(await findEmbeddingState(admin)).toMatchObject({ total: 1, done: 1 });
  });

  test("a skill that is edited while its old text is under way keeps its place in the queue", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    server.next(async (asked, response) => {
      await editSkill(admin, { ...edit, description: "Newer than what is being embedded." });
      await rightly()(asked, response);
    });
    expect(await embedMissing(admin)).toEqual({ embedded: 0, refused: 0 });
    expect(await embedMissing(admin)).toEqual({ embedded: 1, refused: 0 });
    expect(server.asked.at(-1)?.input[0]).toContain("Newer than");
  });

  test("archived skills are left out, and come back with what they need", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await archiveSkill(admin, { slug: "code-review" });
    await giveEndpoint(admin, server);
    expect(await findEmbeddingState(admin)).toMatchObject({ total: 0, done: 0 });
    expect(await embedMissing(admin)).toEqual({ embedded: 0, refused: 0 });
    await restoreSkill(admin, { slug: "code-review" });
    expect(await embedMissing(admin)).toEqual({ embedded: 1, refused: 0 });
  });

  test("a text that it refuses keeps no other one out, and is sent cut short", async () => {
    const admin = await someone("admin");
    const long = "word ".repeat(2_000);
    await publish(admin, { name: "long", body: long });
    await publish(admin, { name: "short" });
    await giveEndpoint(admin, server);
    server.always((asked, response) =>
      asked.input.some((text) => text.length > 5_000) ? status(400)(asked, response) : rightly()(asked, response),
    );
    expect(await embedMissing(admin)).toEqual({ embedded: 2, refused: 0 });
  });

  test("a deployment’s endpoint serves every hall that has none of its own", async () => {
    const admin = await someone("admin");
    await publish(admin);
    Object.assign(env(), { embedding: { url: server.url, model: "shared", key: "sk-shared" } });
    expect(await findEmbeddingState(admin)).toMatchObject({ model: "shared", source: "deployment", done: 0, total: 1 });
    await embedMissing(admin);
    expect(server.asked[0]).toMatchObject({ authorization: "Bearer sk-shared", model: "shared" });
    expect(await findEmbeddingState(admin)).toMatchObject({ done: 1 });
  });
});

describe("while the endpoint is down", () => {
  test("a search goes on by words after a second and a half, and does not ask again at once", async () => {
    const admin = await someone("admin");
    await giveEndpoint(admin, server);
    server.always(never);
    const since = performance.now();
    expect(await embedQuery(admin, "review")).toEqual({ unavailable: expect.stringContaining("by their words alone") });
    expect(performance.now() - since).toBeLessThan(2_500);
    const asked = server.asked.length;
    expect(await embedQuery(admin, "again")).toHaveProperty("unavailable");
    expect(server.asked).toHaveLength(asked);
    expect(await findEmbeddingState(admin)).toMatchObject({ failure: "It was too slow for a search." });
  });

  test.each([
    ["garbage", saying("<html>hello"), /not with vectors/],
    ["a redirect", status(301, { location: "/v2" }), /redirect/],
    ["vectors of another size", rightly(128), /vectors of 128 numbers, where this model’s have 256/],
  ])("%s is noted in words and touches no stored vector", async (_, behaviour, sentence) => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    await embedMissing(admin);
    await publish(admin, { name: "new" });
    const before = await vectorsOf(admin);
    server.always(behaviour);
    await expect(catchUp(admin)).rejects.toThrow();
    const state = await findEmbeddingState(admin);
    expect(state).toMatchObject({ done: 1, total: 2, failure: expect.stringMatching(sentence) });
    expect(state.failure).not.toContain("secret words");
    expect(await vectorsOf(admin)).toEqual(before);
    server.always(rightly());
    expect(await catchUp(admin)).toBe(true);
    expect(await findEmbeddingState(admin)).toMatchObject({ done: 2, failure: null });
  });

  test("nothing that can be typed makes it throw", async () => {
    const admin = await someone("admin");
    for (const q of ["", " ", "a", "🦊", "%_'\"\\", "\u0000", "\ud800", "שלום", "東京", "x".repeat(100_000)]) {
      expect(await embedQuery(admin, q)).toHaveProperty("vector");
    }
  });
});

describe("a neighbour’s endpoint, vectors and progress", () => {
  test("are never seen, used or changed", async () => {
    const [mine, theirs] = [await someone("admin"), await someone("admin")];
    const other = await endpointServer();
    try {
      await publish(mine);
      await publish(theirs);
      await publish(theirs, { name: "theirs-alone" });
      await giveEndpoint(theirs, other, "their-model", "sk-theirs");
      await giveEndpoint(mine, server, "my-model");
      await embedMissing(mine);
      expect(other.asked).toEqual([]);
      expect(server.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
      expect(await findEmbeddingState(mine)).toMatchObject({ model: "my-model", total: 1, done: 1 });
      expect(await findEmbeddingState(theirs)).toMatchObject({ model: "their-model", total: 2, done: 0 });
      other.always(status(500));
      await embedQuery(theirs, "review");
      expect(await embedQuery(mine, "review")).toHaveProperty("vector");
      expect((await findEmbeddingState(mine)).failure).toBeNull();
      expect(JSON.stringify(await storedEndpoint(mine))).not.toContain("their");
    } finally {
      await other.close();
    }
  });

  test("of the same model name say nothing about how long mine must be", async () => {
    const [mine, theirs] = [await someone("admin"), await someone("admin")];
    await publish(theirs);
    await giveEndpoint(theirs, server, "same");
    await embedMissing(theirs);
    server.always(rightly(64));
    await publish(mine);
    await giveEndpoint(mine, server, "same");
    await embedMissing(mine);
    expect((await vectorsOf(mine)).get("code-review")?.dimensions).toBe(64);
    expect((await vectorsOf(theirs)).get("code-review")?.dimensions).toBe(256);
  });

  test("a sealed key that is copied to another hall opens nothing there", async () => {
    const [mine, theirs] = [await someone("admin"), await someone("admin")];
    await giveEndpoint(theirs, server, "small", "sk-theirs");
    await giveEndpoint(mine, server, "small", "sk-mine");
    const sealed = (await storedEndpoint(theirs))?.keySealed as Uint8Array;
    const { derive } = await import("./unit");
    const { embeddingEndpoints } = await import("@/db/schema");
    const { inTenant } = await import("./scope");
    await derive(mine, (tx) =>
      tx.update(embeddingEndpoints).set({ keySealed: sealed }).where(inTenant(mine, embeddingEndpoints)),
    );
    await publish(mine);
    await expect(embedMissing(mine)).rejects.toThrow(/key cannot be read/);
    expect(server.asked).toEqual([]);
  });
});
