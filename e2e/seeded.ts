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

const plenty: Record<Role, string> = {
  admin: "admin@plenty.example",
  reviewer: "reviewer@plenty.example",
  member: "member@plenty.example",
  viewer: "viewer@plenty.example",
};

/** The e-mail address of one person of each role. The hall “plenty” has more than a page of everything: see e2e/populate.ts. */
export const seeded = { acme: byRole(acme), globex: byRole(globex), plenty };

export type SeededHall = keyof typeof seeded;
