export type ProgressBarProps = {
  /** From 0 to `max`. */
  value: number;
  max?: number;
  /** What is being measured. */
  label: string;
  className?: string;
};

/** How far something has come, or how large a part of a whole is. */
export function ProgressBar({ value, max = 100, label, className }: ProgressBarProps) {
  const part = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={`progress ${className ?? ""}`}
    >
      <span style={{ width: `${(part * 100).toFixed(1)}%` }} />
    </span>
  );
}
