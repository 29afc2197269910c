import sharp from "sharp";
import { parseAudit } from "@/lib/inputs/audit";
import { parseBrowse } from "@/lib/inputs/browse";
import { findAuditEntry, listAudit } from "@/lib/services/audit";
import { verifyAudit } from "@/lib/services/audit-check";
import { browseSkills } from "@/lib/services/browse";
import { catchUp } from "@/lib/services/embedding-worker";
import {
  embedderOf,
  embeddingFor,
  embeddingsFor,
  embedMissing,
  embedQuery,
  findEmbeddingState,
} from "@/lib/services/embeddings";
import { findLogo, removeLogo, saveLogo } from "@/lib/services/logo";
import { findSearchModel, removeSearchModel, saveSearchModel, testSearchModel } from "@/lib/services/search-model";
import { findSettings, saveSettings } from "@/lib/services/settings";
import type { Visit } from "./visit";
import type { World } from "./worlds";

const audit = (given: Record<string, string>) => parseAudit(given);
const image = (color: string) => sharp({ create: { width: 8, height: 8, channels: 3, background: color } }).png();
const logoOf = async (world: World) => (await findLogo(world.admin))?.hash ?? null;

const passage = (me: World) => ({ name: me.mark, description: me.mark, tags: [], body: me.mark });
const sentence = (error: Error) => error.message;

async function renamed(me: World) {
  const { revision, accentColor, defaultSort } = await findSettings(me.admin);
  const kept = { accentColor, defaultSort, access: "members" as const, opens: false, moves: 0, categories: [] };
  return { ...kept, revision, name: `${me.mark} renamed`, tagline: me.mark };
}

// Documentation's own address: it is refused before anything is sent, so a visit needs no network.
const nowhere = { url: "https://192.0.2.1/v1", model: "nowhere", key: "", forgetKey: false, revision: "" };

export const ADMIN_VISITS: Record<string, Visit> = {
  findSettings: { own: (me) => findSettings(me.admin) },
  saveSettings: { own: async (me) => saveSettings(me.admin, await renamed(me)) },
  saveLogo: {
    own: async (me) => {
      const upload = await image("red").toBuffer();
      return [me.mark, await saveLogo(me.admin, { upload, replaces: await logoOf(me) })];
    },
  },
  findLogo: { own: async (me) => [me.mark, await findLogo(me.reader)] },
  removeLogo: { own: async (me) => [me.mark, await removeLogo(me.admin, { replaces: await logoOf(me) })] },
  listAudit: {
    own: (me) => listAudit(me.admin, audit({})),
    foreign: async (me, them) => {
      const found = [
        await listAudit(me.admin, audit({ actor: them.author.member.id })),
        await listAudit(me.admin, audit({ actor: them.mark })),
        await listAudit(me.admin, audit({ subject: them.mark })),
      ].flatMap((page) => page.entries);
      const { next } = await listAudit(them.admin, audit({}));
      return found.length > 0 ? found : listAudit(me.admin, audit({ cursor: next ?? "" }));
    },
  },
  findAuditEntry: { own: (me) => findAuditEntry(me.admin, 2) },
  findEmbeddingState: {
    // A neighbour's skill among those that are counted would make it more than the hall can list.
    own: async (me) => {
      const { total } = await findEmbeddingState(me.reader);
      const listed = (await browseSkills(me.reader, parseBrowse({}, "name"))).total;
      return total === listed && me.mark;
    },
  },
  embedderOf: { own: async (me) => [me.mark, (await embedderOf(me.reader)).model] },
  embedQuery: { own: async (me) => [me.mark, await embedQuery(me.reader, me.mark)] },
  embeddingFor: { own: async (me) => [me.mark, await embeddingFor(me.author, passage(me))] },
  embeddingsFor: { own: async (me) => [me.mark, await embeddingsFor(me.author, [passage(me)])] },
  embedMissing: { own: async (me) => [me.mark, await embedMissing(me.admin)] },
  catchUp: { own: async (me) => [me.mark, await catchUp(me.admin)] },
  findSearchModel: { own: async (me) => [me.mark, await findSearchModel(me.admin)] },
  testSearchModel: { own: async (me) => [me.mark, await testSearchModel(me.admin, nowhere).catch(sentence)] },
  saveSearchModel: { own: async (me) => [me.mark, await saveSearchModel(me.admin, nowhere).catch(sentence)] },
  removeSearchModel: { own: async (me) => [me.mark, await removeSearchModel(me.admin, { revision: "" })] },
  // A row of another chain in the walk would break it.
  verifyAudit: { own: async (me) => (await verifyAudit(me.admin)).ok && me.mark },
};
