import { classNames } from "../class-names";

export type AvatarProps = {
  name: string;
  /** Pixels; 28 unless told. */
  size?: number;
  className?: string;
};

/** A person's initials on a colour of their own. Decoration: the name stands beside it. */
export function Avatar({ name, size = 28, className }: AvatarProps) {
  const hue = avatarHue(name);
  return (
    <span
      aria-hidden
      className={classNames("avatar", className)}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        // At these lightnesses the initials have a contrast above 6 on every hue, in both themes (avatar.test.ts).
        background: `light-dark(oklch(0.9 0.045 ${hue}), oklch(0.36 0.045 ${hue}))`,
        color: `light-dark(oklch(0.38 0.07 ${hue}), oklch(0.92 0.04 ${hue}))`,
      }}
      // Drawn by the style sheet: letters in the text would become part of the name of a button that shows only the avatar.
      data-initials={initials(name)}
    />
  );
}

/** The first letters of the first and the last word: `Ada King Lovelace` → `AL`; of an address, its first letter. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s_.@-]+/)
    .filter(Boolean);
  const [first, last] = [words[0], name.includes("@") || words.length < 2 ? undefined : words.at(-1)];
  return (
    [first, last]
      .map((word) => [...(word ?? "")][0] ?? "")
      .join("")
      .toUpperCase() || "?"
  );
}

/** The same name has the same hue everywhere; one of twelve, so that two people are either alike or clearly apart. */
export function avatarHue(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (hash % 12) * 30;
}
