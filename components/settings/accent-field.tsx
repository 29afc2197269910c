import { shades } from "../layout/accent";
import { hexToOklch } from "../ui/color";
import { ColorField } from "../ui/form/color-field";
import { Field } from "../ui/form/field";
import type { Draft } from "./sheet";

type Props = { color: string; type: (part: Partial<Draft>) => void; error?: string };

/** The accent, with how it looks by day and by night: moved in lightness where words could not be read on it. */
export function AccentField({ color, type, error }: Props) {
  return (
    <>
      <Field label="Accent colour" name="accentColor" hint={accentAdvice(color)} error={error}>
        <ColorField defaultValue={color} onColor={(hex) => type({ accentColor: hex.toLowerCase() })} />
      </Field>
      <p className="accent-preview" aria-hidden>
        <AccentSample color={color} lighting="light" />
        <AccentSample color={color} lighting="dark" />
      </p>
    </>
  );
}

function AccentSample({ color, lighting }: { color: string; lighting: "light" | "dark" }) {
  const oklch = hexToOklch(color);
  if (!oklch) return null;
  const shade = shades(oklch, lighting);
  return (
    <span style={{ background: lighting === "light" ? "#fffdf9" : "#211e1a" }}>
      <span style={{ background: shade["--accent"], color: shade["--accent-contrast"] }}>
        {lighting === "light" ? "By day" : "By night"}
      </span>
      <span style={{ color: shade["--accent-text"] }}>Words in it</span>
    </span>
  );
}

/** What becomes of a colour, in a sentence. */
export function accentAdvice(color: string): string {
  const oklch = hexToOklch(color);
  if (!oklch) return "Six digits, such as #2f5d4f.";
  const isKept = (lighting: "light" | "dark") => shades(oklch, lighting)["--accent"] === color.toLowerCase();
  const [byDay, byNight] = [isKept("light"), isKept("dark")];
  if (byDay && byNight) return "Words can be read on it by day and by night, so it is shown as it is.";
  if (byDay) return "Too dark to be read by night, so it is shown lighter there. By day it is shown as it is.";
  if (byNight) return "Too pale to be read by day, so it is shown darker there. By night it is shown as it is.";
  return "Words could not be read on it as it is, so it is shown darker by day and lighter by night.";
}
