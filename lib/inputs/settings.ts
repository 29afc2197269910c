import { z } from "zod";
import { MAX_CATEGORIES, MAX_CATEGORY, MAX_HALL_NAME, MAX_TAGLINE } from "./settings-limits";
import { NO_CATEGORY, plainText } from "./skill";

export const DEFAULT_SORTS = ["rating", "uses", "newest", "name"] as const;

/** One row of the list: what it is called now, and what it was called when the form was made; null for a new one. */
export type CategoryEdit = { name: string; was: string | null };

const oneLine = (what: string, max: number) =>
  plainText(what, max).refine((text) => !text.includes("\n"), `${what} has one line.`);

// A field that a form holds once arrives as a text, one that it holds more often as a list.
const listOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(item).max(MAX_CATEGORIES + 1, `A hall has up to ${MAX_CATEGORIES} categories of its own.`),
  );

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "The form is incomplete. Reload the page.")
  .transform(Number);

/** The settings form: everything arrives as text, `category` and `was` once a row. */
export const saveSettingsInput = z
  .strictObject({
    name: oneLine("The name", MAX_HALL_NAME).refine((text) => text !== "", "Give the organisation its name."),
    tagline: oneLine("The tagline", MAX_TAGLINE),
    accentColor: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, "Give the colour as six digits, such as #2f5d4f."),
    access: z.enum(["members", "public"], "Choose who may look around."),
    defaultSort: z.enum(DEFAULT_SORTS, "Choose one of the orders."),
    category: listOf(oneLine("A category’s name", MAX_CATEGORY)),
    was: listOf(z.string().max(64)),
    opens: ticked,
    moves: wholeNumber.default(0),
    revision: wholeNumber,
  })
  .transform(({ category, was, ...rest }, check) => ({ ...rest, categories: categoryEdits(category, was, check) }));

export type SettingsInput = z.infer<typeof saveSettingsInput>;

function categoryEdits(names: string[], was: string[], check: z.RefinementCtx): CategoryEdit[] {
  const refuse = (message: string) => check.addIssue({ code: "custom", path: ["category"], message });
  if (names.length !== was.length) refuse("The list of categories arrived incomplete. Reload the page.");
  // A row that was added and never filled in says nothing.
  const rows = names.map((name, at) => ({ name, was: was[at] || null })).filter((row) => row.name || row.was);
  const seen = new Set([NO_CATEGORY]);
  for (const { name, was: before } of rows) {
    const key = name.toLowerCase();
    if (!name) refuse(`“${before}” has lost its name. Give it one, or remove it.`);
    else if (key === NO_CATEGORY) refuse(`“${NO_CATEGORY}” is always there, for what belongs nowhere else.`);
    else if (seen.has(key)) refuse(`“${name}” is in the list twice.`);
    seen.add(key);
  }
  if (rows.length > MAX_CATEGORIES) refuse(`A hall has up to ${MAX_CATEGORIES} categories of its own.`);
  const origins = rows.flatMap((row) => row.was ?? []);
  if (new Set(origins).size < origins.length) refuse("The list of categories names one twice. Reload the page.");
  return rows;
}
