import { AskForSkill } from "@/components/requests/ask-for-skill";
import { SearchNotes } from "@/components/search/search-notes";
import { SearchResults } from "@/components/search/search-results";
import { SearchTrace } from "@/components/search-report/search-trace";
import { BrowseEmpty } from "@/components/skills/browse-empty";
import { BrowseFilters } from "@/components/skills/browse-filters";
import { BrowseForm } from "@/components/skills/browse-form";
import { browseHref, isNarrowed, resultSentence } from "@/components/skills/browse-links";
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
  const { skills, total, next, previous, search, ...counts } = await listOrFirstPage(
    browseSkills(ctx, asked),
    browseHref({ ...asked, cursor: null }),
  );
  const usualSort = asked.q ? "relevance" : hall.defaultSort;
  const browse = { ...asked, cursor: null, sort: asked.sort === usualSort ? "" : asked.sort };
  const mayPublish = member !== null && atLeast(member.role, "member");
  const authorName = counts.authors.find(({ id }) => id === browse.author)?.name ?? null;
  const isWhole = !browse.q && !isNarrowed(browse);
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
        <BrowseFilters browse={browse} counts={counts} />
        <section aria-labelledby="results" id="results-region">
          <h2 id="results" className="sr-only">
            Results
          </h2>
          <p role="status" className="result-count">
            {resultSentence(total, browse, authorName)}
          </p>
          <FilterChips browse={browse} authorName={authorName} />
          {search && (
            <SearchNotes browse={browse} total={total} search={search}>
              {mayPublish && <AskForSkill query={browse.q} />}
            </SearchNotes>
          )}
          <SearchTrace trace={traceSearch(ctx, asked, { results: total, isClose: search?.isClose ?? true })}>
            {skills.length === 0 && (
              <BrowseEmpty browse={browse} mayPublish={mayPublish}>
                {mayPublish && browse.q && <AskForSkill query={browse.q} />}
              </BrowseEmpty>
            )}
            {skills.length > 0 && (search ? <SearchResults skills={skills} /> : <SkillGrid skills={skills} />)}
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
