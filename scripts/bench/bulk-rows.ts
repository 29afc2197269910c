// The one file that writes past the services: people, ratings and uses by the hundred thousand, with the counters they make.
import type postgres from "postgres";
import { randomFrom } from "@/db/seed/random";

export type Amounts = { people: number; ratings: number; uses: number };

const FIRST =
  "Ada Ben Chidi Dana Emil Fatma Goro Hana Ines Jonas Kofi Lena Marek Nadia Omar Priya Quinn Rosa Sven Tala".split(" ");
const LAST = "Abara Bianchi Costa Dvorak Eriksen Farah Gupta Hoffmann Ito Jansen".split(" ");
const CATEGORIES = ["engineering", "data", "design", "operations", "writing", "finance", "other"];
const TAGS = "python cli review testing security docs api cloud email research planning sql web git release".split(" ");
export const TAGLINE = "Where the skills of the bench are kept";
const COMMENTS = [
  "",
  "Saves me the first hour of every review.",
  "Good structure; I trimmed the last section for our team before using it.",
  "Worked on the second try, once I had given it the right input file.",
  "We use it every Monday. The checklist alone is worth it, and new colleagues find their way with it.",
];

/** The busiest skills get by far the most, as everywhere: the place of a skill among `count`, by Zipf's rule of thumb. */
const popular = (random: () => number, count: number) => Math.min(count - 1, Math.floor(count ** random()) - 1);

/**
 * Fills one organisation with people, spreads its skills over them, categories and tags, and has them rate and use the
 * skills over ninety days. Throws when a counter is not what a recount gives.
 */
export async function fillOrganisation(sql: postgres.Sql, tenantId: string, amounts: Amounts): Promise<void> {
  await sql.begin(async (tx) => {
    await addPeople(tx, tenantId, amounts.people);
    const people = await idsOf(tx`select id from users where tenant_id = ${tenantId} order by email`);
    await spreadSkills(tx, tenantId, people);
    const skills = await idsOf(
      tx`select id from skills where tenant_id = ${tenantId} and status = 'published' order by md5(slug)`,
    );
    await addRatings(tx, tenantId, people, skills, amounts.ratings);
    await addUses(tx, tenantId, people, skills, amounts.uses);
    await assertCounters(tx, tenantId, amounts);
  });
}

async function idsOf(rows: postgres.PendingQuery<postgres.Row[]>): Promise<string[]> {
  return (await rows).map((row) => row.id as string);
}

async function addPeople(tx: postgres.TransactionSql, tenantId: string, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, number) => ({
    email: `person${number}@bench.example`,
    name: `${FIRST[number % FIRST.length]} ${LAST[Math.floor(number / FIRST.length) % LAST.length]}`,
  }));
  await tx`insert into users (tenant_id, email, name)
    select ${tenantId}, email, name from jsonb_to_recordset(${tx.json(people)}) as person (email text, name text)`;
}

/** An import has one author and few categories; a hall has many of both. */
async function spreadSkills(tx: postgres.TransactionSql, tenantId: string, people: string[]): Promise<void> {
  await tx`update site_settings set categories = ${CATEGORIES.slice(0, -1)}, tagline = ${TAGLINE} where tenant_id = ${tenantId}`;
  await tx`
    with numbered as (select id, ('x' || left(md5(slug), 7))::bit(28)::int as number from skills where tenant_id = ${tenantId})
    update skills set
      author_id = (${people}::uuid[])[1 + number % ${people.length}],
      category = (${CATEGORIES}::text[])[1 + number % ${CATEGORIES.length}],
      tags = array[(${TAGS}::text[])[1 + number % ${TAGS.length}], (${TAGS}::text[])[1 + (number / 16 + 1) % ${TAGS.length}]]
    from numbered where skills.tenant_id = ${tenantId} and numbered.id = skills.id`;
  await tx`update skill_versions set author_id = skills.author_id from skills
    where skills.tenant_id = ${tenantId} and skill_versions.tenant_id = ${tenantId} and skill_versions.skill_id = skills.id`;
}

