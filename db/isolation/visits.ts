import { parseBrowse } from "@/lib/inputs/browse";
import { listOwnSessions } from "@/lib/services/account";
import { findArchive } from "@/lib/services/archive";
import { browseSkills } from "@/lib/services/browse";
import { editSkill, findEditableSkill } from "@/lib/services/edit";
import { findSkillFile } from "@/lib/services/files";
import { findFrontPage } from "@/lib/services/front-page";
import { openHall } from "@/lib/services/hall";
import { addMember, changeRole, findMember, removeMember } from "@/lib/services/members";
import { findPersonPage } from "@/lib/services/people";
import { publishSkill, publishVersion } from "@/lib/services/publish";
import { checkPackage } from "@/lib/services/publish-check";
import { type Candidate, importSkills } from "@/lib/services/publish-import";
import { removeRating, saveRating } from "@/lib/services/ratings";
import { searchSkills } from "@/lib/services/search";
import { reindexOutdated } from "@/lib/services/search-catch-up";
import { closeSession, openDemoSession } from "@/lib/services/sessions";
import { createSignInLink, listDemoPeople, spendSignInLink } from "@/lib/services/sign-in-links";
import { similarSkills } from "@/lib/services/similar";
import { findFirstAdmin } from "@/lib/services/skill-author";
import { findSkillPage } from "@/lib/services/skill-page";
import { archiveSkill, restoreSkill } from "@/lib/services/skill-status";
import { suggest } from "@/lib/services/suggest";
import { recordUse } from "@/lib/services/usage";
import { listVersions } from "@/lib/services/versions";
import type { Visit } from "./visit";
import { ADMIN_VISITS } from "./visits-admin";
import { WANTED_VISITS } from "./visits-wanted";
import { marked, SHARED, type World } from "./worlds";

const browse = (given: Record<string, string>) => parseBrowse(given, "name");
const opinion = (me: World) => ({ stars: 1, comment: me.mark, minutesSaved: null });
const edited = (me: World) => ({ name: me.mark, description: me.mark, category: "other", tags: [me.mark] });

async function* candidates(slug: string, mark: string): AsyncIterable<Candidate> {
  yield { where: slug, files: marked(slug, mark) };
}

