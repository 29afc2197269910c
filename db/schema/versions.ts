import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, createdAt, id, tenantId } from "./columns";
import { skills } from "./skills";
import { users } from "./users";

/** A published version. Its content never changes: the restricted role may update `state` and the rendering, nothing else. */
export const skillVersions = pgTable(
  "skill_versions",
  {
    tenantId: tenantId(),
    id: id(),
    skillId: uuid("skill_id").notNull(),
    version: text("version").notNull(),
    frontMatter: jsonb("front_matter").notNull().$type<Record<string, unknown>>(),
    body: text("body").notNull(),
    // SHA-256 of the deterministic archive, as `sha256:<64 hex>`: every door reports this one digest.
    digest: text("digest").notNull(),
    // SHA-256 over the sorted lines `path:sha256`, which other clients compare with what they have on disk.
    fingerprint: text("fingerprint").notNull(),
    archiveSize: integer("archive_size").notNull(),
    size: integer("size").notNull(),
    fileCount: integer("file_count").notNull(),
    changelog: text("changelog").notNull().default(""),
    authorId: uuid("author_id").notNull(),
    state: text("state", { enum: ["published", "yanked"] })
      .notNull()
      .default("published"),
    findings: jsonb("findings").notNull().default([]).$type<unknown[]>(),
    // Rendered once, when it is published: untrusted Markdown is never parsed while somebody waits for a page.
    html: text("html").notNull(),
    previewHtml: text("preview_html"),
    rendererVersion: integer("renderer_version").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("skill_versions_tenant_skill_version_unique").on(table.tenantId, table.skillId, table.version),
    index("skill_versions_tenant_skill_newest_index").on(
      table.tenantId,
      table.skillId,
      table.createdAt.desc().nullsFirst(),
    ),
    index("skill_versions_tenant_author_index").on(table.tenantId, table.authorId),
    foreignKey({
      name: "skill_versions_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "skill_versions_author_fk",
      columns: [table.tenantId, table.authorId],
      foreignColumns: [users.tenantId, users.id],
    }),
    check("skill_versions_digest_shape", sql`${table.digest} ~ '^sha256:[0-9a-f]{64}$'`),
    check("skill_versions_state_known", sql`${table.state} in ('published', 'yanked')`),
  ],
);

/** One file of one version. */
export const skillFiles = pgTable(
  "skill_files",
  {
    tenantId: tenantId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    path: text("path").notNull(),
    content: bytes("content").notNull(),
    sha256: text("sha256").notNull(),
    size: integer("size").notNull(),
    executable: boolean("executable").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("skill_files_tenant_version_path_unique").on(table.tenantId, table.versionId, table.path),
    foreignKey({
      name: "skill_files_version_fk",
      columns: [table.tenantId, table.versionId],
      foreignColumns: [skillVersions.tenantId, skillVersions.id],
    }).onDelete("cascade"),
    check("skill_files_size_true", sql`${table.size} = octet_length(${table.content})`),
  ],
);
