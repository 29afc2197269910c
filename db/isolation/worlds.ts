import { randomBytes } from "node:crypto";
import type { MemberContext } from "@/lib/context";
import { parseBrowse } from "@/lib/inputs/browse";
import { browseSkills } from "@/lib/services/browse";
import { addMember } from "@/lib/services/members";
import { saveRating } from "@/lib/services/ratings";
import { askForSkill } from "@/lib/services/request-ask";
import { logSearch } from "@/lib/services/search-log";
import { openDemoSession } from "@/lib/services/sessions";
import { createSignInLink } from "@/lib/services/sign-in-links";
import { file, packageOf, publish } from "@/lib/services/skill-testing";
import { createTenant } from "@/lib/services/tenants";
import { recordUse } from "@/lib/services/usage";

/** The address of a skill that every world has, each with words of its own. */
export const SHARED = "shared-name";

/** The title of a request that every world has. */
export const WANTED_BY_ALL = "What every hall wants";

/** An organisation as its people make one: by the services, every free text of it marked. */
export type World = {
  admin: MemberContext;
  author: MemberContext;
  reader: MemberContext;
  /** A word that stands in every text of this world and of no other. */
  mark: string;
  /** The address of a skill that only this world has. */
  only: string;
  versions: { shared: string; only: string };
  sessionId: string;
  /** An open request, and the id of a search that was kept. */
  requestId: string;
  searchId: string;
  /** The secret of a sign-in link that nobody has used. */
  token: string;
  cursor: string;
};

/** The package of a world's skill. */
export const marked = (slug: string, mark: string) => [
  ...packageOf({ name: slug, title: `${mark} title`, description: `${mark} says what it does.`, body: `${mark} body` }),
  file("notes.txt", `${mark} notes`),
];

export async function makeWorld(): Promise<World> {
  const mark = `canary${randomBytes(6).toString("hex")}`;
  const admin = await createTenant({
    slug: `t${randomBytes(8).toString("hex")}`,
    name: `${mark} hall`,
    admin: { email: `${mark}-admin@hall.example`, name: `${mark} admin` },
  });
  const join = async (noun: string): Promise<MemberContext> => {
    const person = { email: `${mark}-${noun}@hall.example`, name: `${mark} ${noun}`, title: mark };
    return { ...admin, address: mark, userAgent: mark, member: await addMember(admin, { ...person, role: "member" }) };
  };
  const [author, reader] = [await join("author"), await join("reader")];
  const only = `only-${randomBytes(6).toString("hex")}`;
  const versions = { shared: `1.0.0-${only}`, only: `2.0.0-${only}` };
  for (const [slug, version] of [
    [SHARED, versions.shared],
    [only, versions.only],
  ] as const) {
    await publish(author, { files: marked(slug, mark), tags: [mark], changelog: `${mark} changes`, version });
    await saveRating(reader, { slug, stars: 4, comment: `${mark} comment`, minutesSaved: 5 });
    await recordUse(reader, { slug, version, kind: "download" });
  }
  // Enough for a second page, so that there is a cursor to carry elsewhere.
  for (let count = 0; count < 24; count++) await publish(author, { files: marked(`more-${count}-${mark}`, mark) });
  const { id: requestId } = await askForSkill(author, { title: `${mark} title`, detail: `${mark} wants it.` });
  await askForSkill(author, { title: WANTED_BY_ALL, detail: `${mark} wants it too.` });
  const searchId = await logSearch(reader, { query: `${mark} search`, results: 0, isClose: false });
  const { sessionId } = await openDemoSession(reader, { email: reader.member.email });
  const link = await createSignInLink(reader, { email: reader.member.email });
  const page = await browseSkills(reader, parseBrowse({}, "name"));
  if (!link || !page.next || !searchId) throw new Error("The world is not whole.");
  return {
    admin,
    author,
    reader,
    mark,
    only,
    versions,
    sessionId,
    requestId,
    searchId,
    token: link.token,
    cursor: page.next,
  };
}