async function addRatings(
  tx: postgres.TransactionSql,
  tenantId: string,
  people: string[],
  skills: string[],
  count: number,
): Promise<void> {
  const random = randomFrom(`ratings of ${count}`);
  const chosen = new Map<string, { skill: string; person: string; stars: number; comment: string; minutes: number }>();
  while (chosen.size < count) {
    const skill = skills[popular(random, skills.length)] as string;
    const person = people[Math.floor(random() * people.length)] as string;
    const stars = [5, 5, 4, 4, 3, 2, 1][Math.floor(random() * 7)] as number;
    const comment = COMMENTS[Math.floor(random() * COMMENTS.length)] as string;
    chosen.set(skill + person, { skill, person, stars, comment, minutes: Math.floor(random() * 90) });
  }
  await tx`insert into ratings (tenant_id, skill_id, user_id, stars, comment, minutes_saved, created_at, updated_at)
    select ${tenantId}, skill, person, stars, comment, minutes, at, at
    from (select *, now() - row_number() over () * interval '11 minutes' as at
      from jsonb_to_recordset(${tx.json([...chosen.values()])})
        as rating (skill uuid, person uuid, stars int, comment text, minutes int)) as timed`;
  const counted = new Map<string, { id: string; count: number; sum: number }>();
  for (const { skill, stars } of chosen.values()) {
    const before = counted.get(skill) ?? { id: skill, count: 0, sum: 0 };
    counted.set(skill, { id: skill, count: before.count + 1, sum: before.sum + stars });
  }
  await tx`update skills set rating_count = counted.count, rating_sum = counted.sum
    from jsonb_to_recordset(${tx.json([...counted.values()])}) as counted (id uuid, count int, sum int)
    where skills.tenant_id = ${tenantId} and skills.id = counted.id`;
}

async function addUses(
  tx: postgres.TransactionSql,
  tenantId: string,
  people: string[],
  skills: string[],
  count: number,
): Promise<void> {
  const random = randomFrom(`uses of ${count}`);
  const counted = new Map<string, number>();
  const uses = Array.from({ length: count }, (_, number) => {
    const skill = popular(random, skills.length);
    const id = skills[skill] as string;
    counted.set(id, (counted.get(id) ?? 0) + 1);
    return [number, skill + 1, 1 + Math.floor(random() * people.length), Math.floor(random() * 90 * 24 * 60)];
  });
  await tx`insert into usage_events (tenant_id, client_event_id, skill_id, version, user_id, kind, source, occurred_at)
    select ${tenantId}, 'bench/' || (use->>0), (${skills}::uuid[])[(use->>1)::int], '1.0.0', (${people}::uuid[])[(use->>2)::int],
      case (use->>0)::int % 3 when 0 then 'download' else 'install_copy' end, 'web', now() - (use->>3)::int * interval '1 minute'
    from jsonb_array_elements(${tx.json(uses)}) as use`;
  const rows = [...counted].map(([id, uses]) => ({ id, uses }));
  await tx`update skills set use_count = counted.uses
    from jsonb_to_recordset(${tx.json(rows)}) as counted (id uuid, uses int)
    where skills.tenant_id = ${tenantId} and skills.id = counted.id`;
}

async function assertCounters(tx: postgres.TransactionSql, tenantId: string, amounts: Amounts): Promise<void> {
  const [wrong] = await tx`
    select count(*)::int as count from skills
    left join (select skill_id, count(*) as count, sum(stars) as sum from ratings where tenant_id = ${tenantId} group by 1)
      as rated on rated.skill_id = skills.id
    left join (select skill_id, count(*) as count from usage_events where tenant_id = ${tenantId} group by 1)
      as used on used.skill_id = skills.id
    where skills.tenant_id = ${tenantId} and (rating_count, rating_sum, use_count) is distinct from
      (coalesce(rated.count, 0), coalesce(rated.sum, 0), coalesce(used.count, 0))`;
  const [total] = await tx`
    select (select count(*)::int from ratings where tenant_id = ${tenantId}) as ratings,
      (select count(*)::int from usage_events where tenant_id = ${tenantId}) as uses`;
  if (wrong?.count !== 0 || total?.ratings !== amounts.ratings || total?.uses !== amounts.uses) {
    throw new Error(`The counters of ${wrong?.count} skills are not what a recount gives.`);
  }
}
