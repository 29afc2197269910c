import { classNames } from "../class-names";

/** Stored HTML, already sanitized where it was made, set to be read. */
export function Prose({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML was rendered from markdown without raw HTML and sanitized when stored
  return <div className={classNames("prose", className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
