import { z } from "zod";
import { parseVersion } from "@/lib/package/version";
import { categoryInput, plainText, slugInput, tagsInput } from "./skill";

export const MAX_CHANGELOG = 4_000;

export const versionInput = z
  .string()
  .trim()
  .refine((text) => parseVersion(text) !== null, "Give a version like 1.2.0.");

export const changelogInput = plainText("The changelog", MAX_CHANGELOG).default("");

/** The fields of the publish form beside its files. */
export const publishSkillInput = z.strictObject({
  category: categoryInput,
  tags: tagsInput,
  version: versionInput,
  changelog: changelogInput,
});

export const publishVersionInput = z.strictObject({
  slug: slugInput,
  version: versionInput,
  changelog: changelogInput,
});
