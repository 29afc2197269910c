/** @type {import("next").NextConfig} */
export default {
  // Helpers and tests build side by side; each may name a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer has been a source of advisories, and the only images shown are the organisations' own re-encoded logos.
  images: { unoptimized: true },
  // `npm test` checks the types; whoever starts the product need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["postgres", "sharp", "nodemailer", "yauzl"],
};
