// Founds three more halls for the journeys: “plenty”, which has more than a page of everything, to turn pages in; “moody”,
// whose settings change; and “quiet”, in which nobody but the attacks does anything, so that a single write would show.
import { closeDatabase } from "@/db/client";
import type { MemberContext } from "@/lib/context";
import { closeRenderers } from "@/lib/markdown/render";
import type { PackageFile } from "@/lib/package/file";
import { addMember } from "@/lib/services/members";
import { publishSkill, publishVersion } from "@/lib/services/publish";
import { type Candidate, importSkills } from "@/lib/services/publish-import";
import { saveRating } from "@/lib/services/ratings";
import { createTenant } from "@/lib/services/tenants";
import { seeded } from "./seeded";

// A page has 18 skills, 30 versions, 10 ratings.
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

type Crowd = Record<"reviewer" | "member" | "viewer", MemberContext> & { admin: MemberContext };

async function found(slug: "plenty" | "moody" | "quiet", name: string): Promise<Crowd> {
  const admin = await createTenant({ slug, name, admin: { email: seeded[slug].admin, name: `Ada of ${name}` } });
  const add = async (role: "reviewer" | "member" | "viewer"): Promise<MemberContext> => ({
    ...admin,
    member: await addMember(admin, { email: seeded[slug][role], name: `The ${role} of ${name}`, role }),
  });
  return { admin, reviewer: await add("reviewer"), member: await add("member"), viewer: await add("viewer") };
}

async function populate(): Promise<void> {
  const small = [await found("quiet", "Quiet Hall"), await found("moody", "Moody Hall")];
  const { admin, member: author } = await found("plenty", "Plenty Hall");
  const release = { category: "other", tags: [], version: "1.0.0", changelog: "" };
  for (const { member } of small)
    await publishSkill(member, { files: skillMd("only-here", "Nobody else knows this."), ...release });
  await importSkills(author, manySkills());
  for (let n = 1; n < VERSIONS; n++) {
    const release = { slug: "many-01", version: `1.${n}.0`, changelog: `Change ${n}` };
    await publishVersion(author, { files: skillMd("many-01", `Number 1, change ${n}.`), ...release });
  }
  for (let n = 1; n <= RATINGS; n++) {
    const member = await addMember(admin, { email: `rater${n}@plenty.example`, name: `Rater ${n}`, role: "member" });
    await saveRating(
      { ...admin, member },
      { slug: "many-01", stars: (n % 5) + 1, comment: `Opinion ${n}`, minutesSaved: null },
    );
  }
}

populate()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => Promise.all([closeDatabase(), closeRenderers()]));
