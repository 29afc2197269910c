import { acmeRequests, acmeSearches } from "@/db/seed/acme-wanted";
import type { SeedOrganisation } from "@/db/seed/organisation";

export const acme: SeedOrganisation = {
  slug: "acme",
  name: "Acme Robotics",
  tagline: "What we know about keeping warehouse robots moving, written down once",
  accent: "#b03e12",
  access: "public",
  categories: [
    "Engineering",
    "Reliability",
    "Field service",
    "Customer support",
    "Documentation",
    "Finance",
    "People",
    "Quality and safety",
    "Meetings and planning",
  ],
  people: [
    { email: "priya@acme.example", name: "Priya Raghunathan", title: "Head of engineering operations", role: "admin" },
    { email: "tomasz@acme.example", name: "Tomasz Wieczorek", title: "Field service planning lead", role: "admin" },
    {
      email: "marcus@acme.example",
      name: "Marcus Oyelaran",
      title: "Staff engineer, motion planning",
      role: "reviewer",
    },
    { email: "hyejin@acme.example", name: "Hye-jin Park", title: "Customer support lead", role: "reviewer" },
    { email: "elena@acme.example", name: "Elena Marchetti", title: "Financial controller", role: "member" },
    { email: "samuel@acme.example", name: "Samuel Adeyemi", title: "Field service engineer", role: "member" },
    { email: "noor@acme.example", name: "Noor Haddad", title: "People partner", role: "member" },
    { email: "jonas@acme.example", name: "Jonas Lindqvist", title: "Firmware engineer", role: "member" },
    { email: "mei@acme.example", name: "Mei Tanaka", title: "Fleet software engineer", role: "member" },
    { email: "rafael@acme.example", name: "Rafael Quintero", title: "Site reliability engineer", role: "member" },
    { email: "aoife@acme.example", name: "Aoife Brennan", title: "Technical writer", role: "member" },
    { email: "ines@northlight.example", name: "Ines Caldeira", title: "Safety and quality consultant", role: "member" },
    { email: "lucia@acme.example", name: "Lucia Ferrand", title: "Procurement analyst", role: "viewer" },
    { email: "devon@acme.example", name: "Devon Clarke", title: "Operations trainee", role: "viewer" },
  ],
  skills: [
    {
      folder: "code-review",
      category: "Engineering",
      tags: ["review", "motion-safety", "merge-request"],
      author: "marcus@acme.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version, from the notes of the motion guild.",
          daysAgo: 152,
          edits: [
            { file: "SKILL.md", dropSection: "## Motion changes" },
            { file: "SKILL.md", dropSection: "## When you are unsure" },
            { file: "SKILL.md", replace: ", plus the motion checklist", with: "" },
            {
              file: "SKILL.md",
              replace: "- **Twice.** Can the message arrive again, and is the second one harmless?\n",
              with: "",
            },
            { dropFile: "references/motion-checklist.md" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Adds the motion checklist and the three findings that block a merge by themselves.",
          daysAgo: 61,
          edits: [
            { file: "SKILL.md", dropSection: "## When you are unsure" },
            {
              file: "SKILL.md",
              replace: "- **Twice.** Can the message arrive again, and is the second one harmless?\n",
              with: "",
            },
            { file: "references/motion-checklist.md", dropSection: "## People" },
          ],
        },
        {
          version: "1.2.0",
          changelog: "Asks about repeated messages, says what to do when unsure, and checks behaviour near people.",
          daysAgo: 9,
        },
      ],
      ratings: [
        {
          by: "jonas@acme.example",
          stars: 5,
          comment: "It found that my brake path took a lock through the logger. Three people had read that file.",
          minutesSaved: 40,
          daysAgo: 55,
        },
        {
          by: "mei@acme.example",
          stars: 5,
          comment: "The late, gone, wrong, twice list is now how our team talks about any network call.",
          minutesSaved: 25,
          daysAgo: 7,
        },
        {
          by: "rafael@acme.example",
          stars: 4,
          comment:
            "Very good on control code. On dashboards it still asks about stop paths now and then; I skip those.",
          minutesSaved: 20,
          daysAgo: 33,
        },
        {
          by: "priya@acme.example",
          stars: 5,
          comment: "Reviews read alike across teams since we use it, which makes them quicker to answer.",
          minutesSaved: 15,
          daysAgo: 48,
        },
        {
          by: "ines@northlight.example",
          stars: 4,
          comment:
            "The checklist is the useful half. I would add what happens when a safety scanner is swapped for another model.",
          daysAgo: 21,
        },
      ],
      uses: { perWeek: 31, trend: "steady" },
    },
    {
      folder: "incident-report",
      category: "Reliability",
      tags: ["incident", "post-mortem", "on-call"],
      author: "rafael@acme.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version.",
          daysAgo: 120,
          edits: [
            { file: "SKILL.md", dropSection: "## Set the severity" },
            { file: "SKILL.md", dropSection: "### 5. What went well, and where we were lucky" },
            { file: "SKILL.md", replace: "### 6. Actions", with: "### 5. Actions" },
            { dropFile: "assets/severity.json" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Brings the severity table into the package and asks where we were lucky.",
          daysAgo: 38,
        },
      ],
      ratings: [
        {
          by: "priya@acme.example",
          stars: 5,
          comment: "The first reports I can forward to a site manager without rewriting the summary.",
          minutesSaved: 90,
          daysAgo: 35,
        },
        {
          by: "hyejin@acme.example",
          stars: 4,
          comment:
            "Asks for what is missing rather than making it up. It could also ask for the support ticket numbers.",
          minutesSaved: 60,
          daysAgo: 27,
        },
        { by: "mei@acme.example", stars: 5, comment: "", daysAgo: 30 },
        {
          by: "samuel@acme.example",
          stars: 3,
          comment:
            "Good report, but it took four rounds of questions after a small S4. A short form for those would help.",
          minutesSaved: 20,
          daysAgo: 12,
        },
      ],
      uses: { perWeek: 8, trend: "steady" },
    },
    {
      folder: "release-notes",
      category: "Documentation",
      tags: ["release", "operators", "writing"],
      author: "aoife@acme.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version, for firmware and fleet releases alike.",
          daysAgo: 98,
          edits: [
            { file: "SKILL.md", dropSection: "## Known issues" },
            {
              file: "SKILL.md",
              replace:
                "1. Collect the changes: `bash scripts/collect_changes.sh OLD_TAG NEW_TAG`. It prints one line per merge with its labels.",
              with: "1. Collect the merged changes between the two tags, with their labels.",
            },
            { dropFile: "scripts/collect_changes.sh" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Collects the changes with a script and gives known issues a section of their own.",
          daysAgo: 44,
        },
      ],
      ratings: [
        {
          by: "hyejin@acme.example",
          stars: 5,
          comment: "Since known issues are in, we get about half as many calls in the week after a release.",
          minutesSaved: 45,
          daysAgo: 31,
        },
        {
          by: "jonas@acme.example",
          stars: 4,
          comment: "Throws away what operators do not care about, including, rightly, most of what I did.",
          minutesSaved: 30,
          daysAgo: 40,
        },
        {
          by: "rafael@acme.example",
          stars: 3,
          comment:
            "The script needs merge commits with a label trailer. Two of our repositories squash, and there it prints nothing.",
          daysAgo: 18,
        },
      ],
      uses: { perWeek: 6, trend: "steady" },
    },
    {
      folder: "meeting-notes",
      category: "Meetings and planning",
      tags: ["meetings", "writing", "actions"],
      author: "noor@acme.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 87 }],
      ratings: [
        {
          by: "aoife@acme.example",
          stars: 4,
          comment: "One page, every time. I miss a place for links to the drawings we looked at.",
          minutesSaved: 20,
          daysAgo: 66,
        },
        {
          by: "tomasz@acme.example",
          stars: 4,
          comment: "The line about nobody having taken an action is uncomfortable and it works.",
          minutesSaved: 15,
          daysAgo: 52,
        },
        {
          by: "marcus@acme.example",
          stars: 3,
          comment:
            "Fine for planning. In design discussions it drops the rejected option, which is what I look for later.",
          daysAgo: 29,
        },
        { by: "elena@acme.example", stars: 5, comment: "", minutesSaved: 25, daysAgo: 14 },
      ],
      uses: { perWeek: 17, trend: "steady" },
    },
    {
      folder: "robot-log-triage",
      category: "Field service",
      tags: ["logs", "diagnosis", "shuttle", "firmware"],
      author: "jonas@acme.example",
      versions: [
        {
          version: "0.9.0",
          changelog: "Draft for the shuttle robots only, to be tried by two engineers.",
          daysAgo: 133,
          edits: [
            { file: "SKILL.md", dropSection: "## Step 4: tell knowledge from guess" },
            { file: "SKILL.md", dropSection: "## Common mistakes" },
            { file: "SKILL.md", replace: "## Step 5: answer", with: "## Step 4: answer" },
            { file: "SKILL.md", replace: "; the fault codes differ, see `references/fault-codes.md`", with: "" },
            {
              file: "SKILL.md",
              replace: 'robots: "shuttle-2, shuttle-3, lifter-1"',
              with: 'robots: "shuttle-2, shuttle-3"',
            },
            { dropFile: "references/fault-codes.md" },
          ],
        },
        {
          version: "1.0.0",
          changelog: "Covers the lifter and lists the fault codes that mislead people.",
          daysAgo: 79,
          edits: [
            { file: "SKILL.md", dropSection: "## Common mistakes" },
            {
              file: "references/fault-codes.md",
              replace:
                "| P309 | lifter-1 | lift current above limit | a heavy load; check the guide rail for a splinter |\n",
              with: "",
            },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Adds the mistakes we keep making and the lift current fault.",
          daysAgo: 26,
        },
      ],
      ratings: [
        {
          by: "samuel@acme.example",
          stars: 5,
          comment:
            "Read the answer on my phone beside robot 31. It was the connector, as it said, and I was back at the hotel by nine.",
          minutesSaved: 75,
          daysAgo: 24,
        },
        {
          by: "hyejin@acme.example",
          stars: 5,
          comment:
            "My team can answer a first question from a site without waking an engineer. The three lists keep us honest.",
          minutesSaved: 50,
          daysAgo: 19,
        },
        {
          by: "rafael@acme.example",
          stars: 5,
          comment:
            "Walking forward from the window is the right way round. It caught a clock offset that I had missed.",
          minutesSaved: 60,
          daysAgo: 60,
        },
        {
          by: "mei@acme.example",
          stars: 4,
          comment: "Excellent on drives. For zone waits it says to look at the scheduler and stops there.",
          minutesSaved: 30,
          daysAgo: 45,
        },
        {
          by: "tomasz@acme.example",
          stars: 5,
          comment: "Visits that end with no fault found are down by a third since the summer.",
          daysAgo: 10,
        },
        { by: "marcus@acme.example", stars: 5, comment: "", minutesSaved: 35, daysAgo: 70 },
      ],
      uses: { perWeek: 29, trend: "rising" },
    },
    {
      folder: "support-reply",
      category: "Customer support",
      tags: ["tickets", "customers", "writing"],
      author: "hyejin@acme.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version.",
          daysAgo: 110,
          edits: [
            { file: "SKILL.md", dropSection: "## Difficult cases" },
            { file: "SKILL.md", dropSection: "## Check" },
            { dropFile: "references/difficult-cases.md" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Adds five difficult cases, each taken from a real conversation, and a last check.",
          daysAgo: 57,
        },
      ],
      ratings: [
        {
          by: "samuel@acme.example",
          stars: 5,
          comment: "Answer first. Customers now write back with the thing I asked for instead of asking what I meant.",
          minutesSaved: 12,
          daysAgo: 50,
        },
        {
          by: "aoife@acme.example",
          stars: 5,
          comment: "The best-written skill in the hall. I borrowed its example for the style guide.",
          daysAgo: 41,
        },
        {
          by: "tomasz@acme.example",
          stars: 4,
          comment:
            "Good voice. It is strict about promising visits, which is right, but slows down replies to our own partners.",
          minutesSaved: 8,
          daysAgo: 22,
        },
        {
          by: "elena@acme.example",
          stars: 5,
          comment: "Works for questions about invoices too.",
          minutesSaved: 10,
          daysAgo: 16,
        },
      ],
      uses: { perWeek: 26, trend: "steady" },
    },
    {
      folder: "site-survey-summary",
      category: "Field service",
      tags: ["survey", "installation", "planning"],
      author: "samuel@acme.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 74 }],
      ratings: [
        {
          by: "tomasz@acme.example",
          stars: 4,
          comment:
            "The list of what is not known saved a second visit to the Lyon site. Limits for the new lifter are missing.",
          minutesSaved: 60,
          daysAgo: 49,
        },
        {
          by: "ines@northlight.example",
          stars: 5,
          comment: "Crossings at shift change are in by default. That is where I find most of what worries me.",
          minutesSaved: 30,
          daysAgo: 20,
        },
      ],
      uses: { perWeek: 5, trend: "steady" },
    },
    {
      folder: "invoice-matching",
      category: "Finance",
      tags: ["invoices", "purchasing", "csv"],
      author: "elena@acme.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version, with the comparison done by hand.",
          daysAgo: 68,
          edits: [
            {
              file: "SKILL.md",
              replace:
                "```sh\npython3 scripts/match.py orders.csv receipts.csv invoices.csv\n```\n\nThe script prints one line per invoice line with a verdict and the difference in money. It uses decimal arithmetic; do not redo its sums in\na spreadsheet with binary fractions.\n",
              with: "Compare each invoice line with its order line and the sum of its receipts, and give it one verdict.\n",
            },
            {
              file: "SKILL.md",
              replace: "compatibility: The matching script needs Python 3.9 or newer and no other packages.\n",
              with: "",
            },
            { file: "SKILL.md", dropSection: "## Tolerance" },
            { dropFile: "scripts/match.py" },
          ],
        },
        {
          version: "1.1.0",
          changelog:
            "A script does the arithmetic in decimals. Sets the tolerance, and watches for suppliers who always land under it.",
          daysAgo: 30,
        },
      ],
      ratings: [
        {
          by: "tomasz@acme.example",
          stars: 5,
          comment:
            "Found boxes billed as pieces on bearings, 6,400 in one line. The note to the buyer needed no changes.",
          minutesSaved: 120,
          daysAgo: 26,
        },
        {
          by: "priya@acme.example",
          stars: 4,
          comment:
            "One note per buyer is the part my team likes. It should know about framework orders without receipts.",
          minutesSaved: 45,
          daysAgo: 11,
        },
        {
          by: "noor@acme.example",
          stars: 4,
          comment: "Used it for agency staff invoices. Works if you call the timesheets receipts.",
          minutesSaved: 40,
          daysAgo: 5,
        },
      ],
      uses: { perWeek: 11, trend: "rising" },
    },
    {
      folder: "month-end-variance",
      category: "Finance",
      tags: ["closing", "budget", "commentary"],
      author: "elena@acme.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 47 }],
      ratings: [],
      uses: { perWeek: 2, trend: "steady" },
    },
    {
      folder: "interview-scorecard",
      category: "People",
      tags: ["hiring", "interviews"],
      author: "noor@acme.example",
      versions: [{ version: "1.0.0", changelog: "First version, agreed with the works council.", daysAgo: 82 }],
      ratings: [
        {
          by: "marcus@acme.example",
          stars: 5,
          comment: "Showed me that I had no evidence at all for two of my five opinions.",
          minutesSaved: 25,
          daysAgo: 58,
        },
        {
          by: "mei@acme.example",
          stars: 4,
          comment: "Fair and quick. It removed a remark that did matter, about shift work, and I had to put it back.",
          minutesSaved: 15,
          daysAgo: 36,
        },
        {
          by: "hyejin@acme.example",
          stars: 2,
          comment:
            "With short notes almost every row says not covered. True, but then I do not need a tool to tell me.",
          daysAgo: 28,
        },
      ],
      uses: { perWeek: 4, trend: "steady" },
    },
    {
      folder: "onboarding-plan",
      category: "People",
      tags: ["onboarding", "new-colleagues"],
      author: "noor@acme.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 165 }],
      ratings: [
        {
          by: "priya@acme.example",
          stars: 4,
          comment: "Asking whether the guide's time has been taken off other work changed two starts for the better.",
          minutesSaved: 60,
          daysAgo: 118,
        },
        {
          by: "rafael@acme.example",
          stars: 3,
          comment: "Sound, but week two assumes office hours. Somebody joining the on-call rota needs another order.",
          minutesSaved: 30,
          daysAgo: 73,
        },
      ],
      uses: { perWeek: 4, trend: "fading" },
    },
    {
      folder: "runbook-writer",
      category: "Reliability",
      tags: ["on-call", "runbook", "alerts"],
      author: "rafael@acme.example",
      versions: [
        {
          version: "1.0.0",
          changelog: "First version.",
          daysAgo: 53,
          edits: [
            { file: "SKILL.md", dropSection: "## Prove it" },
            {
              file: "SKILL.md",
              replace: "Start from `assets/template.md`. The order is fixed:",
              with: "The order is fixed:",
            },
            { dropFile: "assets/template.md" },
          ],
        },
        {
          version: "1.1.0",
          changelog: "Adds a template, and asks for a walk-through by somebody who did not write the runbook.",
          daysAgo: 15,
        },
      ],
      ratings: [
        {
          by: "mei@acme.example",
          stars: 5,
          comment:
            "Rewrote our charger runbook with it. The next person on call fixed the queue alone, at four in the morning.",
          minutesSaved: 80,
          daysAgo: 13,
        },
        {
          by: "aoife@acme.example",
          stars: 5,
          comment: "No simply, no just. I have been asking for that for three years.",
          minutesSaved: 30,
          daysAgo: 8,
        },
        {
          by: "jonas@acme.example",
          stars: 4,
          comment: "Good. Five checks are too few for firmware hangs.",
          daysAgo: 6,
        },
      ],
      uses: { perWeek: 13, trend: "rising" },
    },
    {
      folder: "risk-assessment",
      category: "Quality and safety",
      tags: ["safety", "iso-12100", "layout"],
      author: "ines@northlight.example",
      versions: [
        { version: "1.0.0", changelog: "First version, checked against two assessments signed this year.", daysAgo: 5 },
      ],
      ratings: [
        {
          by: "samuel@acme.example",
          stars: 5,
          comment: "Going by task instead of by part, it found the battery trolley that none of us had on paper.",
          minutesSaved: 150,
          daysAgo: 2,
        },
      ],
      uses: { perWeek: 6, trend: "rising" },
    },
    {
      folder: "api-change-proposal",
      category: "Engineering",
      tags: ["api", "compatibility", "migration"],
      author: "mei@acme.example",
      versions: [{ version: "1.0.0", changelog: "First version.", daysAgo: 64 }],
      ratings: [
        {
          by: "marcus@acme.example",
          stars: 4,
          comment: "The question about unknown enum values has stopped two bad ideas, one of them mine.",
          minutesSaved: 45,
          daysAgo: 39,
        },
        {
          by: "jonas@acme.example",
          stars: 4,
          comment: "Takes older firmware seriously. Two pages are not enough once there are three robot families.",
          minutesSaved: 40,
          daysAgo: 23,
        },
      ],
      uses: { perWeek: 5, trend: "steady" },
    },
    {
      folder: "spare-parts-forecast",
      category: "Field service",
      tags: ["parts", "planning", "forecast"],
      author: "tomasz@acme.example",
      versions: [{ version: "0.1.0", changelog: "First attempt. Comments welcome.", daysAgo: 43 }],
      ratings: [
        {
          by: "samuel@acme.example",
          stars: 2,
          comment:
            "An average over four quarters orders wheels for a site that changed its floor in spring. I ended up doing it by hand.",
          daysAgo: 34,
        },
        {
          by: "elena@acme.example",
          stars: 1,
          comment:
            "Adds a fifth for slow parts on top of what already lies on the shelf. We tied up 18,000 in scanner windows.",
          daysAgo: 25,
        },
        {
          by: "priya@acme.example",
          stars: 3,
          comment: "A fair first table if you correct it. It needs the running hours of each robot, which we do have.",
          minutesSaved: 20,
          daysAgo: 17,
        },
      ],
      uses: { perWeek: 3, trend: "fading" },
    },
    {
      folder: "battery-health-review",
      category: "Reliability",
      tags: ["battery", "telemetry", "site-review"],
      author: "mei@acme.example",
      versions: [
        { version: "1.0.0", changelog: "First version, tried on three sites with packs of known age.", daysAgo: 3 },
      ],
      ratings: [],
      uses: { perWeek: 7, trend: "rising" },
    },
  ],
  searches: acmeSearches,
  requests: acmeRequests,
};
