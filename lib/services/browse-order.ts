import { asc, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { skills } from "@/db/schema";
import type { BrowseInput, Sort } from "@/lib/inputs/browse";
import type { Found } from "./search";

/** Where a page begins or ends: the sort key as text and the id of the skill there, and which way the page lies from it. */
export type Place = { way: "after" | "before"; key: string; id: string };

export const placeShape: z.ZodType<Place> = z.strictObject({
  way: z.enum(["after", "before"]),
  key: z.string().max(400),
  id: z.uuid(),
});

/** What makes a list another list: a cursor of one does not fit the other. */
export const listOf = ({ cursor, ...list }: BrowseInput): unknown => ["skills", list];

type Order = { key: SQL; type: SQL; falls: boolean };

const ORDERS: Record<Exclude<Sort, "relevance">, Order> = {
  rating: { key: sql`${skills.ratingScore}`, type: sql`float8`, falls: true },
  uses: { key: sql`${skills.useCount}`, type: sql`int`, falls: true },
  newest: { key: sql`${skills.createdAt}`, type: sql`timestamptz`, falls: true },
  name: { key: sql`lower(${skills.name})`, type: sql`text`, falls: false },
};

/** The place in a ranking, which `browsePage` joins as `found`. */
const PLACE: Order = { key: sql`found.place`, type: sql`float8`, falls: false };

export const orderOf = (sort: Sort): Order => (sort === "relevance" ? PLACE : ORDERS[sort]);

/** The order by, turned round for a page that ends at a place. Equal keys stand in the order of their ids. */
export function orderBy(order: Order, way: Place["way"]): SQL[] {
  const isForward = way === "after";
  return [order.falls === isForward ? desc(order.key) : asc(order.key), isForward ? asc(skills.id) : desc(skills.id)];
}

/** Everything beyond a place. The bare comparison of the key lets an index start there. */
export function beyond(order: Order, place: Place | null): SQL | undefined {
  if (!place) return undefined;
  const isForward = place.way === "after";
  const key = sql`${place.key}::${order.type}`;
  const past = order.falls === isForward ? sql`<` : sql`>`;
  const pastId = isForward ? sql`>` : sql`<`;
  return sql`${order.key} ${past}= ${key} and (${order.key} ${past} ${key} or ${skills.id} ${pastId} ${place.id}::uuid)`;
}

// Enough that one of them is still there, few enough for an address.
const TRACED = 12;
const MARK_LETTERS = 8;
const markOf = (id: string) => id.replaceAll("-", "").slice(0, MARK_LETTERS);

/** What a cursor keeps of a place in a ranking: the place, and who stands there, before it and after it. */
export function traceOf(ranking: Found[], place: number): string {
  const marks = (from: Found[]) => from.map(({ id }) => markOf(id)).join("");
  const before = ranking.slice(Math.max(0, place - TRACED), place).reverse();
  return [place, marks(before), marks(ranking.slice(place, place + TRACED))].join(" ");
}

/**
 * A place in a ranking as it is now, counted from 1. Scores and places move when a skill is published meanwhile, so it is
 * found by who stood there; if they have left the ranking it lies half a place beside whoever stood next to them.
 */
export function placeIn(ranking: Found[], { key, id, way }: Place): Place {
  const [place = "1", before = "", after = ""] = key.split(" ");
  const places = new Map(ranking.map((found, index) => [markOf(found.id), index + 1]));
  const nearest = (marks: string) =>
    (marks.match(/.{8}/g) ?? []).map((mark) => places.get(mark)).find((at) => at !== undefined);
  const exact = places.get(markOf(id));
  const [last, next] = [nearest(before), nearest(after)];
  const beside = last === undefined ? (next === undefined ? Number(place) : next - 0.5) : last + 0.5;
  return { id, way, key: String(exact ?? beside) };
}
