import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import type { PackageFile } from "@/lib/package/file";
import { readyPackage } from "./publish-package";
import { type Published, publishReleases, type Release } from "./publish-release";

export type { Published } from "./publish-release";

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

/**
 * Publishes a package under the name in its front matter: the first version of a new skill, or a further one of the
 * member's own, whose category and tags then stay. The same version with the same bytes is the existing one.
 * @throws DomainError `invalid` with the findings' sentences, `conflict` for a name or version that is taken
 */
export async function publishSkill(ctx: MemberContext, input: PublishInput): Promise<Published> {
  const { category, tags, version, changelog } = input;
  return publishOne(ctx, { ready: await readyPackage(input), category, tags, version, changelog });
}

/**
 * Publishes a further version of a skill that is there, as its author or an admin. The newest by number becomes the latest.
 * @throws DomainError as `publishSkill`; `not_found`; `forbidden` for somebody else's skill
 */
export async function publishVersion(ctx: MemberContext, input: PublishVersionInput): Promise<Published> {
  const ready = await readyPackage(input);
  if (ready.skill.name !== input.slug) {
    const sentence = `This package is called “${ready.skill.name}”. A version of “${input.slug.slice(0, 64)}” must carry that name in its front matter.`;
    throw new DomainError("invalid", sentence, { files: sentence });
  }
  return publishOne(ctx, { ready, category: null, tags: [], version: input.version, changelog: input.changelog });
}

async function publishOne(ctx: MemberContext, release: Release): Promise<Published> {
  const [outcome] = await publishReleases(ctx, [release]);
  if (!outcome) throw new Error("A release had no outcome.");
  if ("refusal" in outcome) throw outcome.refusal;
  return outcome.published;
}
