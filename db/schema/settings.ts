import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, tenantId, updatedAt } from "./columns";

/** How one hall looks and behaves: one row a tenant. A save names the revision it was made from, and a stale one is refused. */
export const siteSettings = pgTable(
  "site_settings",
  {
    tenantId: tenantId(),
    tagline: text("tagline").notNull().default(""),
    accentColor: text("accent_color").notNull().default("#3d5a80"),
    access: text("access", { enum: ["members", "public"] })
      .notNull()
      .default("members"),
    defaultSort: text("default_sort", { enum: ["rating", "uses", "newest", "name"] })
      .notNull()
      .default("rating"),
    categories: text("categories").array().notNull().default(sql`'{other}'::text[]`),
    // A WebP made by us from what was uploaded; its hash is part of its address, so that it can be cached for ever.
    logo: bytes("logo"),
    logoHash: text("logo_hash"),
    revision: integer("revision").notNull().default(1),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId] }),
    check("site_settings_tagline_length", sql`char_length(${table.tagline}) <= 160`),
    check("site_settings_accent_shape", sql`${table.accentColor} ~ '^#[0-9a-f]{6}$'`),
    check("site_settings_access_known", sql`${table.access} in ('members', 'public')`),
    check("site_settings_sort_known", sql`${table.defaultSort} in ('rating', 'uses', 'newest', 'name')`),
    check("site_settings_categories_count", sql`cardinality(${table.categories}) between 1 and 40`),
  ],
);
