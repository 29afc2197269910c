// Which part may use which. An arrow that points back fails `npm test`.
const database = "^(db/|node_modules/(drizzle-orm|postgres|@electric-sql)/)";
const tests = "\\.test\\.tsx?$|^db/(isolation|testing)|^lib/.*/isolation/";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or want a third that both can need.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "middleware-knows-hosts-only",
      comment: "Middleware runs on every request, assets too; it reads the host and asks no database.",
      severity: "error",
      from: { path: "^middleware\\.ts$" },
      to: { path: `${database}|^lib/services/`, reachable: true },
    },
    {
      name: "components-get-what-they-show",
      comment: "Data and actions arrive as props, so that a component can be shown anywhere.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: `${database}|^app/|^lib/services/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-ui-knows-no-domain",
      comment: "A button says nothing of skills.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/(services|inputs|package)/)" },
    },
    {
      name: "pages-ask-services",
      comment: "A query outside lib/services would have to remember its tenant by itself.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: database },
    },
    {
      name: "lib-serves-pages-unseen",
      comment: "What works without a page can be used by every page.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "services-hold-the-database",
      comment: "Of lib, only the services open a transaction.",
      severity: "error",
      from: { path: "^lib/(?!services/)", pathNot: tests },
      to: { path: database, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "packages-are-pure",
      comment: "Parsing a package needs no database, no framework and no tenant.",
      severity: "error",
      from: { path: "^lib/package/", pathNot: tests },
      to: { path: `${database}|^lib/(services|tenant|auth)|^node_modules/(next|react)/` },
    },
    {
      name: "db-stands-alone",
      comment: "The schema and the pool know the environment and nothing of what is built on them.",
      severity: "error",
      from: { path: "^db/", pathNot: `${tests}|^db/seed/` },
      to: { path: "^(app|components|lib)/", pathNot: "^lib/env\\.ts$" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { pathNot: `${tests}|^(e2e|scripts)/|vitest|playwright` },
      to: { path: "\\.test\\.tsx?$|^e2e/|^node_modules/(vitest|@playwright|fast-check)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
