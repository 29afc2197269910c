import type { MemberContext } from "@/lib/context";
import type { PackageFile } from "@/lib/package/file";

export type Published = {
  slug: string;
  name: string;
  version: string;
  digest: string;
  /** False when this very version with these very bytes was there already. */
  created: boolean;
};

export type PublishInput = {
  files: PackageFile[];
  folder?: string;
  category: string;
  tags: string[];
  version: string;
  changelog: string;
};

export type PublishVersionInput = {
  slug: string;
  files: PackageFile[];
  folder?: string;
  version: string;
  changelog: string;
};

/** @throws DomainError `invalid` with the findings' sentences, `conflict` for a name or version that is taken */
export async function publishSkill(_ctx: MemberContext, _input: PublishInput): Promise<Published> {
  throw new Error("Being written.");
}

/** @throws DomainError as `publishSkill`; `not_found`; `forbidden` for somebody else's skill */
export async function publishVersion(_ctx: MemberContext, _input: PublishVersionInput): Promise<Published> {
  throw new Error("Being written.");
}
