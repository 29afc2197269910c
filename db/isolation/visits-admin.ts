import sharp from "sharp";
import { parseAudit } from "@/lib/inputs/audit";
import { findAuditEntry, listAudit } from "@/lib/services/audit";
import { verifyAudit } from "@/lib/services/audit-check";
import { findLogo, removeLogo, saveLogo } from "@/lib/services/logo";
import { findSettings, saveSettings } from "@/lib/services/settings";
import type { Visit } from "./visit";
import type { World } from "./worlds";

const audit = (given: Record<string, string>) => parseAudit(given);
const image = (color: string) => sharp({ create: { width: 8, height: 8, channels: 3, background: color } }).png();
const logoOf = async (world: World) => (await findLogo(world.admin))?.hash ?? null;

async function renamed(me: World) {
  const { revision, accentColor, defaultSort } = await findSettings(me.admin);
  const kept = { accentColor, defaultSort, access: "members" as const, opens: false, moves: 0, categories: [] };
  return { ...kept, revision, name: `${me.mark} renamed`, tagline: me.mark };
}

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
  // A row of another chain in the walk would break it.
  verifyAudit: { own: async (me) => (await verifyAudit(me.admin)).ok && me.mark },
};
