import { CopyButton } from "../ui/action/copy-button";
import { Callout } from "../ui/feedback/callout";
import { Icon } from "../ui/icons/icon";
import { Badge } from "../ui/mark/badge";
import { Breadcrumbs } from "../ui/navigation/breadcrumbs";
import { FileSize } from "../ui/text/file-size";
import { fileHref, rawHref } from "./file-href";
import { NumberedText } from "./numbered-text";

type Props = {
  slug: string;
  file: {
    path: string;
    size: number;
    sha256: string;
    executable: boolean;
    version: string;
    /** Null for a binary file. */
    text: string | null;
  };
  /** The version the address names, if it does. */
  askedVersion: string | null;
  whole: boolean;
};

// What a page shows at once, and at most: a page stays light, and no file makes one that a browser chokes on.
const SHOWN = 14_000;
const SHOWN_AT_MOST = 256 * 1024;

/** A file of a skill: its text with line numbers, or what is known of a binary one. Nothing of it is ever rendered. */
export function FileView({ slug, file, askedVersion, whole }: Props) {
  const { path, size, sha256, text } = file;
  const sum = sha256.replace("sha256:", "");
  const skillHref = `/skills/${slug}${askedVersion ? `?version=${encodeURIComponent(askedVersion)}` : ""}`;
  const limit = whole ? SHOWN_AT_MOST : SHOWN;
  return (
    <article className="file-view">
      <Breadcrumbs items={[{ label: "Skills", href: "/skills" }, { label: slug, href: skillHref }, { label: path }]} />
      <header>
        <h1>
          {path} {file.executable && <Badge>Executable</Badge>}
        </h1>
        <a className="button button-secondary" href={rawHref(slug, path, askedVersion)} download>
          <Icon name="download" /> Download this file
        </a>
      </header>
      <p className="file-view-facts">
        <span>
          <FileSize bytes={size} /> in {file.version}, SHA-256
        </span>
        <code title={sum}>{sum}</code>
        <CopyButton text={sum} label="Copy the SHA-256" />
      </p>
      {text === null ? (
        <Callout>This file is not text, so it is not shown here. Download it to look at it.</Callout>
      ) : (
        <NumberedText text={text.slice(0, limit)} label={path} />
      )}
      {text !== null && text.length > limit && (
        <Callout className="mt-4" title="The file goes on">
          {whole || text.length > SHOWN_AT_MOST ? (
            "Download it to read the rest."
          ) : (
            <a className="link" href={wholeHref(slug, path, askedVersion)}>
              Show the whole file
            </a>
          )}
        </Callout>
      )}
    </article>
  );
}

function wholeHref(slug: string, path: string, version: string | null): string {
  const href = fileHref(slug, path, version);
  return `${href}${version ? "&" : "?"}text=whole`;
}
