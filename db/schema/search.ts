import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, createdAt, id, tenantId, time } from "./columns";
import { skills } from "./skills";
import { users } from "./users";

/**
 * The inverted index: in which skills of a hall a word stands, and how much it counts there. A row holds a bucket of 256
 * skills, by their numbers in `skill_documents`; see lib/search/postings.ts for its bytes. Only equality and order are asked
 * of it, which under row-level security an index may answer. Words are compared by their bytes (the migration says so), which
 * keeps those with one beginning together whatever the database's language is.
 */
export const searchPostings = pgTable(
  "search_postings",
  {
    tenantId: tenantId(),
    word: text("word").notNull(),
    bucket: integer("bucket").notNull(),
    skills: bytes("skills").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.word, table.bucket] })],
);

/** What is left of a hall's words when one letter is missing: two words with one key in common are a slip apart. */
export const searchSlips = pgTable(
  "search_slips",
  {
    tenantId: tenantId(),
    key: text("key").notNull(),
    word: text("word").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.key, table.word] })],
);

/** What was looked for, without who did: what a hall's people miss is its business, what one of them does is not. */
export const searchQueries = pgTable(
  "search_queries",
  {
    tenantId: tenantId(),
    id: id(),
    askedAt: time("asked_at").notNull().defaultNow(),
    query: text("query").notNull(),
    results: integer("results").notNull(),
    // Whether anything fitted, or only what came nearest was shown.
    isClose: boolean("is_close").notNull().default(true),
    // The place, from 1, of the first result that was opened.
    clickedPlace: integer("clicked_place"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index("search_queries_tenant_time_index").on(table.tenantId, table.askedAt.desc().nullsFirst()),
    check("search_queries_query_length", sql`char_length(${table.query}) between 1 and 200`),
    check("search_queries_place", sql`${table.clickedPlace} >= 1`),
  ],
);

/** A skill that somebody would like there to be. */
export const skillRequests = pgTable(
  "skill_requests",
  {
    tenantId: tenantId(),
    id: id(),
    title: text("title").notNull(),
    detail: text("detail").notNull().default(""),
    authorId: uuid("author_id").notNull(),
    createdAt: createdAt(),
    closedAt: time("closed_at"),
    // The skill that answers it; a request can also be closed without one.
    skillId: uuid("skill_id"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index("skill_requests_tenant_time_index").on(table.tenantId, table.closedAt, table.createdAt.desc().nullsFirst()),
    index("skill_requests_tenant_author_index").on(table.tenantId, table.authorId),
    index("skill_requests_tenant_skill_index").on(table.tenantId, table.skillId),
    foreignKey({
      name: "skill_requests_author_fk",
      columns: [table.tenantId, table.authorId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "skill_requests_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
    check("skill_requests_title_length", sql`char_length(${table.title}) between 1 and 200`),
    check("skill_requests_detail_length", sql`char_length(${table.detail}) <= 2000`),
  ],
);

/** One person's vote for a request. */
export const skillRequestVotes = pgTable(
  "skill_request_votes",
  {
    tenantId: tenantId(),
    id: id(),
    requestId: uuid("request_id").notNull(),
    userId: uuid("user_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("skill_request_votes_tenant_request_user_unique").on(table.tenantId, table.requestId, table.userId),
    index("skill_request_votes_tenant_user_index").on(table.tenantId, table.userId),
    foreignKey({
      name: "skill_request_votes_request_fk",
      columns: [table.tenantId, table.requestId],
      foreignColumns: [skillRequests.tenantId, skillRequests.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "skill_request_votes_user_fk",
      columns: [table.tenantId, table.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** A hall's own source of embeddings, instead of the one this deployment has. */
export const embeddingEndpoints = pgTable(
  "embedding_endpoints",
  {
    tenantId: tenantId(),
    url: text("url").notNull(),
    model: text("model").notNull(),
    // Sealed with this deployment's secret; never shown again.
    keySealed: bytes("key_sealed"),
    updatedAt: time("updated_at").notNull().defaultNow(),
    // When and how it last failed; empty while it answers.
    failedAt: time("failed_at"),
    failure: text("failure"),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId] }),
    check("embedding_endpoints_url_length", sql`char_length(${table.url}) between 1 and 500`),
    check("embedding_endpoints_model_length", sql`char_length(${table.model}) between 1 and 200`),
  ],
);
