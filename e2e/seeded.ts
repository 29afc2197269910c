import { acme } from "@/db/seed/acme";
import { globex } from "@/db/seed/globex";
import type { SeedOrganisation } from "@/db/seed/organisation";
import type { Role } from "@/lib/roles";

function addressOf({ people }: SeedOrganisation, role: Role): string {
  const person = people.find((one) => one.role === role);
  if (!person) throw new Error(`No ${role} is seeded.`);
  return person.email;
}

const byRole = (organisation: SeedOrganisation): Record<Role, string> => ({
  admin: addressOf(organisation, "admin"),
  reviewer: addressOf(organisation, "reviewer"),
  member: addressOf(organisation, "member"),
  viewer: addressOf(organisation, "viewer"),
});

const populated = (slug: string): Record<Role, string> => ({
  admin: `admin@${slug}.example`,
  reviewer: `reviewer@${slug}.example`,
  member: `member@${slug}.example`,
  viewer: `viewer@${slug}.example`,
});

/** The e-mail address of one person of each role; for “plenty”, “moody” and “quiet” see e2e/populate.ts. */
export const seeded = {
  acme: byRole(acme),
  globex: byRole(globex),
  plenty: populated("plenty"),
  moody: populated("moody"),
  quiet: populated("quiet"),
};

export type SeededHall = keyof typeof seeded;
