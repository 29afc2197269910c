// Puts into the search index what is not there yet: every skill of a database from before it, and all of them when words have
// come to be read otherwise. `npm start` runs it; it may be cut off at any time, and goes on where it was.
import { reindexOutdated } from "@/lib/services/search-catch-up";
import { findOperatorContext, listTenantSlugs } from "@/lib/services/tenants";
import { withDatabase } from "./support/open-database";

async function index(): Promise<string> {
  let total = 0;
  for (const slug of await listTenantSlugs()) {
    const ctx = await findOperatorContext(slug);
    if (!ctx) continue;
    total += await reindexOutdated(ctx, {
      onProgress: (done, all) => console.log(`${slug}: ${done} of ${all} skills indexed.`),
    });
  }
  return total === 0 ? "nothing was missing" : `${total} skills indexed`;
}

// The last line is what `npm start` shows.
withDatabase(index)
  .then((sentence) => console.log(sentence))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
