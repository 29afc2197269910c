import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, updatedAt } from "./columns";
import { skills } from "./skills";
import { users } from "./users";

/** One person's opinion of one skill, and their own estimate of the minutes one use of it saves. */
export const ratings = pgTable(
  "ratings",
  {
    tenantId: tenantId(),
    id: id(),
    skillId: uuid("skill_id").notNull(),
    userId: uuid("user_id").notNull(),
    stars: smallint("stars").notNull(),
    comment: text("comment").notNull().default(""),
    minutesSaved: integer("minutes_saved"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("ratings_tenant_skill_user_unique").on(table.tenantId, table.skillId, table.userId),
    index("ratings_tenant_skill_newest_index").on(
      table.tenantId,
      table.skillId,
      table.updatedAt.desc().nullsFirst(),
      table.id,
    ),
    index("ratings_tenant_user_index").on(table.tenantId, table.userId),
    foreignKey({
      name: "ratings_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "ratings_user_fk",
      columns: [table.tenantId, table.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
    check("ratings_stars_range", sql`${table.stars} between 1 and 5`),
    check("ratings_comment_length", sql`char_length(${table.comment}) <= 2000`),
    check("ratings_minutes_range", sql`${table.minutesSaved} between 0 and 2400`),
  ],
);
