import { globexRequests, globexSearches } from "@/db/seed/globex-wanted";
import type { SeedOrganisation } from "@/db/seed/organisation";

export const globex: SeedOrganisation = {
  slug: "globex",
  name: "Globex Health",
  tagline: "Shared practice for people who build and run the clinical record",
  accent: "#0f6670",
  access: "members",
  categories: [
    "Clinical safety",
    "Integration",
    "Data protection",
    "Software delivery",
    "Analytics",
    "Service desk",
    "Implementation",
    "Training and writing",
  ],
  people: [
    { email: "amara@globex.example", name: "Amara Nwosu", title: "Director of clinical informatics", role: "admin" },
    {
      email: "henrik@globex.example",
      name: "Henrik Dahl",
      title: "Principal engineer, clinical record",
      role: "reviewer",
    },
    { email: "sofia@globex.example", name: "Sofia Papadakis", title: "Clinical safety officer", role: "reviewer" },
    { email: "arjun@globex.example", name: "Arjun Mehta", title: "Integration engineer", role: "member" },
    { email: "grace@globex.example", name: "Grace Whitfield", title: "Release manager", role: "member" },
    { email: "leila@globex.example", name: "Leila Farahani", title: "Data protection lead", role: "member" },
    { email: "caleb@globex.example", name: "Caleb Ortiz", title: "Implementation lead", role: "member" },
    { email: "yuki@globex.example", name: "Yuki Nakamura", title: "Clinical data analyst", role: "member" },
    { email: "marta@globex.example", name: "Marta Kowalczyk", title: "Test engineer", role: "member" },
    { email: "thabo@globex.example", name: "Thabo Mokoena", title: "Service desk lead", role: "member" },
    {
      email: "rosalind@globex.example",
      name: "Rosalind Achterberg",
      title: "Training and adoption lead",
      role: "member",
    },
    { email: "ines@northlight.example", name: "Ines Caldeira", title: "Quality systems consultant", role: "member" },
    { email: "fatima@globex.example", name: "Fatima Zahra Idrissi", title: "Ward liaison nurse", role: "viewer" },
    { email: "oliver@globex.example", name: "Oliver Hastings", title: "Contracts analyst", role: "viewer" },
  ],
  skills: [
    {
      folder: "code-review",
      category: "Software delivery",
      tags: ["review", "patient-safety", "confidentiality"],
      author: "henrik@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version, agreed with the clinical safety office.",
          daysAgo: 141,
          edits: [
            { file: "SKILL.md", dropSection: "## Decide whether this is your review" },
            {
              file: "SKILL.md",
              replace:
                "The patterns in `references/leaks.md` are the ones we have really shipped. Search the diff for each.\n\n",
              with: "",
            },
            { dropFile: "references/leaks.md" },
          ],
        },
        {
          version: "2.0.0",
          changelog:
            "Questions now block until answered. Adds the list of leaks we have shipped and who must be asked first.",
          daysAgo: 37,
        },
      ],
      ratings: [
        {
          by: "marta@globex.example",
          stars: 5,
          comment: "The sort-while-loading question found the same fault in four lists. Each has a test now.",
          minutesSaved: 45,
          daysAgo: 30,
        },
        {
          by: "sofia@globex.example",
          stars: 5,
          comment:
            "For the first time I can cite reviews in the safety case, because an approval means something definite.",
          minutesSaved: 30,
          daysAgo: 34,
        },
        {
          by: "arjun@globex.example",
          stars: 4,
          comment:
            "Right priorities. For engine routes, half of the first reading does not apply and it takes a while to say so.",
          minutesSaved: 20,
          daysAgo: 18,
        },
        {
          by: "leila@globex.example",
          stars: 5,
          comment: "The table of leaks is painful reading and the best thing in it.",
          daysAgo: 26,
        },
        {
          by: "grace@globex.example",
          stars: 3,
          comment:
            "Since questions block, small changes wait a day longer. I accept it for the record, less so for the build scripts.",
          daysAgo: 9,
        },
      ],
      uses: { perWeek: 27, trend: "steady" },
    },
    {
      folder: "incident-report",
      category: "Clinical safety",
      tags: ["incident", "hospitals", "assessment"],
      author: "sofia@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version of the form as a skill.",
          daysAgo: 104,
          edits: [
            { file: "SKILL.md", dropSection: "## Wording" },
            {
              file: "SKILL.md",
              replace: "## Part A: what hospitals must know (within 24 hours)",
              with: "## Part A: what hospitals must know",
            },
            {
              file: "SKILL.md",
              replace:
                'Never write "no patients were affected". We do not know; the hospital does. Write what the software did.\n\n',
              with: "",
            },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Part A is due within 24 hours, and says what the software did instead of whom it affected.",
          daysAgo: 46,
        },
      ],
      ratings: [
        {
          by: "amara@globex.example",
          stars: 5,
          comment: "Two hospitals thanked us for part A. They could start their own checks the same evening.",
          minutesSaved: 120,
          daysAgo: 39,
        },
        {
          by: "thabo@globex.example",
          stars: 4,
          comment: "Clear on what to send first. The five kinds of wrong display have become the codes on our tickets.",
          minutesSaved: 40,
          daysAgo: 28,
        },
        {
          by: "henrik@globex.example",
          stars: 4,
          comment: "Strong on harm, thinner on cause. I write part C by myself and paste it in.",
          minutesSaved: 60,
          daysAgo: 15,
        },
      ],
      uses: { perWeek: 5, trend: "steady" },
    },
    {
      folder: "release-notes",
      category: "Software delivery",
      tags: ["release", "hazards", "hospitals"],
      author: "grace@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version.",
          daysAgo: 92,
          edits: [
            { file: "SKILL.md", dropSection: "## Corrected errors need honesty" },
            { file: "SKILL.md", dropSection: "## Check" },
          ],
        },
        {
          version: "1.1.0",
          changelog:
            "Asks for the first affected release of each corrected error, after the 3.16 notes were sent back.",
          daysAgo: 51,
        },
      ],
      ratings: [
        {
          by: "rosalind@globex.example",
          stars: 5,
          comment: "Before and now in one sentence each. I make the handouts straight from it.",
          minutesSaved: 60,
          daysAgo: 42,
        },
        {
          by: "sofia@globex.example",
          stars: 5,
          comment: "It refuses to write no clinical impact for me. Good.",
          minutesSaved: 25,
          daysAgo: 47,
        },
        {
          by: "caleb@globex.example",
          stars: 4,
          comment: "Hospitals read it now. Administrators would like their section as a separate file.",
          minutesSaved: 30,
          daysAgo: 20,
        },
      ],
      uses: { perWeek: 6, trend: "steady" },
    },
    {
      folder: "meeting-notes",
      category: "Training and writing",
      tags: ["minutes", "governance", "decisions"],
      author: "rosalind@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 77 }],
      ratings: [
        {
          by: "amara@globex.example",
          stars: 4,
          comment: "Numbered decisions that stand alone have already settled one argument with a board.",
          minutesSaved: 30,
          daysAgo: 54,
        },
        {
          by: "caleb@globex.example",
          stars: 3,
          comment: "Right for project boards, too heavy for a weekly call with one hospital.",
          minutesSaved: 10,
          daysAgo: 31,
        },
        {
          by: "ines@northlight.example",
          stars: 4,
          comment:
            "Dissent by role with a reason is what an auditor hopes to find. Attendance should record who left early.",
          daysAgo: 16,
        },
      ],
      uses: { perWeek: 9, trend: "steady" },
    },
    {
      folder: "onboarding-plan",
      category: "Implementation",
      tags: ["hospitals", "project", "planning"],
      author: "caleb@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version, from the last four projects.", daysAgo: 58 }],
      ratings: [
        {
          by: "thabo@globex.example",
          stars: 5,
          comment:
            "Asking each owner what would make them say no turned up the missing night network in week two instead of week eleven.",
          minutesSaved: 90,
          daysAgo: 44,
        },
        {
          by: "arjun@globex.example",
          stars: 4,
          comment:
            "Three weeks for interfaces is right if the laboratory answers. It should say what to do when it does not.",
          minutesSaved: 30,
          daysAgo: 21,
        },
      ],
      uses: { perWeek: 4, trend: "steady" },
    },
    {
      folder: "de-identify-text",
      category: "Data protection",
      tags: ["privacy", "free-text", "de-identification", "offline"],
      author: "leila@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version: rules for direct identifiers and dates.",
          daysAgo: 147,
          edits: [
            { file: "SKILL.md", dropSection: "## 1. First pass by machine" },
            { file: "SKILL.md", dropSection: "## 5. Judge the combination" },
            {
              file: "SKILL.md",
              replace: "compatibility: Needs Python 3.9 or newer for the first pass; runs fully offline.\n",
              with: "",
            },
            {
              file: "SKILL.md",
              replace: " `references/worked-example.md` shows a letter before and after with the reasons.",
              with: "",
            },
            { dropFile: "scripts/find_identifiers.py" },
            { dropFile: "references/worked-example.md" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "A script lists candidates first, so that reading time goes to what only a reader can find.",
          daysAgo: 83,
          edits: [
            { file: "SKILL.md", dropSection: "## 5. Judge the combination" },
            {
              file: "SKILL.md",
              replace: " `references/worked-example.md` shows a letter before and after with the reasons.",
              with: "",
            },
            { dropFile: "references/worked-example.md" },
          ],
        },
        {
          version: "1.2.0",
          changelog: "Judges what the remaining facts give away together, with a worked example.",
          daysAgo: 24,
        },
      ],
      ratings: [
        {
          by: "thabo@globex.example",
          stars: 5,
          comment: "We used to refuse letters in tickets. Now we can take them, and the report shows what was done.",
          minutesSaved: 30,
          daysAgo: 19,
        },
        {
          by: "marta@globex.example",
          stars: 5,
          comment: "Its first question made me invent the test letter instead. It took ten minutes and is better.",
          minutesSaved: 40,
          daysAgo: 62,
        },
        {
          by: "yuki@globex.example",
          stars: 5,
          comment:
            "The hundred people question is rough, and still the only rule of its kind that my colleagues apply.",
          minutesSaved: 25,
          daysAgo: 12,
        },
        {
          by: "arjun@globex.example",
          stars: 4,
          comment:
            "The script takes long laboratory numbers for telephone numbers. Nothing is lost by it, the list is only longer.",
          minutesSaved: 20,
          daysAgo: 52,
        },
        {
          by: "rosalind@globex.example",
          stars: 5,
          comment: "The worked example is now the first slide of the privacy training.",
          daysAgo: 7,
        },
      ],
      uses: { perWeek: 24, trend: "rising" },
    },
    {
      folder: "hl7-message-debug",
      category: "Integration",
      tags: ["hl7", "interfaces", "diagnosis"],
      author: "arjun@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version.",
          daysAgo: 117,
          edits: [
            { file: "SKILL.md", dropSection: "## 4. Compare with a good one" },
            { file: "SKILL.md", replace: "## 5. Decide where to repair", with: "## 4. Decide where to repair" },
            { file: "SKILL.md", replace: "## 6. Say it", with: "## 5. Say it" },
            {
              file: "SKILL.md",
              replace:
                "The segments in detail, with what our engine does with each field: `references/segments.md`.\n\n",
              with: "",
            },
            { dropFile: "references/segments.md" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Compares with the last good message and describes what our engine does with each segment.",
          daysAgo: 49,
        },
      ],
      ratings: [
        {
          by: "thabo@globex.example",
          stars: 5,
          comment:
            "Empty MSH-18 and an accent in the name, found by the night desk in six minutes. It used to wait for Arjun.",
          minutesSaved: 55,
          daysAgo: 43,
        },
        {
          by: "caleb@globex.example",
          stars: 5,
          comment: "The message to the sender writes itself, with position, expected and received.",
          minutesSaved: 40,
          daysAgo: 29,
        },
        {
          by: "henrik@globex.example",
          stars: 5,
          comment: "Never repair by hand in the queue should hang on the wall.",
          minutesSaved: 30,
          daysAgo: 65,
        },
        {
          by: "marta@globex.example",
          stars: 4,
          comment: "Good on ADT and ORU. For orders the symptom table has nothing yet.",
          minutesSaved: 20,
          daysAgo: 13,
        },
      ],
      uses: { perWeek: 21, trend: "steady" },
    },
    {
      folder: "fhir-mapping",
      category: "Integration",
      tags: ["fhir", "mapping", "terminology"],
      author: "arjun@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version, after the laboratory project.", daysAgo: 41 }],
      ratings: [
        {
          by: "yuki@globex.example",
          stars: 5,
          comment:
            "The four kinds of missing explained a gap in our reports that had been blamed on the warehouse for a year.",
          minutesSaved: 90,
          daysAgo: 27,
        },
        {
          by: "sofia@globex.example",
          stars: 4,
          comment:
            "Clinicians can read and dispute the table, which is the point. Medication needs more rows than the one example.",
          minutesSaved: 45,
          daysAgo: 14,
        },
        { by: "henrik@globex.example", stars: 5, comment: "", minutesSaved: 60, daysAgo: 6 },
      ],
      uses: { perWeek: 14, trend: "rising" },
    },
    {
      folder: "hazard-log-entry",
      category: "Clinical safety",
      tags: ["hazard", "risk", "safety-case"],
      author: "sofia@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version, for new entries only.",
          daysAgo: 126,
          edits: [
            { file: "SKILL.md", dropSection: "## Review of an existing entry" },
            { file: "SKILL.md", replace: "Drafts or reviews an entry", with: "Drafts an entry" },
            {
              file: "SKILL.md",
              replace: "- With fewer than three months of use, likelihood is at least **medium**.\n",
              with: "",
            },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Reviews existing entries, and keeps the likelihood of new features from being scored too low.",
          daysAgo: 72,
        },
      ],
      ratings: [
        {
          by: "henrik@globex.example",
          stars: 5,
          comment: "The one-sentence form ends the quarrel over whether something is a bug or a hazard.",
          minutesSaved: 35,
          daysAgo: 59,
        },
        {
          by: "ines@northlight.example",
          stars: 5,
          comment:
            "Controls without evidence lower nothing. I see companies ten times this size that do not hold to it.",
          minutesSaved: 40,
          daysAgo: 32,
        },
        {
          by: "grace@globex.example",
          stars: 4,
          comment: "Drafts are good enough that the safety meeting is about scores, not wording.",
          minutesSaved: 30,
          daysAgo: 25,
        },
        {
          by: "marta@globex.example",
          stars: 4,
          comment: "Asks for tests by name, so they get names. It cannot tell when a test has been renamed.",
          minutesSaved: 15,
          daysAgo: 11,
        },
      ],
      uses: { perWeek: 10, trend: "steady" },
    },
    {
      folder: "data-access-request",
      category: "Data protection",
      tags: ["patients-rights", "deadline", "letters"],
      author: "leila@globex.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version.",
          daysAgo: 135,
          edits: [
            { file: "SKILL.md", dropSection: "## Stop and ask the data protection lead" },
            { file: "SKILL.md", replace: "- support tickets that mention the record id\n", with: "" },
          ],
        },
        {
          version: "1.0.1",
          changelog: "Searches support tickets too, and names the cases that must not be answered by routine.",
          daysAgo: 90,
        },
      ],
      ratings: [
        {
          by: "thabo@globex.example",
          stars: 4,
          comment: "The count from the first desk, not the right desk, surprised us twice before we had this.",
          minutesSaved: 60,
          daysAgo: 71,
        },
        {
          by: "amara@globex.example",
          stars: 4,
          comment: "Keeps us from deciding what is the hospital's to decide.",
          daysAgo: 38,
        },
      ],
      uses: { perWeek: 3, trend: "fading" },
    },
    {
      folder: "cohort-definition",
      category: "Analytics",
      tags: ["cohort", "reporting", "research"],
      author: "yuki@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 36 }],
      ratings: [
        {
          by: "amara@globex.example",
          stars: 5,
          comment: "I asked for one number and got a better question. The board paper was right the first time.",
          minutesSaved: 75,
          daysAgo: 17,
        },
        {
          by: "leila@globex.example",
          stars: 5,
          comment: "Small counts are hidden in the steps as well, which nearly everybody forgets.",
          daysAgo: 8,
        },
      ],
      uses: { perWeek: 9, trend: "rising" },
    },
    {
      folder: "test-case-from-requirement",
      category: "Software delivery",
      tags: ["testing", "requirements", "traceability"],
      author: "marta@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 67 }],
      ratings: [
        {
          by: "henrik@globex.example",
          stars: 4,
          comment:
            "The ward section produces cases that I would not have thought of. Equivalence classes come out a little bookish.",
          minutesSaved: 30,
          daysAgo: 48,
        },
        {
          by: "grace@globex.example",
          stars: 4,
          comment: "Sends vague stories back before anybody estimates them.",
          minutesSaved: 25,
          daysAgo: 33,
        },
        {
          by: "yuki@globex.example",
          stars: 3,
          comment: "Written for screens. For a report it asks about bar-codes and night shifts.",
          daysAgo: 22,
        },
      ],
      uses: { perWeek: 8, trend: "steady" },
    },
    {
      folder: "go-live-checklist",
      category: "Implementation",
      tags: ["go-live", "wards", "rollback"],
      author: "caleb@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 156 }],
      ratings: [
        {
          by: "rosalind@globex.example",
          stars: 5,
          comment: "We said no once because of it. Nobody on that ward has regretted it.",
          minutesSaved: 45,
          daysAgo: 96,
        },
        {
          by: "sofia@globex.example",
          stars: 4,
          comment: "Triggers agreed in advance are what counts. I would lower the wrong-patient trigger to one.",
          daysAgo: 63,
        },
      ],
      uses: { perWeek: 5, trend: "fading" },
    },
    {
      folder: "ticket-handover",
      category: "Service desk",
      tags: ["tickets", "shift", "escalation"],
      author: "thabo@globex.example",
      versions: [{ version: "0.2.0", changelog: "Second attempt at the fields.", daysAgo: 56 }],
      ratings: [
        {
          by: "arjun@globex.example",
          stars: 2,
          comment:
            "Twelve fields, nine of them unknown. What I need is what was tried and what changed when it was tried.",
          daysAgo: 45,
        },
        {
          by: "caleb@globex.example",
          stars: 2,
          comment: "It repeats the ticket in another order. I still read the ticket.",
          daysAgo: 30,
        },
        {
          by: "grace@globex.example",
          stars: 3,
          comment: "Callback time and next step are useful. Put these two first and drop the rest.",
          minutesSaved: 3,
          daysAgo: 23,
        },
        {
          by: "henrik@globex.example",
          stars: 1,
          comment: "The caller's own words as the short description means that search finds nothing.",
          daysAgo: 10,
        },
      ],
      uses: { perWeek: 12, trend: "fading" },
    },
    {
      folder: "training-handout",
      category: "Training and writing",
      tags: ["training", "wards", "writing"],
      author: "rosalind@globex.example",
      versions: [{ version: "1.0.0", changelog: "First version, tried on two wards.", daysAgo: 2 }],
      ratings: [],
      uses: { perWeek: 8, trend: "rising" },
    },
  ],
  searches: globexSearches,
  requests: globexRequests,
};
