// Founds the hall “plenty”, which has more than a page of everything, for the journeys that turn pages.
import { closeDatabase } from "@/db/client";
import type { MemberContext } from "@/lib/context";
import { closeRenderers } from "@/lib/markdown/render";
import type { PackageFile } from "@/lib/package/file";
import { addMember } from "@/lib/services/members";
import { publishVersion } from "@/lib/services/publish";
import { type Candidate, importSkills } from "@/lib/services/publish-import";
import { saveRating } from "@/lib/services/ratings";
import { createTenant } from "@/lib/services/tenants";
import { seeded } from "./seeded";

// A page has 24 skills, 30 versions, 10 ratings.
const SKILLS = 60;
const VERSIONS = 32;
const RATINGS = 12;

const skillMd = (name: string, body: string): PackageFile[] => [
  {
    path: "SKILL.md",
    bytes: Buffer.from(`---\nname: ${name}\ndescription: One of many. Use it when a list is long.\n---\n\n${body}\n`),
    executable: false,
  },
];

async function* manySkills(): AsyncGenerator<Candidate> {
  for (let n = 1; n <= SKILLS; n++) {
    const name = `many-${String(n).padStart(2, "0")}`;
    yield { where: name, files: skillMd(name, `Number ${n}.`) };
  }
}

async function populate(): Promise<void> {
  const { admin, reviewer, member, viewer } = seeded.plenty;
  const host = await createTenant({
    slug: "plenty",
    name: "Plenty Hall",
    admin: { email: admin, name: "Ada of Plenty" },
  });
  const add = async (email: string, name: string, role: "reviewer" | "member" | "viewer"): Promise<MemberContext> => ({
    ...host,
    member: await addMember(host, { email, name, role }),
  });
  const author = await add(member, "Mo of Plenty", "member");
  await add(reviewer, "Rea of Plenty", "reviewer");
  await add(viewer, "Vi of Plenty", "viewer");
  await importSkills(author, manySkills());
  for (let n = 1; n < VERSIONS; n++) {
    const release = { slug: "many-01", version: `1.${n}.0`, changelog: `Change ${n}` };
    await publishVersion(author, { files: skillMd("many-01", `Number 1, change ${n}.`), ...release });
  }
  for (let n = 1; n <= RATINGS; n++) {
    const rater = await add(`rater${n}@plenty.example`, `Rater ${n}`, "member");
    await saveRating(rater, { slug: "many-01", stars: (n % 5) + 1, comment: `Opinion ${n}`, minutesSaved: null });
  }
}

populate()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => Promise.all([closeDatabase(), closeRenderers()]));
