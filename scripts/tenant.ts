// `npm run tenant -- …`: what an operator does about organisations and their people from the terminal.
import { parseArgs } from "node:util";
import type { MemberContext } from "@/lib/context";
import { EnvError } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { ROLES, type Role } from "@/lib/roles";
import { addMember, changeRole, removeMember } from "@/lib/services/members";
import { createTenant, findOperatorContext } from "@/lib/services/tenants";
import { withDatabase } from "./support/open-database";

const USAGE = `npm run tenant -- create ADDRESS --name "Acme Robotics" --admin maya@acme.example --admin-name "Maya Chen"
npm run tenant -- add    ADDRESS E-MAIL --name "Sam Osei" [--role member] [--title "Field engineer"]
npm run tenant -- role   ADDRESS E-MAIL viewer|member|reviewer|admin
npm run tenant -- remove ADDRESS E-MAIL`;

const TEXT = { type: "string" } as const;
const options = { name: TEXT, admin: TEXT, "admin-name": TEXT, role: TEXT, title: TEXT };

async function run(words: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  const [verb, slug, email, role] = positionals;
  if (!verb || !slug) throw new DomainError("invalid", USAGE);
  if (verb === "create") {
    const admin = { email: needed(values.admin, "--admin"), name: needed(values["admin-name"], "--admin-name") };
    await createTenant({ slug, name: needed(values.name, "--name"), admin });
    return `Created ${slug}. ${admin.email} is its first admin and signs in there by an e-mailed link.`;
  }
  const ctx = await operatorOf(slug);
  if (verb === "add") {
    const input = { email: needed(email, "E-MAIL"), name: needed(values.name, "--name"), title: values.title };
    const member = await addMember(ctx, { ...input, role: roleNamed(values.role ?? "member") });
    return `Added ${member.name} as ${member.role}.`;
  }
  if (verb === "role") {
    const member = await changeRole(ctx, { email: needed(email, "E-MAIL"), role: roleNamed(role) });
    return `${member.name} is now ${member.role}.`;
  }
  if (verb === "remove") {
    const member = await removeMember(ctx, needed(email, "E-MAIL"));
    return `Removed ${member.name}, who is signed out everywhere.`;
  }
  throw new DomainError("invalid", `“${verb}” is not known here.\n${USAGE}`);
}

async function operatorOf(slug: string): Promise<MemberContext> {
  const ctx = await findOperatorContext(slug);
  if (!ctx) throw new DomainError("not_found", `There is no organisation at “${slug}”.`);
  return ctx;
}

function needed(value: string | undefined, name: string): string {
  if (value?.trim()) return value.trim();
  throw new DomainError("invalid", `${name} is missing.\n${USAGE}`);
}

function roleNamed(name: string | undefined): Role {
  const role = ROLES.find((known) => known === name);
  if (role) return role;
  throw new DomainError("invalid", `“${name ?? ""}” is not a role. Roles are ${ROLES.join(", ")}.`);
}

withDatabase(() => run(process.argv.slice(2))).then(
  (sentence) => console.log(sentence),
  (error: unknown) => {
    const known =
      error instanceof DomainError ||
      error instanceof EnvError ||
      (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    console.error(known ? (error as Error).message : error);
    process.exitCode = 1;
  },
);
