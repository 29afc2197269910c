import type postgres from "postgres";
import { buildPages } from "../../support/build.mjs";
import { fillOrganisation } from "../bulk-rows";
import { percentile, startGenerator, type Target } from "../load";
import { SECRET, signIn, startWeb } from "../web";
import type { SearchCorpus } from "./corpus";
import { ADMIN } from "./hall";
import { beginningsOf } from "./latency";

const PORT = Number(process.env.BENCH_PORT ?? 3400);
const AMOUNTS = { people: 200, ratings: 10_000, uses: 100_000 };
const SEARCHES = 10;
const ROUNDS = 4;
const REQUESTS = 10;

type Spread = { p50: number; p95: number };
export type PageSpeeds = { browse: Spread; search: Spread; suggestions: Spread };

/** People, ratings and uses, as a hall has them and pages show them. */
export async function enliven(sql: postgres.Sql, tenantId: string): Promise<void> {
  await fillOrganisation(sql, tenantId, AMOUNTS);
  await sql`vacuum analyze`;
}

/** Browsing, searching and what is suggested while somebody types, on the production build, in turns. */
export async function measurePages(url: string, slug: string, { queries }: SearchCorpus): Promise<PageSpeeds> {
  await buildPages(process.cwd());
  const settings = { DATABASE_URL: url, EMBEDDED: "0", ROOT_DOMAIN: "localhost", DEMO: "1", SECRET };
  const web = await startWeb(".", PORT, settings);
  const generator = startGenerator();
  try {
    const host = `${slug}.localhost:${PORT}`;
    const headers = { host, cookie: await signIn(PORT, host, ADMIN.email) };
    const target = (path: string, word: string): Target => ({ port: PORT, path, headers, word });
    const step = Math.floor(queries.length / SEARCHES);
    const asked = queries.filter((_, index) => index % step === 0).slice(0, SEARCHES);
    const kinds = {
      browse: asked.map(() => target("/skills", "skill-card")),
      search: asked.map(({ query }) => target(`/skills?${new URLSearchParams({ q: query })}`, "results-region")),
      suggestions: asked
        .flatMap(({ query }) => beginningsOf(query))
        .map((typed) => target(`/api/suggest?${new URLSearchParams({ q: typed })}`, '"skills"')),
    };
    const tookMs: Record<keyof PageSpeeds, number[]> = { browse: [], search: [], suggestions: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const kind of Object.keys(kinds) as (keyof PageSpeeds)[]) {
        for (const one of kinds[kind]) {
          const taken = await generator.run({ target: one, clients: 1, requests: REQUESTS });
          // The first round only warms up.
          if (round > 0) tookMs[kind].push(...taken.tookMs);
        }
      }
    }
    const spread = (all: number[]) => ({ p50: percentile(all, 0.5), p95: percentile(all, 0.95) });
    return {
      browse: spread(tookMs.browse),
      search: spread(tookMs.search),
      suggestions: spread(tookMs.suggestions),
    };
  } finally {
    generator.stop();
    await web.stop();
  }
}
