import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, type Transaction } from "@/db/client";
import { auditLogs } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { parseAudit } from "@/lib/inputs/audit";
import { AUDIT_PAGE_SIZE, findAuditEntry, listAudit } from "./audit";
import { verifyAudit } from "./audit-check";
import { addMember, changeRole, removeMember } from "./members";
import { findSettings, type SettingsInput, saveSettings } from "./settings";
import { someone, someTenant } from "./testing";
import { mutate, read } from "./unit";

const all = parseAudit({});

/** Founding writes the first row of a log; this writes so many more. */
async function someLog(rows: number): Promise<MemberContext> {
  const admin = await someTenant();
  for (let at = 1; at <= rows; at++) await addMember(admin, newMember(at));
  return admin;
}

const newMember = (at: number) => ({ email: `p${at}@hall.example`, name: `Person ${at}`, role: "member" as const });

const rowsOf = (ctx: MemberContext) => database().$count(auditLogs, eq(auditLogs.tenantId, ctx.tenantId));
const row = (ctx: MemberContext, seq: number) => and(eq(auditLogs.tenantId, ctx.tenantId), eq(auditLogs.seq, seq));

/** As somebody who owns the database and switches its triggers off for themselves. */
function tamper(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await work(tx);
  });
}

test("a log that nobody touched fits, and names its last row", async () => {
  const admin = await someLog(3);
  const check = await verifyAudit(admin);
  expect(check).toMatchObject({ ok: true, rows: 4, headSeq: 4, firstBroken: null });
  expect((await findAuditEntry(admin, 4))?.hash).toBe(check.headHash);
  expect(check.headHash).toMatch(/^[0-9a-f]{64}$/);
});

test.each<[string, number, (ctx: MemberContext, tx: Transaction) => Promise<unknown>]>([
  ["a changed row", 3, (ctx, tx) => tx.update(auditLogs).set({ actorName: "Nobody" }).where(row(ctx, 3))],
  [
    "a changed time",
    2,
    (ctx, tx) => tx.update(auditLogs).set({ at: sql`at - interval '1 microsecond'` }).where(row(ctx, 2)),
  ],
  ["a removed row, by the one that followed it", 4, (ctx, tx) => tx.delete(auditLogs).where(row(ctx, 3))],
  ["a removed first row", 2, (ctx, tx) => tx.delete(auditLogs).where(row(ctx, 1))],
  ["a removed last row", 6, (ctx, tx) => tx.delete(auditLogs).where(row(ctx, 6))],
  ["two swapped rows", 2, swapSecondAndFourth],
  ["a row added without the database’s number", 7, (ctx, tx) => forge(ctx, tx, sql`'\\x00'::bytea`)],
  ["a row added with a hash that fits", 7, forgeFitting],
])("the check names %s", async (_, broken, work) => {
  const [admin, neighbour] = [await someLog(5), await someLog(1)];
  await tamper((tx) => work(admin, tx));
  expect(await verifyAudit(admin)).toMatchObject({ ok: false, firstBroken: broken });
  expect((await verifyAudit(neighbour)).ok).toBe(true);
});

async function swapSecondAndFourth(ctx: MemberContext, tx: Transaction) {
  for (const [from, to] of [
    [2, 0],
    [4, 2],
    [0, 4],
  ] as const)
    await tx.update(auditLogs).set({ seq: to }).where(row(ctx, from));
}

function forge(ctx: MemberContext, tx: Transaction, hash: ReturnType<typeof sql>) {
  return tx.execute(sql`
    insert into audit_logs (tenant_id, seq, actor_name, action, subject_type, subject_id, subject_name, prev_hash, hash)
    select tenant_id, seq + 1, 'Nobody', 'member.add', 'member', 'x', 'x', hash, ${hash} from audit_logs
    where ${row(ctx, 6)}`);
}

async function forgeFitting(ctx: MemberContext, tx: Transaction) {
  await forge(ctx, tx, sql`null`);
  await tx.execute(sql`update audit_logs entry set hash = guildhall.audit_hash(entry)
    where entry.tenant_id = ${ctx.tenantId} and entry.seq = 7`);
}

test.each([
  ["update", sql`update audit_logs set actor_name = 'Nobody'`],
  ["delete", sql`delete from audit_logs`],
  ["truncate", sql`truncate audit_logs`],
  ["update of its head", sql`update audit_heads set seq = 0`],
])("the application cannot %s the log", async (_, statement) => {
  const admin = await someLog(1);
  const attempt = read(admin, (tx) => tx.execute(statement));
  await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
  expect((await verifyAudit(admin)).ok).toBe(true);
});

test("not even the database’s owner changes a row while the triggers stand", async () => {
  const admin = await someLog(1);
  const attempt = database().update(auditLogs).set({ actorName: "Nobody" }).where(row(admin, 1));
  await expect(attempt).rejects.toMatchObject({ cause: { code: "P0001" } });
});

test("fifty writers at once leave numbers without a gap and a chain that fits", async () => {
  const admin = await someTenant();
  await Promise.all(Array.from({ length: 50 }, (_, at) => addMember(admin, newMember(at))));
  expect(await verifyAudit(admin)).toMatchObject({ ok: true, rows: 51, headSeq: 51 });
});

