"use client";

import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "../action/button";
import { classNames } from "../class-names";
import { Icon } from "../icons/icon";
import { chosenFiles, type DroppedFile, droppedFiles } from "./dropped-file";

export type FileDropProps = {
  /** What may be dropped here: “Drop a SKILL.md, a folder or a zip”. */
  title: ReactNode;
  hint?: ReactNode;
  /** Called with everything chosen or dropped at once; one more than `limit` when there was more. */
  onFiles: (files: DroppedFile[]) => void;
  /** The most files that are read; 2,000 unless told. */
  limit?: number;
  /** As of a file control: `.md,.zip`. */
  accept?: string;
  fileLabel?: string;
  folderLabel?: string;
  className?: string;
};

/** A place to drop files, a folder or a zip on, with a button for each for those who don't drag. It only hands the files on. */
export function FileDrop({
  title,
  hint,
  onFiles,
  limit = 2000,
  accept,
  fileLabel = "Choose a file",
  folderLabel = "Choose a folder",
  className,
}: FileDropProps) {
  const [over, setOver] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  async function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = await droppedFiles(event.dataTransfer, limit);
    if (files.length > 0) onFiles(files);
  }

  function choose(input: HTMLInputElement) {
    const files = chosenFiles(input.files).slice(0, limit + 1);
    // Emptied, so that choosing the same file again after a correction counts as a choice.
    input.value = "";
    if (files.length > 0) onFiles(files);
  }

  return (
    <section
      aria-label={typeof title === "string" ? title : undefined}
      className={classNames("file-drop", className)}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <Icon name="upload" size="lg" className="text-muted" />
      <div>
        <p className="font-semibold">{title}</p>
        {hint && <p className="mt-0.5 text-muted text-sm">{hint}</p>}
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="sm" onClick={() => fileInput.current?.click()}>
          {fileLabel}
        </Button>
        <Button size="sm" onClick={() => folderInput.current?.click()}>
          {folderLabel}
        </Button>
      </div>
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={fileLabel}
        onChange={(event) => choose(event.currentTarget)}
      />
      <input
        ref={folderInput}
        type="file"
        hidden
        aria-label={folderLabel}
        onChange={(event) => choose(event.currentTarget)}
        {...{ webkitdirectory: "" }}
      />
    </section>
  );
}
