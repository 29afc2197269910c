/** @type {import("next").NextConfig} */
export default {
  // Two builds of one checkout, such as a served one and one under test, need a folder each.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer has been a source of advisories, and the only images shown are the organisations' own re-encoded logos.
  images: { unoptimized: true },
  // `npm test` checks the types; whoever starts the product need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    resolveAlias: {
      // 0.4 KB for browsers that cannot show the style sheet anyway: docs/decisions/without-polyfills.md.
      "../build/polyfills/polyfill-module": "./scripts/support/empty.mjs",
    },
  },
  serverExternalPackages: ["postgres", "sharp", "nodemailer", "yauzl"],
};
