import { type MinRating, PERIODS, type Period, RATINGS } from "@/lib/inputs/browse";
import { Icon } from "../ui/icons/icon";
import { type Browse, browseHref, PERIOD_WORDS } from "./browse-links";
import { FilterLinks } from "./filter-links";

type Count = { name: string; count: number };
type Props = {
  browse: Browse;
  counts: {
    categories: Count[];
    tags: Count[];
    authors: (Count & { id: string })[];
    ratings: Record<MinRating, number>;
    updated: Record<Period, number>;
  };
};

/** The filters of the browse page; on a narrow screen behind a fold that needs no script. */
export function BrowseFilters({ browse, counts }: Props) {
  /** One choice of a facet: choosing it again takes it away. */
  function choice<Facet extends keyof Browse>(facet: Facet, value: Browse[Facet], name: string, count: number) {
    const current = browse[facet] === value;
    return { name, count, current, href: browseHref({ ...browse, [facet]: current ? null : value }) };
  }
  return (
    <details className="browse-filters">
      <summary className="button button-secondary">
        <Icon name="list-filter" /> Filters
      </summary>
      <nav aria-label="Filters">
        <h2 className="sr-only">Filters</h2>
        <FilterLinks
          title="Category"
          options={counts.categories.map(({ name, count }) => choice("category", name, name, count))}
        />
        <FilterLinks
          title="Tags"
          options={counts.tags
            .filter(({ name }) => !browse.tags.includes(name))
            .slice(0, 12)
            .map(({ name, count }) => ({
              name,
              count,
              current: false,
              href: browseHref({ ...browse, tags: [...browse.tags, name] }),
            }))}
        />
        <FilterLinks
          title="Rating"
          options={RATINGS.map((stars) => choice("rating", stars, `${stars} stars and up`, counts.ratings[stars]))}
        />
        <FilterLinks
          title="Last change"
          options={PERIODS.map((period) => choice("updated", period, PERIOD_WORDS[period], counts.updated[period]))}
        />
        <FilterLinks
          title="Author"
          options={counts.authors.map(({ id, name, count }) => choice("author", id, name, count))}
        />
      </nav>
    </details>
  );
}
