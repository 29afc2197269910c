import { CopyButton } from "../ui/action/copy-button";
import { FileSize } from "../ui/text/file-size";
import { CopyShown } from "./copy-shown";
import { agents, installCommand, places } from "./install-commands";

type Props = {
  slug: string;
  version: string;
  /** `sha256:<64 hex>` of the zip. */
  digest: string;
  archiveSize: number;
  /** The hall's own address where anybody may download; null in a hall for members only. */
  openAt: string | null;
  /** Called when a command is copied. */
  onCopied?: () => Promise<void>;
};

/** How to get the skill: the zip, and the command for each agent and place. Choosing needs no script: CSS shows the chosen one. */
export function InstallPanel({ slug, version, digest, archiveSize, openAt, onCopied }: Props) {
  const download = `/skills/${slug}/download?version=${encodeURIComponent(version)}`;
  const sum = digest.replace("sha256:", "");
  return (
    <section className="card install" aria-labelledby="install">
      <header>
        <h2 id="install">Install</h2>
        <a className="button button-primary" href={download} download>
          {`Download ${version}`}
        </a>
      </header>
      <Choice legend="Agent" name="agent" options={agents} />
      <Choice legend="Where" name="place" options={places} />
      <div className="install-commands">
        {agents.flatMap((agent) =>
          places.map((place) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
            <pre key={agent.id + place.id} className={`install-${agent.id}-${place.id}`} tabIndex={0}>
              {installCommand({
                name: slug,
                version,
                folder: agent.folder,
                root: place.root,
                url: openAt && openAt + download,
              })}
            </pre>
          )),
        )}
        <CopyShown label="Copy the command" onCopied={onCopied} />
      </div>
      <p className="install-step">
        {openAt ? "Run it in a terminal" : "Download the zip first, then run this in a terminal"}; for one project, in
        its folder.
      </p>
      <p className="install-sum">
        <span>
          Zip of <FileSize bytes={archiveSize} />, SHA-256
        </span>
        <code title={sum}>{sum}</code>
        <CopyButton text={sum} label="Copy the SHA-256" />
      </p>
    </section>
  );
}

function Choice({ legend, name, options }: { legend: string; name: string; options: { id: string; name: string }[] }) {
  return (
    <fieldset className="segments">
      <legend>{legend}</legend>
      {options.map((option, index) => (
        <label key={option.id}>
          <input type="radio" name={name} value={option.id} defaultChecked={index === 0} />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
