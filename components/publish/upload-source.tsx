"use client";

import { useState } from "react";
import { Button } from "../ui/action/button";
import { Callout } from "../ui/feedback/callout";
import type { DroppedFile } from "../ui/form/dropped-file";
import { FileDrop } from "../ui/form/file-drop";
import { formatBytes } from "../ui/text/file-size";
import { type Source, sourceOf } from "./source";

type Props = { source: Source | null; onSource: (source: Source | null) => void };

/** Files, dropped or chosen, and what they were. */
export function UploadSource({ source, onSource }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);

  function take(files: DroppedFile[]) {
    const taken = sourceOf(files);
    setRefusal(typeof taken === "string" ? taken : null);
    onSource(typeof taken === "string" ? null : taken);
  }

  return (
    <div className="grid gap-3">
      <FileDrop
        title="Drop a SKILL.md, a folder or a zip"
        hint="Up to 5 MB when zipped. Nothing is published before you have seen what was found."
        accept=".md,.zip"
        onFiles={take}
      />
      {refusal && (
        <div role="alert">
          <Callout tone="danger">{refusal}</Callout>
        </div>
      )}
      {source && (
        <p className="upload-chosen">
          <span>{chosenText(source)}</span>
          <Button size="sm" variant="ghost" onClick={() => onSource(null)}>
            Choose something else
          </Button>
        </p>
      )}
    </div>
  );
}

function chosenText(source: Source): string {
  if (source.kind === "zip") return `${source.file.name}, ${formatBytes(source.file.size)}`;
  if (source.kind === "text") return "SKILL.md";
  const [first] = source.files;
  const bytes = source.files.reduce((sum, { file }) => sum + file.size, 0);
  const name = source.files.length === 1 ? first?.path : `${source.files.length} files`;
  return `${name}, ${formatBytes(bytes)}`;
}
