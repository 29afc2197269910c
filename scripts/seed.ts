// `npm run seed`: fills an empty database with the demo's organisations, and finishes a seed that was cut off. A database that
// has any other organisation is left alone.
import { organisations } from "@/db/seed/organisations";
import { closeRenderers } from "@/lib/markdown/render";
import { listTenantSlugs } from "@/lib/services/tenants";
import { withDatabase } from "./support/open-database";
import { isSeeded, seedOrganisation } from "./support/seed-organisation";

async function seed(): Promise<string> {
  const present = await listTenantSlugs();
  const ours = organisations.map(({ slug }) => slug);
  if (present.some((slug) => !ours.includes(slug))) return "there are organisations already";
  const missing: typeof organisations = [];
  for (const one of organisations) if (!(await isSeeded(one.slug))) missing.push(one);
  if (missing.length === 0) return "the demo is there already";
  const today = new Date();
  for (const organisation of missing) {
    await seedOrganisation(organisation, { slug: organisation.slug, today });
    console.log(`${organisation.name}: ${organisation.people.length} people, ${organisation.skills.length} skills.`);
  }
  return `made ${missing.map((organisation) => organisation.name).join(" and ")}`;
}

// The last line is what `npm start` shows.
withDatabase(seed)
  .then((sentence) => console.log(sentence))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => closeRenderers());