/** Every service that a request, an action or a script may call, by its name. In this order: later ones write. */
export const VISITS: Record<string, Visit> = {
  browseSkills: {
    own: async (me) => [
      await browseSkills(me.reader, browse({})),
      await browseSkills(me.reader, browse({ cursor: me.cursor })),
      await browseSkills(me.reader, browse({ q: SHARED })),
      await browseSkills(me.reader, browse({ q: "title", sort: "relevance" })),
    ],
    foreign: async (me, them) => {
      const found = [
        await browseSkills(me.reader, browse({ tag: them.mark })),
        await browseSkills(me.reader, browse({ author: them.author.member.id })),
        await browseSkills(me.reader, browse({ q: them.only })),
        await browseSkills(me.reader, browse({ q: them.mark })),
      ].flatMap((page) => page.skills);
      return found.length > 0 ? found : browseSkills(me.reader, browse({ cursor: them.cursor }));
    },
  },
  searchSkills: {
    own: async (me) => [me.mark, await searchSkills(me.reader, { q: "title" })],
    foreign: (me, them) => searchSkills(me.reader, { q: them.mark }).then(({ found }) => found),
  },
  suggest: {
    own: (me) => suggest(me.reader, { typed: me.mark.slice(0, 8) }),
    foreign: async (me, them) => {
      const { skills, words, people } = await suggest(me.reader, { typed: them.mark.slice(0, -1) });
      return [...skills, ...words, ...people].filter((one) => JSON.stringify(one).includes(them.mark));
    },
  },
  similarSkills: {
    own: (me) => similarSkills(me.reader, { slug: SHARED }),
    foreign: async (me, them) => [
      ...(await similarSkills(me.reader, { slug: them.only })),
      ...(await similarSkills(me.reader, { text: them.mark })),
    ],
  },
  findFrontPage: { own: (me) => findFrontPage(me.reader) },
  findSkillPage: {
    own: (me) => findSkillPage(me.reader, { slug: SHARED, viewerId: me.reader.member.id }),
    foreign: async (me, them) =>
      (await findSkillPage(me.reader, { slug: them.only, viewerId: them.author.member.id })) ??
      findSkillPage(me.reader, { slug: SHARED, version: them.versions.shared, viewerId: null }),
  },
  listVersions: {
    own: (me) => listVersions(me.reader, { slug: SHARED }),
    foreign: (me, them) => listVersions(me.reader, { slug: them.only, viewerId: them.author.member.id }),
  },
  findSkillFile: {
    own: (me) => findSkillFile(me.reader, { slug: SHARED, path: "notes.txt" }),
    foreign: async (me, them) =>
      (await findSkillFile(me.reader, { slug: them.only, path: "notes.txt" })) ??
      findSkillFile(me.reader, { slug: SHARED, version: them.versions.shared, path: "notes.txt" }),
  },
  findArchive: {
    own: async (me) => [me.mark, (await findArchive(me.reader, { slug: SHARED }))?.filename],
    foreign: async (me, them) =>
      (await findArchive(me.reader, { slug: them.only })) ??
      findArchive(me.reader, { slug: SHARED, version: them.versions.shared }),
  },
  findEditableSkill: {
    own: (me) => findEditableSkill(me.author, SHARED),
    foreign: (me, them) => findEditableSkill(me.admin, them.only),
  },
  checkPackage: {
    own: (me) => checkPackage(me.reader, { files: marked(SHARED, me.mark) }),
    foreign: async (me, them) => (await checkPackage(me.reader, { files: marked(them.only, me.mark) })).existing,
  },
  findPersonPage: {
    own: (me) => findPersonPage(me.reader, me.author.member.id),
    foreign: (me, them) => findPersonPage(me.reader, them.author.member.id),
  },
  findMember: {
    own: (me) => findMember(me.reader, me.author.member.email),
    foreign: (me, them) => findMember(me.reader, them.author.member.email),
  },
  findFirstAdmin: { own: (me) => findFirstAdmin(me.reader) },
  listDemoPeople: { own: (me) => listDemoPeople(me.reader) },
  listOwnSessions: {
    own: (me) => listOwnSessions(me.reader),
    foreign: (me, them) => listOwnSessions({ ...me.reader, member: them.reader.member }),
  },
  openHall: {
    own: async (me) => (await openHall(me.reader, { sessionId: me.sessionId }))?.hall,
    foreign: async (me, them) => (await openHall(me.reader, { sessionId: them.sessionId }))?.member,
  },
  ...WANTED_VISITS,
  saveRating: {
    own: async (me) => [me.mark, await saveRating(me.admin, { slug: SHARED, ...opinion(me) })],
    foreign: (me, them) => saveRating(me.admin, { slug: them.only, ...opinion(me) }),
  },
  removeRating: {
    own: async (me) => [me.mark, await removeRating(me.admin, { slug: SHARED })],
    foreign: (me, them) => removeRating({ ...me.admin, member: them.reader.member }, { slug: them.only }),
  },
  recordUse: {
    own: async (me) => [
      me.mark,
      await recordUse(me.admin, { slug: SHARED, version: me.versions.shared, kind: "install_copy" }),
    ],
    foreign: (me, them) => recordUse(me.admin, { slug: them.only, version: them.versions.only, kind: "install_copy" }),
  },
  editSkill: {
    own: (me) => editSkill(me.author, { slug: SHARED, ...edited(me) }),
    foreign: (me, them) => editSkill(me.admin, { slug: them.only, ...edited(me) }),
  },
  archiveSkill: {
    own: async (me) => [me.mark, await archiveSkill(me.author, { slug: SHARED })],
    foreign: (me, them) => archiveSkill(me.admin, { slug: them.only }),
  },
  restoreSkill: {
    own: async (me) => [me.mark, await restoreSkill(me.author, { slug: SHARED })],
    foreign: (me, them) => restoreSkill(me.admin, { slug: them.only }),
  },
  publishVersion: {
    own: async (me) => [
      me.mark,
      await publishVersion(me.author, {
        slug: SHARED,
        files: marked(SHARED, me.mark),
        version: "3.0.0",
        changelog: "",
      }),
    ],
    foreign: (me, them) =>
      publishVersion(me.admin, { slug: them.only, files: marked(them.only, me.mark), version: "3.0.0", changelog: "" }),
  },
  importSkills: {
    own: async (me) => [me.mark, await importSkills(me.author, candidates("imported", me.mark))],
  },
  addMember: {
    own: (me) => addMember(me.admin, { email: `${me.mark}-new@hall.example`, name: me.mark, role: "member" }),
  },
  changeRole: {
    own: (me) => changeRole(me.admin, { email: `${me.mark}-new@hall.example`, role: "viewer" }),
    foreign: (me, them) => changeRole(me.admin, { email: them.reader.member.email, role: "viewer" }),
  },
  removeMember: {
    own: (me) => removeMember(me.admin, `${me.mark}-new@hall.example`),
    foreign: (me, them) => removeMember(me.admin, them.reader.member.email),
  },
  createSignInLink: {
    own: (me) => createSignInLink(me.reader, { email: me.author.member.email }),
    foreign: (me, them) => createSignInLink(me.reader, { email: them.author.member.email }),
  },
  spendSignInLink: {
    own: (me) => spendSignInLink(me.reader, { token: me.token }),
    foreign: (me, them) => spendSignInLink(me.reader, { token: them.token }),
  },
  openDemoSession: {
    own: (me) => openDemoSession(me.reader, { email: me.author.member.email }),
    foreign: (me, them) => openDemoSession(me.reader, { email: them.author.member.email }),
  },
  closeSession: {
    own: async (me) => [me.mark, await closeSession(me.reader, { sessionId: me.sessionId })],
    foreign: (me, them) => closeSession({ ...me.reader, member: them.reader.member }, { sessionId: them.sessionId }),
  },
  // What another hall calls a skill is free to take here.
  publishSkill: {
    own: async (me, them) => {
      const first = { category: "other", tags: [], version: them.versions.only, changelog: "" };
      const { created } = await publishSkill(me.author, { ...first, files: marked(them.only, me.mark) });
      return created && me.mark;
    },
  },
  reindexOutdated: { own: async (me) => [me.mark, await reindexOutdated(me.reader)] },
  ...ADMIN_VISITS,
};

/** Exported verbs that only other services call, each inside a unit of theirs that is visited above. */
export const VISITED_WITHIN = ["embedExpected", "prepareSearch", "publishReleases"];
