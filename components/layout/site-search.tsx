import { SearchField } from "../ui/form/search-field";

/** The header's search. A plain form: it works before any script has come. */
export function SiteSearch({ className, hotkey }: { className?: string; hotkey?: string }) {
  return (
    <search className={className}>
      <form action="/skills">
        <SearchField
          quiet
          label="Search skills"
          placeholder="Search skills"
          hotkey={hotkey}
          maxLength={2000}
          data-site-search=""
        />
      </form>
    </search>
  );
}
