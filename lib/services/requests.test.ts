import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { MemberContext } from "@/lib/context";
import { askForSkill } from "./request-ask";
import { closeRequest, listAnswerable } from "./request-close";
import { unvoteRequest, voteForRequest } from "./request-votes";
import { findRequest, listRequests, REQUEST_PAGE_SIZE } from "./requests";
import { archiveSkill } from "./skill-status";
import { CANARY, countAudit, publish } from "./skill-testing";
import { someone } from "./testing";
import { read } from "./unit";

const minutes = { title: "Minutes in French", detail: "For the Lyon site." };

async function hall() {
  const admin = await someone("admin");
  const [asker, member] = [await someone("member", admin), await someone("member", admin)];
  const [viewer, reviewer] = [await someone("viewer", admin), await someone("reviewer", admin)];
  return { admin, asker, member, viewer, reviewer };
}

const see = (ctx: MemberContext, id: string) => findRequest(ctx, { id, viewerId: ctx.member.id });
const list = (ctx: MemberContext, state: "open" | "closed" = "open", cursor: string | null = null) =>
  listRequests(ctx, { state, viewerId: ctx.member.id, cursor });

describe("asking", () => {
  test("who asks has voted, and one row of the log says so", async () => {
    const { admin, asker, viewer } = await hall();
    const before = await countAudit(admin);
    const { id, joined } = await askForSkill(asker, minutes);
    expect(joined).toBe(false);
    expect(await see(asker, id)).toMatchObject({ ...minutes, votes: 1, isMine: true, closedAt: null, skill: null });
    expect(await see(viewer, id)).toMatchObject({ isMine: false, author: { id: asker.member.id } });
    expect(await countAudit(admin, "request.create")).toBe(1);
    expect(await countAudit(admin)).toBe(before + 1);
  });

  test("the same title, otherwise spelt, joins the open request as a vote", async () => {
    const { admin, asker, member } = await hall();
    const { id } = await askForSkill(asker, minutes);
    expect(await askForSkill(member, { title: " minutes — in FRENCH?", detail: "Me too." })).toMatchObject({
      id,
      joined: true,
      title: minutes.title,
    });
    expect(await askForSkill(member, minutes)).toMatchObject({ id, joined: true });
    expect(await see(member, id)).toMatchObject({ votes: 2, detail: minutes.detail });
    expect((await list(member)).counts).toEqual({ open: 1, closed: 0 });
    expect(await countAudit(admin, "request.vote")).toBe(1);
  });

  test("many who ask for the same at once make one request with all their votes", async () => {
    const { admin } = await hall();
    const people = await Promise.all(Array.from({ length: 5 }, () => someone("member", admin)));
    const asked = await Promise.all(people.map((person) => askForSkill(person, minutes)));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await see(admin, asked[0]?.id ?? "")).toMatchObject({ votes: 5 });
  });

  test("C and C++ are two things; a title without letters is one too", async () => {
    const { asker } = await hall();
    const ids = [];
    for (const title of ["Review C", "Review C++", "💥", "🦊"]) {
      ids.push((await askForSkill(asker, { title, detail: "" })).id);
    }
    expect(new Set(ids).size).toBe(4);
  });

  test("a viewer may not ask", async () => {
    const { viewer } = await hall();
    await expect(askForSkill(viewer, minutes)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("voting", () => {
  test("a viewer votes once and may take it back; what changes nothing is not logged", async () => {
    const { admin, asker, viewer } = await hall();
    const { id } = await askForSkill(asker, minutes);
    await Promise.all([voteForRequest(viewer, { id }), voteForRequest(viewer, { id })]);
    expect(await see(viewer, id)).toMatchObject({ votes: 2, isMine: true });
    await unvoteRequest(viewer, { id });
    await unvoteRequest(viewer, { id });
    expect(await see(viewer, id)).toMatchObject({ votes: 1, isMine: false });
    expect([await countAudit(admin, "request.vote"), await countAudit(admin, "request.unvote")]).toEqual([1, 1]);
  });

  test("the votes of a closed request stay as they are", async () => {
    const { asker, viewer } = await hall();
    const { id } = await askForSkill(asker, minutes);
    await closeRequest(asker, { id, skill: null });
    await expect(voteForRequest(viewer, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(unvoteRequest(asker, { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await see(viewer, id)).toMatchObject({ votes: 1 });
  });
});

describe("closing", () => {
  test("a skill answers it: both are named, here and in the log", async () => {
    const { admin, asker, member } = await hall();
    const { id } = await askForSkill(asker, minutes);
    await publish(member, { name: "minutes-in-french", title: "Minutes in French" });
    const closed = await closeRequest(member, { id, skill: "minutes-in-french" });
    expect(closed).toEqual({
      id,
      title: minutes.title,
      skill: { slug: "minutes-in-french", name: closed.skill?.name },
    });
    expect(await see(asker, id)).toMatchObject({ skill: { slug: "minutes-in-french" }, closedAt: expect.any(Date) });
    const [row] = await read(admin, (tx) =>
      tx.execute(sql`select subject_name, after from audit_logs where action = 'request.close'`),
    );
    expect(row).toEqual({ subject_name: minutes.title, after: { state: "closed", skill: closed.skill?.name } });
    // Put away, it is no answer to point to.
    await archiveSkill(member, { slug: "minutes-in-french" });
    expect(await see(asker, id)).toMatchObject({ skill: null });
  });

  test.each(["asker", "reviewer", "admin"] as const)("the %s may close it without an answer, once", async (who) => {
    const people = await hall();
    const { id } = await askForSkill(people.asker, minutes);
    await closeRequest(people[who], { id, skill: null });
    await expect(closeRequest(people[who], { id, skill: null })).rejects.toMatchObject({ code: "conflict" });
    expect((await list(people.asker)).counts).toEqual({ open: 0, closed: 1 });
    // What was closed can be asked for again.
    expect(await askForSkill(people.asker, minutes)).toMatchObject({ joined: false });
  });

  test("nobody else closes it, nor with a skill that is not theirs or not there", async () => {
    const { asker, member, viewer, reviewer } = await hall();
    const { id } = await askForSkill(asker, minutes);
    await publish(reviewer);
    for (const other of [member, viewer]) {
      await expect(closeRequest(other, { id, skill: null })).rejects.toMatchObject({ code: "forbidden" });
      await expect(closeRequest(other, { id, skill: "code-review" })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(closeRequest(asker, { id, skill: "nothing-here" })).rejects.toMatchObject({ code: "not_found" });
    expect(await see(asker, id)).toMatchObject({ closedAt: null });
  });
});

describe("lists", () => {
  test("open ones stand by votes, closed ones by when, and both go on without a gap", async () => {
    const { asker, viewer } = await hall();
    const titles = Array.from({ length: REQUEST_PAGE_SIZE + 3 }, (_, n) => `Number ${n}`);
    for (const title of titles) await askForSkill(asker, { title, detail: "" });
    const [oldest] = (await list(asker, "open", (await list(asker)).next)).requests.slice(-1);
    await voteForRequest(viewer, { id: oldest?.id ?? "" });
    const first = await list(viewer);
    const second = await list(viewer, "open", first.next);
    const shown = [...first.requests, ...second.requests].map(({ title }) => title);
    expect(shown).toEqual(["Number 0", ...titles.slice(1).reverse()]);
    expect(second.next).toBeNull();
    expect(await list(viewer, "open", second.previous)).toEqual(first);
    await expect(list(viewer, "closed", first.next)).rejects.toMatchObject({ code: "invalid" });
    await closeRequest(asker, { id: first.requests[3]?.id ?? "", skill: null });
    await closeRequest(asker, { id: first.requests[1]?.id ?? "", skill: null });
    const closed = await list(viewer, "closed");
    expect(closed.requests.map(({ id }) => id)).toEqual([first.requests[1]?.id, first.requests[3]?.id]);
  });

  test("who published is offered the open requests that the skill's words answer", async () => {
    const { admin, asker, member, reviewer } = await hall();
    const wanted = [
      minutes,
      { title: "Invoice matching", detail: "" },
      { title: "French minutes of meetings", detail: "" },
    ];
    for (const request of wanted) await askForSkill(asker, request);
    await publish(member, { name: "minutes-in-french", description: "Minutes in French. Use it after meetings." });
    const offered = async (ctx: MemberContext) =>
      (await listAnswerable(ctx, { slug: "minutes-in-french" }))?.requests.map(({ title }) => title).sort();
    expect(await offered(member)).toEqual(["French minutes of meetings", "Minutes in French"]);
    expect(await offered(reviewer)).toHaveLength(2);
    expect(await listAnswerable(member, { slug: "nothing-here" })).toBeNull();
    // Somebody who may close none of them is asked about none.
    expect(await offered(await someone("member", admin))).toEqual([]);
  });
});

test("a neighbour's request is not there to see, to vote for, to close, to join or to answer", async () => {
  const [mine, theirs] = [await someone("admin"), await someone("admin")];
  const { id } = await askForSkill(theirs, { title: CANARY, detail: CANARY });
  expect(await see(mine, id)).toBeNull();
  for (const attempt of [
    () => voteForRequest(mine, { id }),
    () => unvoteRequest(mine, { id }),
    () => closeRequest(mine, { id, skill: null }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await list(mine)).counts).toEqual({ open: 0, closed: 0 });
  expect(await askForSkill(mine, { title: CANARY, detail: "" })).toMatchObject({ joined: false });
  await publish(theirs, { name: CANARY });
  await publish(mine, { name: CANARY });
  const answerable = await listAnswerable(mine, { slug: CANARY });
  expect(answerable?.requests.map((request) => request.id)).not.toContain(id);
  expect(await see(theirs, id)).toMatchObject({ votes: 1, closedAt: null });
});
