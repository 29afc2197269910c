import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeTurn } from "@/db/turn";
import { type EndpointServer, endpointServer, rightly, status } from "@/lib/embeddings/testing";
import { env } from "@/lib/env";
import { listAudit } from "./audit";
import { allowLoopback, formOf, giveEndpoint, storedEndpoint } from "./embedding-testing";
import { embedMissing, findEmbeddingState, wakeEmbedding } from "./embeddings";
import { findSearchModel, removeSearchModel, saveSearchModel, testSearchModel } from "./search-model";
import { countAudit, publish } from "./skill-testing";
import { someone } from "./testing";

let server: EndpointServer;
beforeEach(async () => {
  server = await endpointServer();
  allowLoopback();
});
afterEach(() => server.close());

const KEY = "sk-nobody-may-see-this";

describe("an admin’s endpoint", () => {
  test("is tried, kept and told to the log, without its key", async () => {
    const admin = await someone("admin");
    await saveSearchModel(admin, await formOf(admin, server, { key: KEY }));
    expect(server.asked).toMatchObject([{ authorization: `Bearer ${KEY}` }]);
    expect(await findSearchModel(admin)).toMatchObject({
      model: "small",
      source: "hall",
      endpoint: { url: server.url, hasKey: true },
      failure: null,
    });
    const { entries } = await listAudit(admin, {
      actor: null,
      action: null,
      type: null,
      subject: null,
      from: null,
      to: null,
      cursor: null,
    });
    expect(entries[0]).toMatchObject({
      action: "search_model.update",
      before: null,
      after: { address: server.url, model: "small", key: "a new one" },
    });
    const everywhere = JSON.stringify([entries, await findSearchModel(admin), await storedEndpoint(admin)]);
    expect(everywhere).not.toContain(KEY);
    expect(Buffer.from((await storedEndpoint(admin))?.keySealed ?? []).toString("latin1")).not.toContain("nobody");
  });

  test("is not kept when it does not work, and the sentence says why without its words", async () => {
    const admin = await someone("admin");
    await giveEndpoint(admin, server);
    const rows = await countAudit(admin);
    server.always(status(401));
    const form = await formOf(admin, server, { model: "other" });
    const refusal = await saveSearchModel(admin, form).catch((error) => error);
    expect(refusal).toMatchObject({
      code: "invalid",
      message: "The endpoint does not work: It does not accept the key (401).",
    });
    await expect(testSearchModel(admin, form)).rejects.toMatchObject({ code: "invalid" });
    expect(await findSearchModel(admin)).toMatchObject({ model: "small" });
    expect(await countAudit(admin)).toBe(rows);
  });

  test("is only tried by a test, which says what it found", async () => {
    const admin = await someone("admin");
    server.always(rightly(32));
    expect(await testSearchModel(admin, await formOf(admin, server))).toMatchObject({ dimensions: 32 });
    expect(await storedEndpoint(admin)).toBeNull();
    expect(await countAudit(admin, "search_model.update")).toBe(0);
  });

  test("keeps its key through other changes, forgets it when told, and a save of the same changes nothing", async () => {
    const admin = await someone("admin");
    await giveEndpoint(admin, server, "small", KEY);
    await saveSearchModel(admin, await formOf(admin, server, { model: "other" }));
    expect(server.asked.at(-1)?.authorization).toBe(`Bearer ${KEY}`);
    const rows = await countAudit(admin);
    await saveSearchModel(admin, await formOf(admin, server, { model: "other" }));
    expect(await countAudit(admin)).toBe(rows);
    await saveSearchModel(admin, await formOf(admin, server, { model: "other", forgetKey: true }));
    expect(server.asked.at(-1)?.authorization).toBeUndefined();
    expect((await storedEndpoint(admin))?.keySealed).toBeNull();
  });

  test("never has its key sent to another address", async () => {
    const admin = await someone("admin");
    const other = await endpointServer();
    try {
      await giveEndpoint(admin, server, "small", KEY);
      const form = await formOf(admin, other);
      for (const work of [testSearchModel(admin, form), saveSearchModel(admin, form)]) {
        await expect(work).rejects.toMatchObject({ code: "invalid", fields: { key: expect.stringMatching(/former/) } });
      }
      expect(other.asked).toEqual([]);
      await saveSearchModel(admin, { ...form, key: "sk-other" });
      expect(other.asked).toMatchObject([{ authorization: "Bearer sk-other" }]);
    } finally {
      await other.close();
    }
  });

  test("is refused as stale when somebody was quicker, saved or removed", async () => {
    const admin = await someone("admin");
    const old = await formOf(admin, server);
    await giveEndpoint(admin, server);
    await expect(saveSearchModel(admin, { ...old, model: "other" })).rejects.toMatchObject({ code: "stale" });
    await expect(removeSearchModel(admin, { revision: "2020-01-01T00:00:00.000Z" })).rejects.toMatchObject({
      code: "stale",
    });
    expect(await findSearchModel(admin)).toMatchObject({ model: "small" });
  });

  test("is removed with its key, and the log says so", async () => {
    const admin = await someone("admin");
    await giveEndpoint(admin, server, "small", KEY);
    const { revision } = await formOf(admin, server);
    await removeSearchModel(admin, { revision });
    expect(await storedEndpoint(admin)).toBeNull();
    expect(await findSearchModel(admin)).toMatchObject({ source: "bundled", endpoint: null });
    expect(await countAudit(admin, "search_model.update")).toBe(2);
    await removeSearchModel(admin, { revision });
    expect(await countAudit(admin, "search_model.update")).toBe(2);
  });

  test("of other dimensions under a name that has vectors is refused", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    await embedMissing(admin);
    server.always(rightly(64));
    await expect(saveSearchModel(admin, await formOf(admin, server, { key: "sk-2" }))).rejects.toThrow(
      /vectors of 64 numbers, where this model’s have 256/,
    );
  });

  test("whose key was sealed with a former secret says so", async () => {
    const admin = await someone("admin");
    await giveEndpoint(admin, server, "small", KEY);
    const { secret } = env();
    try {
      Object.assign(env(), { secret: "another-secret-of-over-thirty-two-characters" });
      await expect(testSearchModel(admin, await formOf(admin, server))).rejects.toThrow(/cannot be read any more/);
    } finally {
      Object.assign(env(), { secret });
    }
  });
});

