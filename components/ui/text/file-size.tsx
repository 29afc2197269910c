/** A number of bytes as people read it, with the exact number on hover. */
export function FileSize({ bytes, className }: { bytes: number; className?: string }) {
  return (
    <span className={`tabular-nums ${className ?? ""}`.trim()} title={`${bytes.toLocaleString("en")} bytes`}>
      {formatBytes(bytes)}
    </span>
  );
}

/** `812 bytes`, `36 KB`, `1.4 MB`; a kilobyte is 1,000 bytes, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const units = ["KB", "MB", "GB", "TB"];
  let [value, unit] = [bytes / 1000, 0];
  // Stepping at 999.5 rather than 1000 keeps 999,960 bytes from reading “1000 KB”.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 })} ${units[unit]}`;
}
