import { useRef, useState } from "react";
import { MAX_LOGO_BYTES } from "@/lib/inputs/settings-limits";
import { Button } from "../ui/action/button";
import { ConfirmButton } from "../ui/action/confirm-button";
import type { ConfirmAction } from "../ui/action/confirm-dialog";
import { toast } from "../ui/feedback/toast";
import { FormError } from "../ui/form/form-error";

export type LogoDeskProps = {
  name: string;
  logoHash: string | null;
  remove: ConfirmAction;
  /** Draws the page again. */
  refresh: () => void;
};

/** The logo: sent as soon as it is chosen, by itself, since a form of the page may not be as large. */
export default function LogoDesk({ name, logoHash, remove, refresh }: LogoDeskProps) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function send(file: File | undefined) {
    if (!file) return;
    setSending(true);
    const refusal = await sendLogo(file, logoHash);
    setSending(false);
    setError(refusal);
    if (refusal) return;
    toast("Saved the logo.");
    refresh();
  }

  return (
    <div className="logo-form">
      <div className="logo-frame">
        {logoHash ? (
          // biome-ignore lint/performance/noImgElement: the logo is already re-encoded to the size it is shown at
          <img src={`/logo?v=${logoHash.slice(0, 16)}`} alt={`Logo of ${name}`} />
        ) : (
          <span className="text-muted text-sm">No logo yet</span>
        )}
      </div>
      <div className="grid gap-2">
        <p className="flex flex-wrap gap-2">
          <Button pending={sending} onClick={() => input.current?.click()}>
            {logoHash ? "Choose another image" : "Choose an image"}
          </Button>
          {logoHash && (
            <ConfirmButton
              title="Remove the logo?"
              body="The hall shows Guildhall’s arch in its place."
              confirmLabel="Remove the logo"
              action={remove}
              fields={{ replaces: logoHash }}
            >
              Remove the logo…
            </ConfirmButton>
          )}
        </p>
        <p className="text-muted text-sm">
          PNG, JPEG, WebP or GIF, up to 1 MB. It is drawn anew, at most 512 pixels wide.
        </p>
        <FormError>{error}</FormError>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Image for the logo"
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          void send(event.currentTarget.files?.[0]);
          // Emptied, so that choosing the same file again counts as a choice.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

/** Null when it was saved, else why not. */
async function sendLogo(file: File, replaces: string | null): Promise<string | null> {
  if (file.size > MAX_LOGO_BYTES) return "The logo is larger than 1 MB. Send a smaller one.";
  try {
    const answer = await fetch(`/admin/settings/logo?replaces=${replaces ?? ""}`, { method: "PUT", body: file });
    if (answer.ok) return null;
    const { error } = await answer.json();
    return typeof error === "string" ? error : "The logo was not saved. Reload the page and try again.";
  } catch {
    return "The logo was not saved: the hall cannot be reached. Try again in a moment.";
  }
}
