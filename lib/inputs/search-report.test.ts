import { expect, test } from "vitest";
import { parseSearchReport, REPORT_DAYS, REPORT_LISTS, searchReportHref } from "./search-report";

const parsed = (href: string) => parseSearchReport(Object.fromEntries(new URL(href, "http://hall").searchParams));

test("every address of the report is read back as it was meant", () => {
  for (const days of REPORT_DAYS) {
    for (const list of REPORT_LISTS) {
      for (const cursor of [null, "abc-_1"]) {
        expect(parsed(searchReportHref({ days, list, cursor }))).toEqual({ days, list, cursor });
      }
    }
  }
});

test("what is usual stands in no address", () => {
  expect(searchReportHref({ days: 30, list: "top", cursor: null })).toBe("/admin/searches");
});

test.each([{ days: "31" }, { days: "7.0", list: "people" }, { list: ["no", "top"], cursor: "" }])(
  "%j counts as absent",
  (query) => {
    expect(parseSearchReport(query)).toEqual({ days: 30, list: "top", cursor: null });
  },
);
