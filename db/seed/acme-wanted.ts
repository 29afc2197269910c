import type { SeedRequest, SeedSearch } from "@/db/seed/organisation";

// What Acme's people look for, found and not, and what they asked for when it was not there.

export const acmeSearches: SeedSearch[] = [
  { query: "code review", perWeek: 7, trend: "steady", results: 6, places: [1, 1, 1, 0, 2] },
  { query: "robot logs", perWeek: 6, trend: "rising", results: 4, places: [1, 1, 2, 1] },
  { query: "battery health", perWeek: 3, trend: "steady", results: 3, places: [1, 1, 0] },
  { query: "support answer to angry customer", perWeek: 3, trend: "steady", results: 5, places: [1, 2, 1] },
  { query: "post mortem", perWeek: 3, trend: "steady", results: 3, places: [2, 1, 1] },
  { query: "invoice", perWeek: 4, trend: "fading", results: 2, places: [1, 1, 0] },
  { query: "fault code p309", perWeek: 2, trend: "rising", results: 2, places: [1, 1] },
  { query: "meeting notes", perWeek: 5, trend: "steady", results: 4, places: [1, 1, 0, 1] },
  { query: "spare parts for next quarter", perWeek: 2, trend: "steady", results: 5, places: [1, 3] },
  { query: "runbook", perWeek: 3, trend: "fading", results: 3, places: [1, 1, 2] },
  { query: "variance month end", perWeek: 2, trend: "steady", results: 2, places: [1] },
  { query: "lockout tagout", perWeek: 4, trend: "rising", results: 0, places: [0] },
  { query: "translate manual to polish", perWeek: 3, trend: "rising", results: 0, places: [0] },
  { query: "forklift crossing", perWeek: 1, trend: "steady", results: 2, isClose: false, places: [0, 2] },
  { query: "travel expenses", perWeek: 2, trend: "steady", results: 3, isClose: false, places: [0, 0, 3] },
  { query: "customs paperwork", perWeek: 2, trend: "rising", results: 0, places: [0] },
  { query: "wiring diagram", perWeek: 1, trend: "steady", results: 4, isClose: false, places: [0] },
];

export const acmeRequests: SeedRequest[] = [
  {
    title: "Lockout and tagout plan for a cell",
    detail:
      "From the cell’s drawing and its list of energy sources: the isolation points in the order in which they are locked, who holds " +
      "the key, and how one proves that it is dead. It must refuse to guess when a source is missing from the list.",
    by: "samuel@acme.example",
    daysAgo: 12,
    votes: [
      "ines@northlight.example",
      "tomasz@acme.example",
      "jonas@acme.example",
      "devon@acme.example",
      "marcus@acme.example",
    ],
  },
  {
    title: "Operator manual in Polish",
    detail:
      "Takes a chapter of the operator manual and gives it in the Polish that the people at the Wrocław site speak. Warnings keep the " +
      "wording of the standard, part names stay as they are printed on the robot.",
    by: "aoife@acme.example",
    daysAgo: 9,
    votes: ["tomasz@acme.example", "samuel@acme.example", "hyejin@acme.example"],
  },
  {
    title: "Customs papers for spare parts",
    detail: "From the packing list to the tariff numbers and the declared values, with what has to be checked by hand.",
    by: "elena@acme.example",
    daysAgo: 4,
    votes: ["lucia@acme.example"],
  },
  {
    title: "First answers from the logs of a robot",
    detail: "So that support can say something true to a site before an engineer is awake.",
    by: "hyejin@acme.example",
    daysAgo: 140,
    votes: ["samuel@acme.example", "rafael@acme.example", "mei@acme.example", "tomasz@acme.example"],
    closed: { skill: "robot-log-triage", by: "jonas@acme.example", daysAgo: 79 },
  },
];
