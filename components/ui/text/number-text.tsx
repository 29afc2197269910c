export type NumberTextProps = {
  value: number;
  /** 12.3k rather than 12,345, with the exact number on hover; from 10,000 on. */
  compact?: boolean;
  /** Digits after the point, exactly so many. */
  decimals?: number;
  className?: string;
};

/** A number whose digits align with those above and below it. */
export function NumberText({ value, compact, decimals, className }: NumberTextProps) {
  const exact = formatNumber(value, decimals);
  const short = compact && Math.abs(value) >= 10_000 ? compactNumber.format(value).toLowerCase() : exact;
  return (
    <span className={`tabular-nums ${className ?? ""}`.trim()} title={short === exact ? undefined : exact}>
      {short}
    </span>
  );
}

const compactNumber = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

// Making a format costs many times what using it does, and a page of cards writes fifty numbers.
const formats = new Map<number | undefined, Intl.NumberFormat>();

/** A number in words of the interface: `12,345`, or with exactly so many decimals. */
export function formatNumber(value: number, decimals?: number): string {
  const known = formats.get(decimals);
  if (known) return known.format(value);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 3 };
  const made = new Intl.NumberFormat("en", digits);
  formats.set(decimals, made);
  return made.format(value);
}
