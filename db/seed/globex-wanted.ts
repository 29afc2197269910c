import type { SeedRequest, SeedSearch } from "@/db/seed/organisation";

// What Globex's people look for, found and not, and what they asked for when it was not there.

export const globexSearches: SeedSearch[] = [
  { query: "hl7", perWeek: 7, trend: "steady", results: 3, places: [1, 1, 1, 2] },
  { query: "remove names from text", perWeek: 5, trend: "rising", results: 4, places: [1, 1, 2] },
  { query: "fhir patient resource", perWeek: 4, trend: "steady", results: 3, places: [1, 2, 1] },
  { query: "hazard log", perWeek: 4, trend: "steady", results: 2, places: [1, 1, 0] },
  { query: "go live", perWeek: 4, trend: "rising", results: 3, places: [1, 1, 1] },
  { query: "subject access request", perWeek: 3, trend: "steady", results: 2, places: [1, 1] },
  { query: "handover of a ticket", perWeek: 3, trend: "fading", results: 4, places: [1, 2, 0] },
  { query: "cohort", perWeek: 3, trend: "steady", results: 2, places: [1, 0] },
  { query: "training for ward staff", perWeek: 2, trend: "steady", results: 5, places: [2, 1] },
  { query: "test cases", perWeek: 4, trend: "steady", results: 3, places: [1, 1, 1, 0] },
  { query: "discharge letter", perWeek: 5, trend: "rising", results: 0, places: [0] },
  { query: "snomed mapping", perWeek: 3, trend: "steady", results: 2, isClose: false, places: [0, 1, 0] },
  { query: "downtime procedure", perWeek: 3, trend: "rising", results: 0, places: [0] },
  { query: "consent form easy read", perWeek: 2, trend: "rising", results: 3, isClose: false, places: [0, 0, 3] },
  { query: "rota", perWeek: 1, trend: "fading", results: 0, places: [0] },
  { query: "tender questions", perWeek: 2, trend: "steady", results: 2, isClose: false, places: [0] },
];

export const globexRequests: SeedRequest[] = [
  {
    title: "Discharge letter from the ward’s notes",
    detail:
      "A draft for the clinician to sign: what happened, what changed in the medication and why, what the practice has to do and by " +
      "when. Whatever the notes do not say is asked for, never filled in.",
    by: "yuki@globex.example",
    daysAgo: 15,
    votes: [
      "fatima@globex.example",
      "sofia@globex.example",
      "amara@globex.example",
      "rosalind@globex.example",
      "caleb@globex.example",
      "thabo@globex.example",
    ],
  },
  {
    title: "Paper procedure for planned downtime",
    detail:
      "From the list of affected modules to one sheet a ward: what is written where while the system is away, and in which order it " +
      "is typed in again afterwards.",
    by: "caleb@globex.example",
    daysAgo: 8,
    votes: ["grace@globex.example", "fatima@globex.example", "thabo@globex.example"],
  },
  {
    title: "Consent forms that are easy to read",
    detail: "At the reading age that our patient panel asks for, with the legal sentences left as they are and marked.",
    by: "leila@globex.example",
    daysAgo: 3,
    votes: ["fatima@globex.example", "oliver@globex.example"],
  },
  {
    title: "Take names and numbers out of free text",
    detail: "Before anything of a patient’s leaves the trust, for support tickets above all.",
    by: "thabo@globex.example",
    daysAgo: 150,
    votes: ["leila@globex.example", "yuki@globex.example", "arjun@globex.example"],
    closed: { skill: "de-identify-text", by: "leila@globex.example", daysAgo: 60 },
  },
];
