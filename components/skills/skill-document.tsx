import { DocumentHtml } from "./document-html";
import { swapped } from "./swapped-html";

type Props = {
  slug: string;
  /** Sanitised when the version was published. */
  html: string;
  /** The version that is shown when it is not the latest. */
  olderVersion: string | null;
  /** Only the beginning is shown: where the whole is. */
  wholeHref: string | null;
};

/** The SKILL.md, rendered. */
export function SkillDocument({ slug, html, olderVersion, wholeHref }: Props) {
  return (
    <section aria-labelledby="document" className="skill-document">
      <h2 id="document">SKILL.md</h2>
      <DocumentHtml html={swapped(fileLinks(html, slug, olderVersion))} />
      {wholeHref && (
        <p className="skill-document-more">
          This is the beginning.{" "}
          <a className="link" href={wholeHref}>
            Read the whole document
          </a>
        </p>
      )}
    </section>
  );
}

/** The renderer's links to files of the package name no version; an older version's must stay in that version. */
function fileLinks(html: string, slug: string, olderVersion: string | null): string {
  const version = olderVersion ? `version=${encodeURIComponent(olderVersion)}&amp;` : "";
  return html.replaceAll('href="?file=', `href="/skills/${slug}?${version}file=`);
}
