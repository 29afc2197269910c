import { z } from "zod";

export const MAX_TAGS = 10;
export const MAX_TITLE = 120;
export const MAX_DESCRIPTION = 1024;

/** The category of a skill that belongs to none of the hall's own. */
export const NO_CATEGORY = "other";

const TAG = /^[\p{L}\p{N}][\p{L}\p{N}.+#-]{0,31}$/u;

/** A tag in its one spelling: lower case, hyphens for spaces. Null for what cannot be one. */
export function tagOf(text: string): string | null {
  const tag = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return TAG.test(tag) ? tag : null;
}

/** Tags as people type them, with commas between. */
export const tagsInput = z
  .string()
  .max(1_000, "These are too many tags.")
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(
        z.string().transform((text, check) => {
          const tag = tagOf(text);
          if (tag) return tag;
          check.addIssue(`“${text.slice(0, 40)}” cannot be a tag: use up to 32 letters, digits and hyphens.`);
          return z.NEVER;
        }),
      )
      // Two spellings may be one tag, so the same ones are dropped only now.
      .transform((tags) => [...new Set(tags)])
      .refine((tags) => tags.length <= MAX_TAGS, `A skill has up to ${MAX_TAGS} tags.`),
  );

// Control characters (but for line feeds) and the marks that turn text around would make one text look like another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\udb40[\udc00-\udc7f]/;

/** Plain text from a form: trimmed, with unseen characters refused. */
export function plainText(what: string, max: number) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => [...text].length <= max, `${what} has up to ${max.toLocaleString("en")} characters.`)
    .refine(
      (text) => !/\p{Cs}/u.test(text) && !UNSEEN.test(text),
      `${what} holds characters that cannot be seen. Remove them.`,
    );
}

export const slugInput = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "This cannot be the name of a skill.");

export const categoryInput = z.string().trim().min(1, "Choose a category.").max(64, "Choose a category from the list.");

/** The form that edits a skill. `revision` is the `updatedAt` the form was made from, in milliseconds. */
export const editSkillInput = z.strictObject({
  slug: slugInput,
  name: plainText("The title", MAX_TITLE).refine((text) => text.length > 0, "Give the skill a title."),
  description: plainText("The description", MAX_DESCRIPTION).refine(
    (text) => text.length > 0,
    "Say what the skill does and when to use it.",
  ),
  category: categoryInput,
  tags: tagsInput,
  revision: z.coerce.number().int().optional(),
});

export const oneSkillInput = z.strictObject({ slug: slugInput });
