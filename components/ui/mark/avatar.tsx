import { classNames } from "../class-names";

export type AvatarProps = {
  name: string;
  /** Pixels; 28 unless told. */
  size?: number;
  className?: string;
};

/** A person's initials on a colour of their own. Decoration: the name stands beside it. */
export function Avatar({ name, size = 28, className }: AvatarProps) {
  const { ground, letters } = avatarColors(avatarHue(name));
  return (
    <span
      aria-hidden
      className={classNames("avatar", className)}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        background: `light-dark(${css(ground.light)}, ${css(ground.dark)})`,
        color: `light-dark(${css(letters.light)}, ${css(letters.dark)})`,
      }}
      // Drawn by the style sheet: letters in the text would become part of the name of a button that shows only the avatar.
      data-initials={initials(name)}
    />
  );
}

/** The ground and the letters of a hue, in OKLCH, so that each hue is as light and as quiet as the others. */
export function avatarColors(h: number) {
  return {
    ground: { light: { l: 0.9, c: 0.045, h }, dark: { l: 0.36, c: 0.045, h } },
    letters: { light: { l: 0.38, c: 0.07, h }, dark: { l: 0.92, c: 0.04, h } },
  };
}

function css({ l, c, h }: { l: number; c: number; h: number }): string {
  return `oklch(${l} ${c} ${h})`;
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
