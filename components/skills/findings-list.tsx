export type ShownFinding = {
  target: string;
  level: "error" | "warning";
  rule: string;
  file: string;
  line: number | null;
  message: string;
};

/** What was seen in a package: where, what, and who minds. */
export function FindingsList({ findings, limit = 50 }: { findings: ShownFinding[]; limit?: number }) {
  const rest = findings.length - limit;
  return (
    <>
      <ul className="findings">
        {findings.slice(0, limit).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand on one line twice
          <li key={index} data-tone={isRefusal(finding) ? "danger" : "warning"}>
            <p>{consequence(finding) + finding.message}</p>
            <p className="findings-where">
              {[isRefusal(finding) ? "Error" : "Warning", place(finding), finding.rule].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-muted text-sm">and {rest} more</p>}
    </>
  );
}

/** The open format and this hall refuse; what another client minds is only told. */
function isRefusal({ level, target }: ShownFinding): boolean {
  return level === "error" && (target === "agentskills" || target === "guildhall");
}

const clients: Record<string, string> = {
  "claude.ai": "claude.ai",
  "claude-code": "Claude Code",
  "npx-skills": "npx skills",
};

function consequence({ target, level }: ShownFinding): string {
  const client = clients[target];
  return client ? `${client} ${level === "error" ? "would refuse this" : "minds"}: ` : "";
}

function place({ file, line }: ShownFinding): string {
  if (!file) return "";
  return line === null ? file : `${file}, line ${line}`;
}
