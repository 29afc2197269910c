import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, time } from "./columns";

/** A person in one tenant. Somebody in two halls is two rows, which share nothing but an e-mail address. */
export const users = pgTable(
  "users",
  {
    tenantId: tenantId(),
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    avatarUrl: text("avatar_url"),
    role: text("role", { enum: ["viewer", "member", "reviewer", "admin"] })
      .notNull()
      .default("member"),
    status: text("status", { enum: ["active", "removed"] })
      .notNull()
      .default("active"),
    createdAt: createdAt(),
    lastSignInAt: time("last_sign_in_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("users_tenant_email_unique").on(table.tenantId, table.email),
    index("users_tenant_name_index").on(table.tenantId, table.name),
    check("users_email_normal", sql`${table.email} = lower(${table.email}) and ${table.email} like '%_@_%'`),
    check("users_role_known", sql`${table.role} in ('viewer', 'member', 'reviewer', 'admin')`),
    check("users_status_known", sql`${table.status} in ('active', 'removed')`),
  ],
);
