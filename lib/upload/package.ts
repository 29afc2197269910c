import { DomainError } from "@/lib/errors";
import { readArchive } from "@/lib/package/archive";
import type { PackageFile } from "@/lib/package/file";
import type { Finding } from "@/lib/package/finding";

/** What was sent: the files of a package, what was found while unpacking it, and the other fields of the form. */
export type Upload = { files: PackageFile[]; findings: Finding[]; fields: FormData };

const MAX_PARTS = 2_500;

/**
 * Reads an upload: one `zip`, or `file` parts each with a `path` part before it, or the text of a SKILL.md as `text`.
 * @throws DomainError `invalid` when it is none of them
 */
export async function readUpload(body: Uint8Array<ArrayBuffer>, contentType: string | null): Promise<Upload> {
  const form = await parseMultipart(body, contentType);
  const [zip, text] = [form.get("zip"), form.get("text")];
  const [paths, files] = [form.getAll("path"), form.getAll("file")];
  for (const part of ["zip", "text", "path", "file"]) form.delete(part);
  if (zip instanceof File) return { ...(await readArchive(new Uint8Array(await zip.arrayBuffer()))), fields: form };
  if (typeof text === "string") return { files: [skillMd(text)], findings: [], fields: form };
  if (files.length === 0 || files.length !== paths.length) {
    throw new DomainError("invalid", "There are no files in this. Choose a SKILL.md, a folder or a zip.");
  }
  return { files: await Promise.all(files.map((file, at) => readFile(file, paths[at]))), findings: [], fields: form };
}

async function parseMultipart(body: Uint8Array<ArrayBuffer>, contentType: string | null): Promise<FormData> {
  try {
    const form = await new Response(body, { headers: { "content-type": contentType ?? "" } }).formData();
    if ([...form.keys()].length <= MAX_PARTS) return form;
  } catch {
    // Not a form at all: the same answer as for one with too many parts.
  }
  throw new DomainError("invalid", "This upload cannot be read. Reload the page and choose the files again.");
}

async function readFile(file: FormDataEntryValue, path: FormDataEntryValue | undefined): Promise<PackageFile> {
  if (typeof file === "string" || typeof path !== "string") {
    throw new DomainError("invalid", "This upload cannot be read. Reload the page and choose the files again.");
  }
  return { path, bytes: new Uint8Array(await file.arrayBuffer()), executable: false };
}

/** Browsers send the text of a form with the line ends of a letter; a file of ours has a line feed. */
function skillMd(text: string): PackageFile {
  return { path: "SKILL.md", bytes: new TextEncoder().encode(text.replace(/\r\n?/g, "\n")), executable: false };
}
