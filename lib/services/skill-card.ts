import { skills, users } from "@/db/schema";

/** A skill as lists show it. */
export type SkillCard = {
  id: string;
  slug: string;
  name: string;
  description: string;
  category: string;
  tags: string[];
  ratingCount: number;
  /** From 1 to 5; null while nobody has rated it. */
  ratingMean: number | null;
  useCount: number;
  latestVersion: string;
  updatedAt: Date;
  createdAt: Date;
  author: { id: string; name: string };
};

/** What to select for a card, from skills joined with their authors. */
export const cardColumns = {
  id: skills.id,
  slug: skills.slug,
  name: skills.name,
  description: skills.description,
  category: skills.category,
  tags: skills.tags,
  ratingCount: skills.ratingCount,
  ratingSum: skills.ratingSum,
  useCount: skills.useCount,
  latestVersion: skills.latestVersion,
  updatedAt: skills.updatedAt,
  createdAt: skills.createdAt,
  author: { id: users.id, name: users.name },
};

type CardRow = Omit<SkillCard, "ratingMean" | "latestVersion"> & { ratingSum: number; latestVersion: string | null };

export function toCard({ ratingSum, latestVersion, ...row }: CardRow): SkillCard {
  return { ...row, latestVersion: latestVersion ?? "", ratingMean: meanOf(ratingSum, row.ratingCount) };
}

export const meanOf = (sum: number, count: number): number | null => (count === 0 ? null : sum / count);
