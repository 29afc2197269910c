import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, time } from "./columns";
import { users } from "./users";

/** An identity at an outside provider. Keyed by issuer and subject, never by e-mail: an issuer may assert any address. */
export const accounts = pgTable(
  "accounts",
  {
    tenantId: tenantId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("accounts_tenant_issuer_subject_unique").on(table.tenantId, table.issuer, table.subject),
    index("accounts_tenant_user_index").on(table.tenantId, table.userId),
    foreignKey({
      name: "accounts_user_fk",
      columns: [table.tenantId, table.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** A sign-in that is still good. The cookie names this row, so that ending the row ends the cookie. */
export const sessions = pgTable(
  "sessions",
  {
    tenantId: tenantId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    method: text("method", { enum: ["link", "demo"] }).notNull(),
    address: text("address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    expiresAt: time("expires_at").notNull(),
    revokedAt: time("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index("sessions_tenant_user_index").on(table.tenantId, table.userId),
    check("sessions_method_known", sql`${table.method} in ('link', 'demo')`),
    foreignKey({
      name: "sessions_user_fk",
      columns: [table.tenantId, table.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** A sign-in link that was sent. Only the hash of its secret is kept; it is spent once, in the hall it was asked for. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    tenantId: tenantId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    address: text("address"),
    createdAt: createdAt(),
    expiresAt: time("expires_at").notNull(),
    spentAt: time("spent_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("verification_tokens_tenant_hash_unique").on(table.tenantId, table.tokenHash),
    index("verification_tokens_tenant_user_index").on(table.tenantId, table.userId, table.createdAt),
    foreignKey({
      name: "verification_tokens_user_fk",
      columns: [table.tenantId, table.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);
