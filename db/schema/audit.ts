import { bigint, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, tenantId, time } from "./columns";

/**
 * Who did what to which thing. Rows are only ever added: the database refuses every update, delete and truncate.
 * `seq`, `at`, `prev_hash` and `hash` are written by a trigger, whatever the insert says. The actor is kept by name as
 * well as by id, without a foreign key, because the log outlives the people in it.
 */
export const auditLogs = pgTable(
  "audit_logs",
  {
    tenantId: tenantId(),
    id: id(),
    seq: bigint("seq", { mode: "number" }).notNull().default(0),
    at: time("at").notNull().defaultNow(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectName: text("subject_name").notNull(),
    before: jsonb("before").$type<Record<string, unknown> | null>(),
    after: jsonb("after").$type<Record<string, unknown> | null>(),
    address: text("address"),
    userAgent: text("user_agent"),
    prevHash: bytes("prev_hash"),
    hash: bytes("hash"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("audit_logs_tenant_seq_unique").on(table.tenantId, table.seq),
    index("audit_logs_tenant_action_index").on(table.tenantId, table.action, table.seq.desc().nullsFirst()),
    index("audit_logs_tenant_actor_index").on(table.tenantId, table.actorId, table.seq.desc().nullsFirst()),
    index("audit_logs_tenant_subject_index").on(
      table.tenantId,
      table.subjectType,
      table.subjectId,
      table.seq.desc().nullsFirst(),
    ),
    index("audit_logs_tenant_at_index").on(table.tenantId, table.at.desc().nullsFirst()),
  ],
);

/** The end of each tenant's chain: written by the trigger alone, and locked by it, which is what orders the rows. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    tenantId: tenantId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: bytes("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId] })],
);
