import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, updatedAt } from "./columns";
import { users } from "./users";

/**
 * A skill as people browse it. Its content lives in its versions; the counters are kept beside it, each changed in the
 * transaction that changes what it counts, so that a list never joins to count.
 */
export const skills = pgTable(
  "skills",
  {
    tenantId: tenantId(),
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    category: text("category").notNull().default("other"),
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    status: text("status", { enum: ["draft", "published", "archived"] })
      .notNull()
      .default("published"),
    visibility: text("visibility", { enum: ["tenant", "private"] })
      .notNull()
      .default("tenant"),
    authorId: uuid("author_id").notNull(),
    // Null only inside the transaction that publishes the first version. Its foreign key is written by hand in the
    // migration, since it closes a circle: (tenant_id, id, latest_version) → skill_versions (tenant_id, skill_id, version).
    latestVersion: text("latest_version"),
    originSkillId: uuid("origin_skill_id"),
    originVersion: text("origin_version"),
    versionCount: integer("version_count").notNull().default(0),
    ratingCount: integer("rating_count").notNull().default(0),
    ratingSum: integer("rating_sum").notNull().default(0),
    // Bayesian mean with a prior of five ratings at 3.5: one five-star vote does not lead, and an unrated skill stands
    // above a badly rated one. Constant prior, so that a row's place changes only when the row does.
    ratingScore: doublePrecision("rating_score")
      .notNull()
      .generatedAlwaysAs(sql`(17.5 + rating_sum) / (5.0 + rating_count)`),
    useCount: integer("use_count").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("skills_tenant_slug_unique").on(table.tenantId, table.slug),
    index("skills_tenant_name_index").on(table.tenantId, table.status, sql`lower(${table.name})`, table.id),
    index("skills_tenant_rating_index").on(
      table.tenantId,
      table.status,
      table.ratingScore.desc().nullsFirst(),
      table.id,
    ),
    index("skills_tenant_uses_index").on(table.tenantId, table.status, table.useCount.desc().nullsFirst(), table.id),
    index("skills_tenant_newest_index").on(table.tenantId, table.status, table.createdAt.desc().nullsFirst(), table.id),
    index("skills_tenant_category_index").on(table.tenantId, table.status, table.category),
    index("skills_tenant_author_index").on(table.tenantId, table.authorId),
    index("skills_tenant_origin_index").on(table.tenantId, table.originSkillId),
    foreignKey({
      name: "skills_author_fk",
      columns: [table.tenantId, table.authorId],
      foreignColumns: [users.tenantId, users.id],
    }),
    foreignKey({
      name: "skills_origin_fk",
      columns: [table.tenantId, table.originSkillId],
      foreignColumns: [table.tenantId, table.id],
    }),
    check("skills_slug_shape", sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${table.slug}) <= 64`),
    check("skills_name_length", sql`char_length(${table.name}) between 1 and 120`),
    check("skills_description_length", sql`char_length(${table.description}) between 1 and 1024`),
    check("skills_status_known", sql`${table.status} in ('draft', 'published', 'archived')`),
    check("skills_visibility_known", sql`${table.visibility} in ('tenant', 'private')`),
    check(
      "skills_counters_positive",
      sql`${table.ratingCount} >= 0 and ${table.ratingSum} >= 0 and ${table.useCount} >= 0`,
    ),
  ],
);

/** What the search index knows of a skill. Apart from `skills`, so that a list never drags the words of whole bodies along. */
export const skillDocuments = pgTable(
  "skill_documents",
  {
    tenantId: tenantId(),
    skillId: uuid("skill_id").notNull(),
    // What the inverted index calls it: counted within the hall, never used twice. Empty until it is indexed.
    number: integer("number"),
    // The words it has there, which is what is to be taken out again; and the beginning of the text, for showing where they stand.
    words: text("words").array().notNull().default(sql`'{}'::text[]`),
    text: text("text").notNull().default(""),
    // By which version of our reading it was indexed; an older one is read again.
    indexVersion: integer("index_version").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.skillId] }),
    unique("skill_documents_tenant_number_unique").on(table.tenantId, table.number),
    index("skill_documents_tenant_index_version_index").on(table.tenantId, table.indexVersion),
    foreignKey({
      name: "skill_documents_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
  ],
);
