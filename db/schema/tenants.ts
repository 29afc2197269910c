import { sql } from "drizzle-orm";
import { check, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** An organisation. The only table without a tenant_id: a row of it is the tenant. */
export const tenants = pgTable(
  "tenants",
  {
    id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
    // Never re-used and never changed, so that an old link, key or sign-in address cannot come to mean somebody else.
    slug: text("slug").notNull().unique("tenants_slug_unique"),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "suspended"] })
      .notNull()
      .default("active"),
    customDomain: text("custom_domain").unique("tenants_custom_domain_unique"),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [
    check("tenants_slug_shape", sql`${table.slug} ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$' and ${table.slug} !~ '--'`),
    check("tenants_name_length", sql`char_length(${table.name}) between 1 and 80`),
    check("tenants_status_known", sql`${table.status} in ('active', 'suspended')`),
  ],
);
