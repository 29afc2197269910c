import type postgres from "postgres";
import { TAGLINE } from "./bulk-rows";

export const PAGE_NAMES = ["home", "browse", "filtered", "search", "skill", "settings", "audit"] as const;
export type PageName = (typeof PAGE_NAMES)[number];

/** One address that is measured. `word` stands in every right answer to it. */
export type BenchPage = { name: PageName; title: string; path: string; word: string };

/** The pages of an organisation, with what to look for chosen from what is there. */
export async function benchPages(sql: postgres.Sql, slug: string): Promise<BenchPage[]> {
  const [tenant] = await sql<{ id: string }[]>`select id from tenants where slug = ${slug}`;
  if (!tenant) throw new Error(`There is no organisation “${slug}”.`);
  const tenantId = tenant.id;
  const best = await topSkill(sql, tenantId);
  const median = await medianSkill(sql, tenantId);
  const search = await twoWords(sql, tenantId);
  const logged = await lastPublished(sql, tenantId);
  const filter = new URLSearchParams({ category: best.category, tag: best.tag });
  const query = new URLSearchParams({ q: search.words });
  return [
    { name: "home", title: "Home", path: "/", word: `/skills/${best.slug}` },
    { name: "browse", title: "Browse", path: "/skills", word: `/skills/${best.slug}` },
    { name: "filtered", title: "Browse, category and tag", path: `/skills?${filter}`, word: `/skills/${best.slug}` },
    { name: "search", title: `Search “${search.words}”`, path: `/skills?${query}`, word: `/skills/${search.slug}` },
    { name: "skill", title: "Skill", path: `/skills/${median.slug}`, word: median.digest.replace("sha256:", "") },
    { name: "settings", title: "Settings", path: "/admin/settings", word: TAGLINE },
    { name: "audit", title: "Audit log", path: "/admin/audit", word: logged },
  ];
}

async function topSkill(sql: postgres.Sql, tenantId: string) {
  const [skill] = await sql<{ slug: string; category: string; tag: string }[]>`
    select slug, category, tags[1] as tag from skills where tenant_id = ${tenantId} and status = 'published'
    order by rating_score desc, id limit 1`;
  if (!skill) throw new Error("There is no skill to measure.");
  return skill;
}

/** The skill with a few ratings whose package has the middle size. */
async function medianSkill(sql: postgres.Sql, tenantId: string) {
  const [skill] = await sql<{ slug: string; digest: string }[]>`
    with sized as (
      select slug, version.digest, version.size, rating_count from skills join skill_versions as version
        on version.tenant_id = skills.tenant_id and version.skill_id = skills.id and version.version = latest_version
      where skills.tenant_id = ${tenantId})
    select slug, digest from sized where rating_count between 3 and 12
    order by abs(size - (select percentile_cont(0.5) within group (order by size) from sized)), slug limit 1`;
  if (!skill) throw new Error("There is no rated skill to measure.");
  return skill;
}

/** A word that a third of the skills have and one that a handful have, at least one of them both. */
async function twoWords(sql: postgres.Sql, tenantId: string): Promise<{ words: string; slug: string }> {
  const [found] = await sql<{ words: string; slug: string }[]>`
    with words as materialized (
      -- Four bytes for each skill that has the word; see lib/search/postings.ts.
      select word, sum(octet_length(skills)) / 4 as skills from search_postings
      where tenant_id = ${tenantId} and word ~ '^[a-z]{5,9}$' and word !~ '(s|e|y|ed|ing)$' group by word
    ), common as (
      select word from words order by abs(skills - (select max(skills) / 3 from words)), word limit 1
    ), rare as materialized (
      select word from words where skills between 8 and 12 order by word limit 200
    )
    select common.word || ' ' || rare.word as words, skills.slug
    from common, rare, skill_documents as found
    join skills on skills.tenant_id = found.tenant_id and skills.id = found.skill_id
    where found.tenant_id = ${tenantId} and found.words @> array[common.word, rare.word]
    order by rare.word, skills.slug limit 1`;
  if (!found) throw new Error("There are no two words to search for.");
  return found;
}

async function lastPublished(sql: postgres.Sql, tenantId: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select subject_name as name from audit_logs
    where tenant_id = ${tenantId} and action = 'skill.publish' order by seq desc limit 1`;
  if (!row) throw new Error("The log says nothing of the import.");
  return row.name;
}
