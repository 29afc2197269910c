// `npm run seed`: fills an empty database with the demo's organisations. One that has any organisation is left alone.
import { organisations } from "@/db/seed/organisations";
import { closeRenderers } from "@/lib/markdown/render";
import { countTenants } from "@/lib/services/tenants";
import { withDatabase } from "./support/open-database";
import { seedOrganisation } from "./support/seed-organisation";

async function seed(): Promise<string> {
  if ((await countTenants()) > 0) return "there are organisations already";
  const today = new Date();
  for (const organisation of organisations) {
    await seedOrganisation(organisation, { slug: organisation.slug, today });
    console.log(`${organisation.name}: ${organisation.people.length} people, ${organisation.skills.length} skills.`);
  }
  return `made ${organisations.map((organisation) => organisation.name).join(" and ")}`;
}

// The last line is what `npm start` shows.
withDatabase(seed)
  .then((sentence) => console.log(sentence))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => closeRenderers());
