import { SearchField } from "../ui/form/search-field";
import { formatNumber } from "../ui/text/number-text";

type Props = {
  name: string;
  tagline: string;
  total: number;
  categories: { name: string; count: number }[];
};

/** The head of a hall's front page: whose it is, the search, and its categories. */
export function HallFront({ name, tagline, total, categories }: Props) {
  const skills = total === 1 ? "1 skill" : `${formatNumber(total)} skills`;
  return (
    <header className="hall-front">
      <h1>{name}</h1>
      {tagline && <p>{tagline}</p>}
      {total > 0 && (
        <search>
          <form action="/skills">
            <SearchField label="Search skills" placeholder={`Search ${skills}`} maxLength={2000} />
            <button type="submit" className="button button-primary">
              Search
            </button>
          </form>
        </search>
      )}
      {categories.length > 0 && (
        <nav aria-label="Categories">
          <ul className="chip-row">
            {categories.map((category) => (
              <li key={category.name}>
                <a className="chip" href={`/skills?category=${encodeURIComponent(category.name)}`}>
                  {category.name} <b>{formatNumber(category.count)}</b>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
