import { Chip } from "../ui/mark/chip";
import { type Browse, browseHref, PERIOD_WORDS } from "./browse-links";

/** The filters in force, each with a cross that leads to the same list without it. */
export function FilterChips({ browse, authorName }: { browse: Browse; authorName: string | null }) {
  const chips = [
    browse.category && {
      label: browse.category,
      href: browseHref({ ...browse, category: null }),
      remove: `Remove the category ${browse.category}`,
    },
    ...browse.tags.map((tag) => ({
      label: tag,
      href: browseHref({ ...browse, tags: browse.tags.filter((other) => other !== tag) }),
      remove: `Remove the tag ${tag}`,
    })),
    browse.author && {
      label: `By ${authorName ?? "one author"}`,
      href: browseHref({ ...browse, author: null }),
      remove: "Remove the author",
    },
    browse.rating && {
      label: `${browse.rating} stars and up`,
      href: browseHref({ ...browse, rating: null }),
      remove: "Remove the rating",
    },
    browse.updated && {
      label: PERIOD_WORDS[browse.updated],
      href: browseHref({ ...browse, updated: null }),
      remove: "Remove the time of the last change",
    },
  ].filter((chip) => chip !== null && typeof chip === "object");
  if (chips.length === 0) return null;
  return (
    <ul className="chip-row" aria-label="Filters in force">
      {chips.map(({ label, href, remove }) => (
        <li key={remove}>
          <Chip removeHref={href} removeLabel={remove}>
            {label}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
