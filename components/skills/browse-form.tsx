import { InstantSearch } from "../search/instant-search";
import { Button } from "../ui/action/button";
import { SearchField } from "../ui/form/search-field";
import type { Browse } from "./browse-links";
import { SortSelect } from "./sort-select";

/** The search and the order of the browse page. A form that gets: what it asks for stands in the address. */
export function BrowseForm({ browse, usualSort }: { browse: Browse; usualSort: string }) {
  return (
    <search>
      <form action="/skills" className="browse-form">
        <SearchField label="Search skills" placeholder="Name, job or tag" defaultValue={browse.q} maxLength={2000} />
        {browse.category && <input type="hidden" name="category" value={browse.category} />}
        {browse.tags.map((tag) => (
          <input key={tag} type="hidden" name="tag" value={tag} />
        ))}
        {browse.author && <input type="hidden" name="author" value={browse.author} />}
        {browse.rating && <input type="hidden" name="rating" value={browse.rating} />}
        {browse.updated && <input type="hidden" name="updated" value={browse.updated} />}
        <SortSelect sort={browse.sort} usual={usualSort} />
        <Button type="submit">Search</Button>
        <InstantSearch q={browse.q} />
      </form>
    </search>
  );
}
