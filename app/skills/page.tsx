import { SearchTrace } from "@/components/search-report/search-trace";
import { BrowseEmpty } from "@/components/skills/browse-empty";
import { BrowseFilters } from "@/components/skills/browse-filters";
import { BrowseForm } from "@/components/skills/browse-form";
import { browseHref, resultSentence } from "@/components/skills/browse-links";
import { FilterChips } from "@/components/skills/filter-chips";
import { NoSkillsYet } from "@/components/skills/no-skills-yet";
import { SkillGrid } from "@/components/skills/skill-grid";
import { Pagination } from "@/components/ui/table/pagination";
import { parseBrowse } from "@/lib/inputs/browse";
import { atLeast } from "@/lib/roles";
import { browseSkills } from "@/lib/services/browse";
import { requireReader } from "@/lib/tenant";
import { pageTitle } from "../page-title";
import { listOrFirstPage } from "./first-page";
import type { Query } from "./query";
import { traceSearch } from "./trace-search";

/** Browse and search. All of its state stands in the address. */
export default async function BrowsePage({ searchParams }: { searchParams: Query }) {
  const { ctx, hall, member } = await requireReader();
  const asked = parseBrowse(await searchParams, hall.defaultSort);
  const { skills, total, next, previous, categories, tags } = await listOrFirstPage(
    browseSkills(ctx, asked),
    browseHref({ ...asked, cursor: null }),
  );
  const usualSort = asked.q ? "relevance" : hall.defaultSort;
  const browse = { ...asked, sort: asked.sort === usualSort ? "" : asked.sort };
  const mayPublish = member !== null && atLeast(member.role, "member");
  const authorName = browse.author ? (skills[0]?.author.name ?? null) : null;
  const isWhole = !browse.q && !browse.category && browse.tags.length === 0 && !browse.author;
  if (total === 0 && isWhole) {
    return (
      <>
        <title>{pageTitle("Skills", hall)}</title>
        <h1 className="mb-8">Skills</h1>
        <NoSkillsYet mayPublish={mayPublish} />
      </>
    );
  }
  return (
    <>
      <title>{pageTitle("Skills", hall)}</title>
      <h1 className="sr-only">Skills</h1>
      <BrowseForm browse={browse} usualSort={usualSort} />
      <div className="browse">
        <BrowseFilters browse={browse} categories={categories} tags={tags} />
        <section aria-labelledby="results">
          <h2 id="results" className="sr-only">
            Results
          </h2>
          <p role="status" className="result-count">
            {resultSentence(total, browse, authorName)}
          </p>
          <FilterChips browse={browse} authorName={authorName} />
          <SearchTrace trace={traceSearch(ctx, asked, { results: total, isClose: total > 0 })}>
            {skills.length > 0 ? (
              <SkillGrid skills={skills} />
            ) : (
              <BrowseEmpty browse={browse} mayPublish={mayPublish} />
            )}
          </SearchTrace>
          <Pagination
            previous={previous && browseHref({ ...browse, cursor: previous })}
            next={next && browseHref({ ...browse, cursor: next })}
          />
        </section>
      </div>
    </>
  );
}
