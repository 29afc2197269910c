import { z } from "zod";
import { plainText } from "./skill";

export const MAX_REQUEST_TITLE = 120;
export const MAX_REQUEST_DETAIL = 2_000;

export const REQUEST_STATES = ["open", "closed"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

const requestId = z.uuid("This is not a request of this hall.");

/** The form that asks for a skill. A title is one line, with single spaces. */
export const askForSkillInput = z.strictObject({
  title: plainText("The title", MAX_REQUEST_TITLE)
    .transform((text) => text.normalize("NFKC").replace(/\s+/g, " "))
    .refine((text) => text.length > 0, "Say what the skill should do.")
    .refine((text) => [...text].length <= MAX_REQUEST_TITLE, `The title has up to ${MAX_REQUEST_TITLE} characters.`),
  detail: plainText("The detail", MAX_REQUEST_DETAIL).default(""),
});

export const castVoteInput = z.strictObject({ id: requestId, vote: z.enum(["yes", "no"]) });

const ADDRESS = /^(?:.*\/skills\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;

/** The form that closes a request. A skill may be named by its name in addresses, or by the whole address of its page. */
export const closeRequestInput = z.strictObject({
  id: requestId,
  skill: z
    .string()
    .trim()
    .max(300, "This is not the address of a skill.")
    .default("")
    .transform((text, check) => {
      if (text === "") return null;
      const slug = ADDRESS.exec(text)?.[1];
      if (slug && slug.length <= 64) return slug;
      check.addIssue("Give the skill’s name as it stands in its address, like code-review.");
      return z.NEVER;
    }),
});

/** What a search becomes as the beginning of a request: a title and, of what is longer than one, all of it as the detail. */
export function requestFromSearch(typed: string): { title: string; detail: string } {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")
    .trim();
  const letters = [...text];
  if (letters.length <= MAX_REQUEST_TITLE) return { title: text, detail: "" };
  const start = letters.slice(0, MAX_REQUEST_TITLE).join("");
  const title = start.includes(" ") ? start.slice(0, start.lastIndexOf(" ")) : start;
  return { title, detail: letters.slice(0, MAX_REQUEST_DETAIL).join("") };
}
