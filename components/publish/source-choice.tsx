type Way = "upload" | "write";
type Props = { way: Way; writeLabel: string; onWay: (way: Way) => void };

/** How the package comes: as files, or written here. */
export function SourceChoice({ way, writeLabel, onWay }: Props) {
  const ways: [Way, string][] = [
    ["upload", "Upload files"],
    ["write", writeLabel],
  ];
  return (
    <fieldset className="segments">
      <legend>How</legend>
      {ways.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name="way" value={value} checked={value === way} onChange={() => onWay(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
