import { foreignKey, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, updatedAt } from "./columns";
import { skills } from "./skills";

/** The automatic review of a skill: scores from 1 to 10 and findings, for the content with the reviewed digest. */
export const skillReviews = pgTable(
  "skill_reviews",
  {
    tenantId: tenantId(),
    id: id(),
    skillId: uuid("skill_id").notNull(),
    reviewedDigest: text("reviewed_digest").notNull(),
    quality: smallint("quality").notNull(),
    clarity: smallint("clarity").notNull(),
    completeness: smallint("completeness").notNull(),
    findings: jsonb("findings").notNull().default([]).$type<unknown[]>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("skill_reviews_tenant_skill_unique").on(table.tenantId, table.skillId),
    foreignKey({
      name: "skill_reviews_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
  ],
);
