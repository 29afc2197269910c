import type { DroppedFile } from "../ui/form/dropped-file";

/** What shall be published: a zip, loose files, or the text of a SKILL.md. */
export type Source =
  | { kind: "zip"; file: File }
  | { kind: "files"; files: DroppedFile[] }
  /** `keepFilesOf` names the skill whose other files stay as they are. */
  | { kind: "text"; text: string; keepFilesOf?: string };

const MAX_FILES = 2_000;
const MAX_BYTES = 5.5 * 1024 * 1024;
const VERSION_CONTROL = /(^|\/)\.(git|svn|hg)\//;

/** What was dropped, or a sentence why it cannot be sent at all; everything else the server finds. */
export function sourceOf(dropped: DroppedFile[]): Source | string {
  if (dropped.length > MAX_FILES) return `This folder has more than ${MAX_FILES} files. Drop the skill's own folder.`;
  const files = dropped.filter(({ path }) => !VERSION_CONTROL.test(path));
  const [first] = files;
  if (!first) return "There are no files in this. Drop a SKILL.md, a folder or a zip.";
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length === 1 && /\.zip$/i.test(first.path)) {
    return bytes > MAX_BYTES ? "This zip is too large: a package may have 5 MB." : { kind: "zip", file: first.file };
  }
  if (bytes > MAX_BYTES) return "These files are too large to send one by one. Zip the folder and drop the zip.";
  return { kind: "files", files };
}

/** The form in which a source is sent. */
export function uploadForm(source: Source): FormData {
  const form = new FormData();
  if (source.kind === "zip") form.append("zip", source.file);
  if (source.kind === "text") form.append("text", source.text);
  if (source.kind === "text" && source.keepFilesOf) form.append("keep", source.keepFilesOf);
  if (source.kind === "files") {
    for (const { path, file } of source.files) {
      form.append("path", path);
      form.append("file", file);
    }
  }
  return form;
}
