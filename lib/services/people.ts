import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { parseBrowse } from "@/lib/inputs/browse";
import type { Role } from "@/lib/roles";
import { type BrowsePage, browseSkills } from "./browse";
import { inTenant } from "./scope";
import { read } from "./unit";

export type PersonPage = {
  id: string;
  name: string;
  title: string;
  role: Role;
  createdAt: Date;
  /** No longer a member; what they wrote stays under their name. */
  hasLeft: boolean;
  /** Their listed skills, most used first. */
  skills: BrowsePage["skills"];
  skillCount: number;
};

/** A person of this hall and what they published, in three statements. Null for anybody else's id, and for what is none. */
export async function findPersonPage(ctx: TenantContext, id: string): Promise<PersonPage | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return read(ctx, async (tx) => {
    const [person] = await tx
      .select({
        id: users.id,
        name: users.name,
        title: users.title,
        role: users.role,
        createdAt: users.createdAt,
        status: users.status,
      })
      .from(users)
      .where(inTenant(ctx, users, eq(users.id, id)));
    if (!person) return null;
    const { status, ...known } = person;
    const { skills, total } = await browseSkills(ctx, parseBrowse({ author: id, sort: "uses" }, "uses"));
    return { ...known, hasLeft: status === "removed", skills, skillCount: total };
  });
}
