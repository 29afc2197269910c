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

/** A number in words of the interface: `12,345`, or with exactly so many decimals. */
export function formatNumber(value: number, decimals?: number): string {
  return value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 3 });
}

const compactNumber = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
