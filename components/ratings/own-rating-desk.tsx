import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import { SubmitButton } from "../ui/action/submit-button";
import { toast } from "../ui/feedback/toast";
import { RatingFields } from "./rating-fields";

export type OwnRatingValue = { stars: number; comment: string; minutesSaved: number | null };
type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>;

export type OwnRatingProps = {
  slug: string;
  mine: OwnRatingValue | null;
  save: FormAction;
  remove: FormAction;
};

/** One's own rating: given, changed, taken back. Works as plain forms until the script has come. */
export default function OwnRatingDesk({ slug, mine, save, remove }: OwnRatingProps) {
  const [saved, saveRating] = useActionState(save, idle);
  const [removed, removeRating] = useActionState(remove, idle);
  const lastRating = useRef<OwnRatingValue | null>(mine);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (saved.status !== "done") return;
    toast(saved.message);
    setOpen(false);
  }, [saved]);

  useEffect(() => {
    if (removed.status !== "done") return;
    const before = lastRating.current;
    toast(removed.message, { undo: before ? () => save(idle, ratingForm(slug, before)) : undefined });
  }, [removed, save, slug]);

  // Kept from before the removal, so that its toast can offer to undo it.
  useEffect(() => {
    if (mine) lastRating.current = mine;
  }, [mine]);

  return (
    <details
      className="own-rating card"
      open={open || saved.status === "refused"}
      onToggle={(event: FormEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
    >
      <summary>{mine ? `Your rating: ${starText(mine.stars)}` : "Rate this skill"}</summary>
      <form action={saveRating}>
        <RatingFields slug={slug} mine={mine} state={saved} />
        <SubmitButton>{mine ? "Change my rating" : "Save my rating"}</SubmitButton>
      </form>
      {mine && (
        <form action={removeRating} className="own-rating-remove">
          <input type="hidden" name="slug" value={slug} />
          <SubmitButton variant="ghost" size="sm">
            Remove my rating
          </SubmitButton>
        </form>
      )}
    </details>
  );
}

function ratingForm(slug: string, { stars, comment, minutesSaved }: OwnRatingValue): FormData {
  const form = new FormData();
  form.set("slug", slug);
  form.set("stars", String(stars));
  form.set("comment", comment);
  form.set("minutesSaved", minutesSaved === null ? "" : String(minutesSaved));
  return form;
}

const starText = (stars: number) => (stars === 1 ? "1 star" : `${stars} stars`);