test("nobody below an admin sees, tests, saves or removes it, and nothing goes over the network", async () => {
  const admin = await someone("admin");
  await giveEndpoint(admin, server);
  const form = await formOf(admin, server, { key: KEY });
  for (const role of ["viewer", "member", "reviewer"] as const) {
    const person = await someone(role, admin);
    for (const work of [
      findSearchModel(person),
      testSearchModel(person, form),
      saveSearchModel(person, form),
      removeSearchModel(person, { revision: form.revision }),
    ]) {
      await expect(work).rejects.toMatchObject({ code: "forbidden" });
    }
  }
  expect(server.asked).toEqual([]);
});

describe("unless the operator allows it, a hall cannot have the server ask", () => {
  beforeEach(() => {
    Object.assign(env(), { embeddingAllowPrivate: false });
  });

  test.each([
    ["http", "http://example.com/v1", /begins with https/],
    ["loopback", "https://127.0.0.1:SERVER/v1", /no public address/],
    ["a name of loopback", "https://localhost:SERVER/v1", /no public address/],
    ["the cloud’s keys", "https://169.254.169.254/v1", /no public address/],
    ["a private network", "https://10.0.0.1/v1", /no public address/],
    ["another service", "https://example.com:25/v1", /no public address/],
  ])("%s", async (_, url, sentence) => {
    const admin = await someone("admin");
    const address = url.replace("SERVER", new URL(server.url).port);
    const form = await formOf(admin, server, { url: address });
    await expect(saveSearchModel(admin, form)).rejects.toThrow(sentence);
    await expect(testSearchModel(admin, form)).rejects.toThrow(sentence);
    expect(server.asked).toEqual([]);
    expect(await storedEndpoint(admin)).toBeNull();
  });

  test("nor does one that was stored while it was allowed", async () => {
    const admin = await someone("admin");
    await publish(admin);
    allowLoopback();
    await giveEndpoint(admin, server);
    Object.assign(env(), { embeddingAllowPrivate: false });
    await expect(embedMissing(admin)).rejects.toThrow(/no public address/);
    expect(server.asked).toEqual([]);
  });
});

describe("the work in the background", () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, "guildhallServing");
  });

  test("goes on in a server once it is woken, and only there", async () => {
    const admin = await someone("admin");
    await publish(admin);
    await giveEndpoint(admin, server);
    wakeEmbedding(admin);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.asked).toEqual([]);
    Object.assign(globalThis, { guildhallServing: true });
    wakeEmbedding(admin);
    wakeEmbedding(admin);
    await expect.poll(async () => (await findEmbeddingState(admin)).done).toBe(1);
    await publish(admin, { name: "second" });
    await expect.poll(async () => (await findEmbeddingState(admin)).done).toBe(2);
    expect(server.asked).toHaveLength(2);
  });

  test("is one process’s turn at a time, and the next one’s after that", async () => {
    const name = `turn ${Math.random()}`;
    const [first, second] = [await takeTurn(name), await takeTurn(name)];
    // The embedded database belongs to one process, which keeps itself in order.
    expect(second === null).toBe(!env().embedded);
    await second?.release();
    await first?.release();
    const third = await takeTurn(name);
    expect(third).not.toBeNull();
    await third?.release();
  });
});