test("every write about members and settings leaves one row, and a refused one leaves none", async () => {
  const admin = await someTenant();
  const settings = (await findSettings(admin)) as unknown as SettingsInput;
  const save = { ...settings, categories: [], opens: false, moves: 0 };
  const { email } = newMember(1);
  const writes: [done: () => Promise<unknown>, refused: () => Promise<unknown>][] = [
    [() => addMember(admin, newMember(1)), () => addMember(admin, newMember(1))],
    [
      () => changeRole(admin, { email, role: "reviewer" }),
      () => changeRole(admin, { email: admin.member.email, role: "viewer" }),
    ],
    [() => removeMember(admin, email), () => removeMember(admin, email)],
    [() => saveSettings(admin, { ...save, tagline: "Ours" }), () => saveSettings(admin, { ...save, tagline: "Late" })],
  ];
  for (const [write, refused] of writes) {
    const before = await rowsOf(admin);
    await write();
    expect(await rowsOf(admin)).toBe(before + 1);
    await expect(refused()).rejects.toBeInstanceOf(DomainError);
    expect(await rowsOf(admin)).toBe(before + 1);
  }
});

test("a change that is rolled back takes its row with it, and the next one gets its number", async () => {
  const admin = await someTenant();
  const attempt = mutate(admin, { action: "settings.update", role: "admin" }, async () => {
    await addMember(admin, newMember(1));
    throw new Error("the work failed");
  });
  await expect(attempt).rejects.toThrow("the work failed");
  await addMember(admin, newMember(2));
  expect(await verifyAudit(admin)).toMatchObject({ ok: true, headSeq: 2 });
});

test("pages go back and forth, newest first, and leave nothing out", async () => {
  const admin = await someLog(AUDIT_PAGE_SIZE * 2);
  const first = await listAudit(admin, all);
  const second = await listAudit(admin, { ...all, cursor: first.next });
  const third = await listAudit(admin, { ...all, cursor: second.next });
  const seqs = [...first.entries, ...second.entries, ...third.entries].map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: AUDIT_PAGE_SIZE * 2 + 1 }, (_, at) => AUDIT_PAGE_SIZE * 2 + 1 - at));
  expect([first.previous, third.next]).toEqual([null, null]);
  expect((await listAudit(admin, { ...all, cursor: third.previous })).entries).toEqual(second.entries);
  expect((await listAudit(admin, { ...all, cursor: second.previous })).previous).toBeNull();
});

test("a row written meanwhile moves nobody’s page", async () => {
  const admin = await someLog(AUDIT_PAGE_SIZE);
  const { next } = await listAudit(admin, all);
  await addMember(admin, newMember(999));
  expect((await listAudit(admin, { ...all, cursor: next })).entries.map(({ seq }) => seq)).toEqual([1]);
});

test("filters find by person, action, subject and day", async () => {
  const admin = await someTenant();
  const sam = await someone("admin", admin);
  await addMember(sam, { email: "kim@hall.example", name: "Kim 100%", role: "viewer" });
  await changeRole(admin, { email: "kim@hall.example", role: "member" });
  const today = new Date().toISOString().slice(0, 10);
  const found = async (query: Record<string, string>) =>
    (await listAudit(admin, parseAudit(query))).entries.map(({ seq }) => seq);
  expect(await found({ actor: sam.member.id })).toEqual([3]);
  expect(await found({ actor: "ada adm" })).toEqual([4, 2, 1]);
  expect(await found({ action: "member.change_role" })).toEqual([4]);
  expect(await found({ type: "organisation" })).toEqual([1]);
  expect(await found({ subject: "kim 100%" })).toEqual([4, 3]);
  expect(await found({ subject: "1%0" })).toEqual([]);
  expect(await found({ subject: sam.member.id })).toEqual([2]);
  expect(await found({ from: today, to: today, action: "member.add" })).toEqual([3, 2]);
  expect(await found({ to: "2020-01-01" })).toEqual([]);
  const { actors } = await listAudit(admin, all);
  expect(actors).toEqual([
    { id: admin.member.id, name: "Ada Admin" },
    { id: sam.member.id, name: sam.member.name },
  ]);
});

test("a cursor means nothing in another hall, with other filters, or when it was made up", async () => {
  const [acme, globex] = [await someLog(AUDIT_PAGE_SIZE), await someLog(AUDIT_PAGE_SIZE)];
  const { next } = await listAudit(acme, all);
  expect(next).not.toBeNull();
  for (const [ctx, input] of [
    [globex, { ...all, cursor: next }],
    [acme, { ...all, action: "member.add" as const, cursor: next }],
    [acme, { ...all, cursor: "made-up" }],
  ] as const)
    await expect(listAudit(ctx, input)).rejects.toMatchObject({ code: "invalid" });
});

test("a neighbour’s admin sees and counts nothing of a log, and nobody below an admin sees any", async () => {
  const [acme, globex] = [await someLog(2), await someTenant()];
  expect((await listAudit(globex, all)).entries.map(({ subject }) => subject.id)).toEqual([globex.tenantId]);
  expect((await listAudit(globex, parseAudit({ actor: acme.member.id }))).entries).toEqual([]);
  expect(await findAuditEntry(globex, 3)).toBeNull();
  expect(await verifyAudit(globex)).toMatchObject({ rows: 1, headSeq: 1 });
  const reviewer = await someone("reviewer", acme);
  for (const look of [listAudit(reviewer, all), findAuditEntry(reviewer, 1), verifyAudit(reviewer)])
    await expect(look).rejects.toMatchObject({ code: "forbidden" });
});
