import { z } from "zod";
import { plainText, slugInput } from "./skill";

export const MAX_COMMENT = 2_000;
/** A working week: more than any one use of a skill can save. */
export const MAX_MINUTES_SAVED = 2_400;

const minutes = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, "Give whole minutes, or nothing.")
  .transform((text) => (text === "" ? null : Number(text)))
  .refine(
    (value) => value === null || value <= MAX_MINUTES_SAVED,
    `Give up to ${MAX_MINUTES_SAVED} minutes for one use.`,
  );

/** The rating form: everything arrives as text. */
export const saveRatingInput = z.strictObject({
  slug: slugInput,
  stars: z
    .string()
    .regex(/^[1-5]$/, "Choose one to five stars.")
    .transform(Number),
  comment: plainText("The comment", MAX_COMMENT).default(""),
  minutesSaved: minutes.default(null),
});
