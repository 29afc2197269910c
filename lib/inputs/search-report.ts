export const REPORT_DAYS = [7, 30, 90] as const;
export type ReportDays = (typeof REPORT_DAYS)[number];

/** Most sought; more sought than in the period before; without any result; with results of which none was close. */
export const REPORT_LISTS = ["top", "rising", "nothing", "distant"] as const;
export type ReportList = (typeof REPORT_LISTS)[number];

/** What the address of the search report asks for. `cursor` is opaque and checked by the service that made it. */
export type SearchReportInput = { days: ReportDays; list: ReportList; cursor: string | null };

type Query = Record<string, string | string[] | undefined>;

/** Reads `days`, `list` and `cursor` from an address. Never throws: what cannot be meant counts as absent. */
export function parseSearchReport(query: Query): SearchReportInput {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value) || null;
  };
  return {
    days: REPORT_DAYS.find((days) => String(days) === one("days")) ?? 30,
    list: REPORT_LISTS.find((list) => list === one("list")) ?? "top",
    cursor: one("cursor"),
  };
}

/** The address of the report; `parseSearchReport` reads it back. What is usual is left out. */
export function searchReportHref({ days, list, cursor }: Partial<SearchReportInput>): string {
  const query = new URLSearchParams();
  if (days && days !== 30) query.set("days", String(days));
  if (list && list !== "top") query.set("list", list);
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/admin/searches?${query}` : "/admin/searches";
}
