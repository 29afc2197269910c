/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Next looks for a middleware in the folders above as well, and would find the product's: the floor has none.
  pageExtensions: ["jsx"],
};
