/** A file with the path it had inside what was dropped: `SKILL.md`, `scripts/run.py`, `code-review/SKILL.md`. */
export type DroppedFile = { path: string; file: File };

/** The files of a file control; a chosen folder's files carry their paths. */
export function chosenFiles(list: FileList | null): DroppedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * The files of a drop, folders walked in depth. Stops one past `limit`, so that a home directory dropped by accident neither hangs
 * the page nor passes for a short list.
 */
export async function droppedFiles(transfer: DataTransfer, limit: number): Promise<DroppedFile[]> {
  // The entries must be taken before the first await: the browser empties the transfer when the event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: DroppedFile[] = [];
  for (const entry of entries) await walk(entry, found, limit);
  return found;
}

async function walk(entry: FileSystemEntry, found: DroppedFile[], limit: number): Promise<void> {
  if (found.length > limit) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives its entries in batches (100 in Chromium) and an empty one at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const child of batch) await walk(child, found, limit);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
