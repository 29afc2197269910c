import { formatBytes } from "../ui/text/file-size";
import { fileHref } from "./file-href";

type TreeFile = { path: string; size: number };
type Props = { slug: string; files: TreeFile[]; version: string | null };

const SHOWN = 20;

/** The files of a version, folder by folder. */
export function FileTree({ slug, files, version, all }: Props & { all: boolean }) {
  const shown = all ? files : files.slice(0, SHOWN);
  const rest = files.length - shown.length;
  return (
    <>
      <Folder slug={slug} files={shown} version={version} depth={0} />
      {rest > 0 && (
        <a className="link" href={`/skills/${slug}?${version ? `version=${version}&` : ""}files=all#files`}>
          Show {rest} more
        </a>
      )}
    </>
  );
}

function Folder({ slug, files, version, depth }: Props & { depth: number }) {
  const here = files.filter((file) => namesOf(file).length === depth + 1);
  const folders = [
    ...new Set(files.flatMap((file) => (namesOf(file).length > depth + 1 ? [namesOf(file)[depth]] : []))),
  ];
  return (
    <ul className="file-tree">
      {folders.map((folder) => (
        <li key={folder}>
          <span>{folder}</span>
          <Folder
            slug={slug}
            version={version}
            depth={depth + 1}
            files={files.filter((file) => namesOf(file).length > depth + 1 && namesOf(file)[depth] === folder)}
          />
        </li>
      ))}
      {here.map((file) => (
        <li key={file.path}>
          <a href={fileHref(slug, file.path, version)}>
            {namesOf(file).at(-1)}
            <small>{formatBytes(file.size)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

function namesOf(file: TreeFile): string[] {
  return file.path.split("/");
}
