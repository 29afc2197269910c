import { ListFilterIcon } from "../ui/icons/list-filter";
import { type Browse, browseHref } from "./browse-links";
import { FilterLinks } from "./filter-links";

type Count = { name: string; count: number };
type Props = { browse: Browse; categories: Count[]; tags: Count[] };

/** The filters of the browse page; on a narrow screen behind a fold that needs no script. */
export function BrowseFilters({ browse, categories, tags }: Props) {
  return (
    <details className="browse-filters">
      <summary className="button button-secondary">
        <ListFilterIcon /> Filters
      </summary>
      <nav aria-label="Filters">
        <h2 className="sr-only">Filters</h2>
        <FilterLinks
          title="Category"
          options={categories.map(({ name, count }) => {
            const current = name === browse.category;
            return { name, count, current, href: browseHref({ ...browse, category: current ? null : name }) };
          })}
        />
        <FilterLinks
          title="Tags"
          options={tags
            .filter(({ name }) => !browse.tags.includes(name))
            .slice(0, 12)
            .map(({ name, count }) => ({
              name,
              count,
              current: false,
              href: browseHref({ ...browse, tags: [...browse.tags, name] }),
            }))}
        />
      </nav>
    </details>
  );
}
