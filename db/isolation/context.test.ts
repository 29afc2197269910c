import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, database, type Transaction } from "@/db/client";
import { skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { someTenant } from "@/lib/services/testing";
import { mutate, read } from "@/lib/services/unit";

// Every transaction of this file has the same connection, so that whatever stays on it is met by the next one.
process.env.DATABASE_POOL = "1";

let own: MemberContext;
let other: MemberContext;
beforeAll(async () => {
  [own, other] = [await someTenant(), await someTenant()];
  for (const hall of [own, other]) {
    await read(hall, (tx) =>
      tx.insert(skills).values({
        tenantId: hall.tenantId,
        slug: "same-address",
        name: hall.slug,
        description: "A skill of one hall.",
        authorId: hall.member.id,
      }),
    );
  }
});
afterAll(closeDatabase);

const whoAsks = async (tx: Transaction) => {
  const [row] = await tx.execute<{ role: string; tenant: string }>(
    sql`select current_user as role, coalesce(current_setting('app.tenant_id', true), '') as tenant`,
  );
  return row;
};

/** What the next transaction on this connection finds, as the restricted role and with no tenant set. */
const afterwards = () =>
  database().transaction(async (tx) => {
    const left = await whoAsks(tx);
    await tx.execute(sql`select set_config('role', 'guildhall_app', true)`);
    return { ...left, rows: (await tx.select().from(skills)).length };
  });

const policy = { action: "skill.edit", role: "admin" } as const;
const rename = (hall: MemberContext) => (tx: Transaction) =>
  tx
    .update(skills)
    .set({ name: "Renamed" })
    .then(() => ({ row: null, subject: { type: "skill" as const, id: hall.slug, name: hall.slug } }));

test("a unit runs as the restricted role, with its own tenant", async () => {
  expect(await read(own, whoAsks)).toEqual({ role: "guildhall_app", tenant: own.tenantId });
  expect(await read(other, whoAsks)).toEqual({ role: "guildhall_app", tenant: other.tenantId });
});

test("a select without a filter gives the tenant's rows", async () => {
  const found = await read(own, (tx) => tx.select().from(skills));
  expect(found.map((skill) => skill.tenantId)).toEqual([own.tenantId]);
});

const ENDS: Record<string, () => Promise<unknown>> = {
  "one that commits": () => read(own, whoAsks),
  "one that throws": () => read(own, () => Promise.reject(new Error("on purpose"))),
  "one whose statement fails": () => read(own, (tx) => tx.execute(sql`select 1 / 0`)),
  "one whose savepoint is kept": () => read(own, (tx) => tx.transaction(whoAsks)),
  "one whose savepoint is taken back": () =>
    read(own, (tx) => tx.transaction(() => Promise.reject(new Error("on purpose"))).catch(() => null)),
  "one whose write is refused": () =>
    mutate(own, policy, (tx) => tx.update(skills).set({ tenantId: other.tenantId }) as never),
};

test.for(Object.entries(ENDS))("neither role nor tenant outlive a transaction: %s", async ([, run]) => {
  await run().catch(() => null);
  const left = await afterwards();
  expect(left).toMatchObject({ tenant: "", rows: 0 });
  expect(left.role).not.toBe("guildhall_app");
});

test("a tenant's unit inside another tenant's throws, whichever door it is", async () => {
  const message = /inside another tenant's/;
  await expect(read(own, () => read(other, whoAsks))).rejects.toThrow(message);
  await expect(read(own, () => mutate(other, policy, rename(other)))).rejects.toThrow(message);
  await expect(
    mutate(own, policy, async () => {
      await read(other, whoAsks);
      return { row: null, unchanged: true };
    }),
  ).rejects.toThrow(message);
});

test("a write inside a read throws, and is not done", async () => {
  await expect(read(own, () => mutate(own, policy, rename(own)))).rejects.toThrow(/A write was started inside a read/);
  const names = await read(own, (tx) => tx.select({ name: skills.name }).from(skills));
  expect(names).toEqual([{ name: own.slug }]);
});

test("a unit inside one of the same tenant joins its transaction", async () => {
  const transaction = (tx: Transaction) => tx.execute(sql`select pg_current_xact_id()::text as id`);
  const [outer, inner] = await read(own, async (tx) => [await transaction(tx), await read(own, transaction)]);
  expect(inner).toEqual(outer);
});

test("a write that fails leaves neither itself nor a row in the log", async () => {
  const logged = () => read(own, (tx) => tx.execute(sql`select count(*)::int as rows from audit_logs`));
  const before = await logged();
  const failing = mutate(own, policy, async (tx) => {
    await rename(own)(tx);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await logged()).toEqual(before);
  expect(await read(own, (tx) => tx.select({ name: skills.name }).from(skills))).toEqual([{ name: own.slug }]);
});

test("a write touches its own tenant's rows, even without a filter, and is logged there alone", async () => {
  const logged = (hall: MemberContext) =>
    read(hall, (tx) => tx.execute(sql`select count(*)::int as rows from audit_logs`));
  const before = await logged(other);
  await mutate(own, policy, rename(own));
  expect(await read(other, (tx) => tx.select({ name: skills.name }).from(skills))).toEqual([{ name: other.slug }]);
  expect(await logged(other)).toEqual(before);
});

test("a log row in another tenant's name is refused, whatever number and hash it claims", async () => {
  const forged = sql`
    insert into audit_logs (tenant_id, seq, actor_name, action, subject_type, subject_id, subject_name)
    values (${other.tenantId}, 1, 'x', 'skill.edit', 'skill', 'x', 'x')`;
  await expect(read(own, (tx) => tx.execute(forged))).rejects.toMatchObject({ cause: { code: "42501" } });
  const [intact] = await read(other, (tx) =>
    tx.execute(sql`select guildhall.first_broken_audit_row(${other.tenantId}) as broken`),
  );
  expect(intact).toEqual({ broken: null });
});

/** Something a unit started, did not wait for, and that goes on once the unit has ended. */
async function startedInside<T>(late: (tx: Transaction) => Promise<T>): Promise<() => Promise<T>> {
  let goOn: (value?: unknown) => void = () => {};
  const ended = new Promise((resolve) => {
    goOn = resolve;
  });
  const straggler = await read(own, async (tx) => ({ result: ended.then(() => late(tx)) }));
  straggler.result.catch(() => {});
  return () => {
    goOn();
    return straggler.result;
  };
}

test("a query made after its unit has ended is refused, whoever has the connection by then", async () => {
  const query = (tx: Transaction) => tx.select({ tenantId: skills.tenantId }).from(skills).execute();
  const alone = await startedInside(query);
  await expect(alone()).rejects.toThrow(/after its unit had ended/);
  const amongOthers = await startedInside(query);
  await read(other, async () => {
    await expect(amongOthers()).rejects.toThrow(/after its unit had ended/);
  });
});

test("a unit opened by what an ended unit left behind is one of its own", async () => {
  const left = await startedInside(() => read(own, whoAsks));
  expect(await left()).toEqual({ role: "guildhall_app", tenant: own.tenantId });
});
