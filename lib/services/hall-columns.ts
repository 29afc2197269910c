import { siteSettings, tenants } from "@/db/schema";

/** How a hall looks and behaves, as it is stored: what every page of it needs and its settings form edits. */
export const hallColumns = {
  name: tenants.name,
  tagline: siteSettings.tagline,
  accentColor: siteSettings.accentColor,
  access: siteSettings.access,
  defaultSort: siteSettings.defaultSort,
  categories: siteSettings.categories,
  logoHash: siteSettings.logoHash,
  revision: siteSettings.revision,
};

type Column<Key extends keyof typeof hallColumns> = (typeof hallColumns)[Key]["_"];

export type HallSettings = {
  [Key in keyof typeof hallColumns]: Column<Key>["notNull"] extends true
    ? Column<Key>["data"]
    : Column<Key>["data"] | null;
};
