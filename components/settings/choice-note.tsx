import { Button } from "../ui/action/button";
import { Callout } from "../ui/feedback/callout";
import type { Part, Sheet } from "./sheet";
import { shownText } from "./words";

type Props = { sheet: Sheet; part: Part; choose: (part: Part, choice: "mine" | "theirs") => void };

/** Below a field that somebody else has changed meanwhile too: what they saved, and the choice. */
export function ChoiceNote({ sheet, part, choose }: Props) {
  if (!(part in sheet.theirs)) return null;
  return (
    <Callout tone="warning" className="mt-2" title="Saved meanwhile by somebody else">
      <p className="break-words">{shownText(sheet.theirs, part) || "(nothing)"}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => choose(part, "mine")}>
          Keep mine
        </Button>
        <Button size="sm" onClick={() => choose(part, "theirs")}>
          Take theirs
        </Button>
      </p>
    </Callout>
  );
}
