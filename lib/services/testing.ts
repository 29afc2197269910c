import { randomBytes } from "node:crypto";
import type { MemberContext } from "@/lib/context";
import type { Role } from "@/lib/roles";
import { addMember } from "./members";
import { createTenant } from "./tenants";

/** A new organisation with nobody in it but its admin. Every test makes its own, so that tests share a database and clean up nothing. */
export function someTenant(name = "A test hall"): Promise<MemberContext> {
  return createTenant({
    slug: `t${randomBytes(8).toString("hex")}`,
    name,
    admin: { email: "admin@hall.example", name: "Ada Admin" },
  });
}

/** Somebody with this role in a new organisation or, if one of its admins is given, in that one. */
export async function someone(role: Role, admin?: MemberContext): Promise<MemberContext> {
  const host = admin ?? (await someTenant());
  if (role === "admin" && !admin) return host;
  const name = randomBytes(6).toString("hex");
  const member = await addMember(host, { email: `${name}@hall.example`, name: `Person ${name}`, role });
  return { ...host, member };
}
