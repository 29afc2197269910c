import { sql } from "drizzle-orm";
import { skillDocuments, skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";
import { soughtWords } from "./search-words";
import { isListed } from "./skill-visibility";
import { read } from "./unit";

/** One skill that was found. The higher the score the better; equal ones are ordered by id. */
export type Match = { id: string; score: number };

// With fewer skills than this holding every word, those that hold any of them follow.
const ENOUGH = 5;

/**
 * The listed skills that fit what was typed, best first: the one with this very name, then those that hold every word,
 * then, if these are few, those that hold any; each by where and how often the words stand (ts_rank: names over description
 * and tags over headings over text). The last word may be unfinished. Anything may be typed; nothing throws.
 */
export async function searchSkills(ctx: TenantContext, q: string): Promise<Match[]> {
  const words = soughtWords(q);
  if (words.every === null) return [];
  return read(ctx, async (tx) => {
    // Not through a join: a query that is a constant is parsed once, and tells the document's reader what to look for.
    const every = sql`to_tsquery('english', ${words.every})`;
    const any = sql`to_tsquery('english', ${words.any})`;
    const { document } = skillDocuments;
    const rows = await tx.execute<{ id: string; score: number }>(sql`
      with found as materialized (
        select ${skillDocuments.skillId} as id, ${document} @@ ${every} as is_whole, ts_rank(${document}, ${any}, 32) as rank
        from ${skillDocuments} where ${inTenant(ctx, skillDocuments, sql`${document} @@ ${any}`)}
      ), scored as (
        select ${skills.id} as id,
          case when ${isNamed(words)} then 4 else 0 end
            + case when found.is_whole then 2 else 0 end
            + coalesce(found.rank, 0)::float8 as score
        from ${skills} left join found on found.id = ${skills.id}
        where ${inTenant(ctx, skills, isListed)} and (found.id is not null or ${isNamed(words)})
      )
      select id, score from scored
      where score >= 2 or (select count(*) from scored where score >= 2) < ${ENOUGH}
      order by score desc, id`);
    return rows.map(({ id, score }) => ({ id, score: Number(score) }));
  });
}

function isNamed(words: { slug: string; joined: string; title: string }) {
  return sql`(${skills.slug} = ${words.slug} or replace(${skills.slug}, '-', '') = ${words.joined} or lower(${skills.name}) = ${words.title})`;
}

export {
  explainCards,
  type FoundBy,
  type SearchNotes,
  searchNotes,
  similarSkills,
  suggest,
} from "./search-stand-in";
