import { createHash } from "node:crypto";
import { type AnyPgColumn, getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema";

/** One tenant's share of a made-up world. Two with the same `key` are twins: same ids, same addresses, other content. */
export type Seeded = {
  tenantId: string;
  /** In every free text of this tenant's rows and of nobody else's. */
  mark: string;
  /** In every text that a unique key is made of. Twins have the same. */
  key: string;
};

type TenantTable = PgTable & { tenantId: AnyPgColumn };
type Seeder = { table: TenantTable; row: ((hall: Seeded) => Record<string, unknown>) | null };

const hex = (text: string) => createHash("sha256").update(text).digest("hex");
const soon = () => new Date(Date.now() + 3_600_000);

/** The id of a twin's noun: a uuid made of the key, so that twins have the same ones. */
export function idOf(hall: Pick<Seeded, "key">, noun: string): string {
  const digits = hex(`${hall.key} ${noun}`);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

function seeder<Table extends TenantTable>(
  table: Table,
  row: (hall: Seeded) => Omit<Table["$inferInsert"], "tenantId">,
): Seeder {
  return { table, row };
}

/** One row for every tenant table, parents first. `null` says that another table's row brings it along. */
export const SEEDERS: Seeder[] = [
  seeder(schema.users, (hall) => ({
    id: idOf(hall, "user"),
    email: `${hall.key}@hall.example`,
    name: hall.mark,
    title: hall.mark,
    avatarUrl: `/avatars/${hall.mark}`,
  })),
  seeder(schema.accounts, (hall) => ({
    id: idOf(hall, "account"),
    userId: idOf(hall, "user"),
    issuer: hall.key,
    subject: hall.key,
  })),
  seeder(schema.sessions, (hall) => ({
    id: idOf(hall, "session"),
    userId: idOf(hall, "user"),
    method: "link" as const,
    address: hall.mark,
    userAgent: hall.mark,
    expiresAt: soon(),
  })),
  seeder(schema.verificationTokens, (hall) => ({
    id: idOf(hall, "token"),
    userId: idOf(hall, "user"),
    tokenHash: hall.key,
    address: hall.mark,
    expiresAt: soon(),
  })),
  seeder(schema.skills, (hall) => ({
    id: idOf(hall, "skill"),
    slug: hall.key,
    name: hall.mark,
    description: hall.mark,
    category: hall.mark,
    tags: [hall.mark],
    authorId: idOf(hall, "user"),
    originSkillId: idOf(hall, "skill"),
    originVersion: hall.mark,
  })),
  seeder(schema.skillVersions, (hall) => ({
    id: idOf(hall, "version"),
    skillId: idOf(hall, "skill"),
    version: versionOf(hall),
    frontMatter: { name: hall.mark },
    body: hall.mark,
    digest: `sha256:${hex(hall.mark)}`,
    fingerprint: hall.mark,
    archiveSize: 1,
    size: 1,
    fileCount: 1,
    changelog: hall.mark,
    authorId: idOf(hall, "user"),
    findings: [hall.mark],
    html: hall.mark,
    previewHtml: hall.mark,
    rendererVersion: 1,
  })),
  seeder(schema.skillFiles, (hall) => ({
    id: idOf(hall, "file"),
    versionId: idOf(hall, "version"),
    path: hall.key,
    content: Buffer.from(hall.mark),
    sha256: hall.mark,
    size: Buffer.byteLength(hall.mark),
  })),
  seeder(schema.skillDocuments, (hall) => ({
    skillId: idOf(hall, "skill"),
    number: 1,
    words: [hall.mark],
    text: hall.mark,
  })),
  seeder(schema.skillEmbeddings, (hall) => ({
    id: idOf(hall, "embedding"),
    skillId: idOf(hall, "skill"),
    embedding: [1, 2, 3],
    model: hall.mark,
    dimensions: 3,
    inputHash: hall.mark,
  })),
  seeder(schema.skillReviews, (hall) => ({
    id: idOf(hall, "review"),
    skillId: idOf(hall, "skill"),
    reviewedDigest: hall.mark,
    quality: 7,
    clarity: 8,
    completeness: 9,
    findings: [hall.mark],
  })),
  seeder(schema.ratings, (hall) => ({
    id: idOf(hall, "rating"),
    skillId: idOf(hall, "skill"),
    userId: idOf(hall, "user"),
    stars: 4,
    comment: hall.mark,
    minutesSaved: 15,
  })),
  seeder(schema.usageEvents, (hall) => ({
    id: idOf(hall, "event"),
    clientEventId: hall.key,
    skillId: idOf(hall, "skill"),
    version: hall.mark,
    userId: idOf(hall, "user"),
    kind: "download" as const,
    source: "web" as const,
  })),
  seeder(schema.apiKeys, (hall) => ({
    id: idOf(hall, "key"),
    userId: idOf(hall, "user"),
    name: hall.mark,
    prefix: hall.mark,
    keyHash: hall.mark,
    scopes: [hall.mark],
  })),
  seeder(schema.siteSettings, (hall) => ({
    tagline: hall.mark,
    categories: [hall.mark],
    logo: Buffer.from(hall.mark),
    logoHash: hall.mark,
  })),
  seeder(schema.auditLogs, (hall) => ({
    id: idOf(hall, "audit"),
    actorId: idOf(hall, "user"),
    actorName: hall.mark,
    action: hall.mark,
    subjectType: hall.mark,
    subjectId: hall.mark,
    subjectName: hall.mark,
    before: { was: hall.mark },
    after: { is: hall.mark },
    address: hall.mark,
    userAgent: hall.mark,
  })),
  seeder(schema.searchPostings, (hall) => ({ word: hall.key, bucket: 0, skills: Buffer.from(hall.mark) })),
  seeder(schema.searchSlips, (hall) => ({ key: hall.key, word: hall.mark })),
  seeder(schema.searchQueries, (hall) => ({ id: idOf(hall, "query"), query: hall.mark, results: 1 })),
  seeder(schema.skillRequests, (hall) => ({
    id: idOf(hall, "request"),
    title: hall.mark,
    detail: hall.mark,
    authorId: idOf(hall, "user"),
    skillId: idOf(hall, "skill"),
  })),
  seeder(schema.skillRequestVotes, (hall) => ({
    id: idOf(hall, "vote"),
    requestId: idOf(hall, "request"),
    userId: idOf(hall, "user"),
  })),
  seeder(schema.embeddingEndpoints, (hall) => ({
    url: `https://${hall.mark}.example`,
    model: hall.mark,
    keySealed: Buffer.from(hall.mark),
    failure: hall.mark,
  })),
  // The trigger of audit_logs writes it.
  { table: schema.auditHeads, row: null },
];

/** The version every seeded skill has. Made of the mark, so that even twins' differ. */
export const versionOf = (hall: Seeded): string => `1.0.0-${hall.mark}`;

export const nameOf = (table: PgTable): string => getTableConfig(table).name;
