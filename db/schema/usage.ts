import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, tenantId, time } from "./columns";
import { skills } from "./skills";
import { users } from "./users";

/** One use of a skill. The client's event id makes a repeated report the same event. */
export const usageEvents = pgTable(
  "usage_events",
  {
    tenantId: tenantId(),
    id: id(),
    clientEventId: text("client_event_id").notNull(),
    skillId: uuid("skill_id").notNull(),
    version: text("version"),
    userId: uuid("user_id"),
    kind: text("kind", { enum: ["download", "install_copy", "invocation"] }).notNull(),
    source: text("source", { enum: ["web", "api", "agent"] }).notNull(),
    occurredAt: time("occurred_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("usage_events_tenant_client_event_unique").on(table.tenantId, table.clientEventId),
    index("usage_events_tenant_skill_time_index").on(
      table.tenantId,
      table.skillId,
      table.occurredAt.desc().nullsFirst(),
    ),
    index("usage_events_tenant_time_index").on(table.tenantId, table.occurredAt.desc().nullsFirst()),
    index("usage_events_tenant_user_index").on(table.tenantId, table.userId),
    foreignKey({
      name: "usage_events_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "usage_events_user_fk",
      columns: [table.tenantId, table.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
    check("usage_events_kind_known", sql`${table.kind} in ('download', 'install_copy', 'invocation')`),
    check("usage_events_source_known", sql`${table.source} in ('web', 'api', 'agent')`),
  ],
);
