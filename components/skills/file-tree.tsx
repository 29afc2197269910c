import Link from "next/link";
import { FileIcon, FolderIcon } from "../ui/icons";
import { formatBytes } from "../ui/text/file-size";
import { fileHref } from "./file-href";

type TreeFile = { path: string; size: number };
type Props = { slug: string; files: TreeFile[]; version: string | null };

const SHOWN = 40;

/** The files of a version, folder by folder. */
export function FileTree({ slug, files, version }: Props) {
  const shown = files.slice(0, SHOWN);
  const rest = files.length - shown.length;
  return (
    <>
      <Folder slug={slug} files={shown} version={version} depth={0} />
      {rest > 0 && <p className="text-muted text-sm">and {rest} more in the zip</p>}
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
          <span>
            <FolderIcon size={14} /> {folder}
          </span>
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
          <Link href={fileHref(slug, file.path, version)} prefetch={false}>
            <FileIcon size={14} /> {namesOf(file).at(-1)} <small>{formatBytes(file.size)}</small>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function namesOf(file: TreeFile): string[] {
  return file.path.split("/");
}
