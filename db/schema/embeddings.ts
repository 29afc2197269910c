import { customType, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, tenantId, updatedAt } from "./columns";
import { skills } from "./skills";

const vectorOfAnySize = customType<{ data: number[]; driverData: string }>({
  dataType: () => "vector",
  toDriver: (value) => `[${value.join(",")}]`,
  fromDriver: (value) => JSON.parse(value) as number[],
});

/**
 * A skill as a vector. The column has no fixed dimension, since the model may change, and no shared approximate index:
 * with a tenant filter one returned 0.1 of 10 rows. See docs/decisions/no-shared-vector-index.md.
 */
export const skillEmbeddings = pgTable(
  "skill_embeddings",
  {
    tenantId: tenantId(),
    id: id(),
    skillId: uuid("skill_id").notNull(),
    embedding: vectorOfAnySize("embedding").notNull(),
    model: text("model").notNull(),
    dimensions: integer("dimensions").notNull(),
    inputHash: text("input_hash").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique("skill_embeddings_tenant_skill_unique").on(table.tenantId, table.skillId),
    foreignKey({
      name: "skill_embeddings_skill_fk",
      columns: [table.tenantId, table.skillId],
      foreignColumns: [skills.tenantId, skills.id],
    }).onDelete("cascade"),
  ],
);
