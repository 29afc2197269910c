export type Agent = { id: string; name: string; folder: string };

/** Where agents look for skills: Claude Code in a folder of its own, the others in the one they agreed on. */
export const agents: Agent[] = [
  { id: "claude", name: "Claude Code", folder: ".claude/skills" },
  { id: "others", name: "Codex and other agents", folder: ".agents/skills" },
];

export const places = [
  { id: "personal", name: "For me, in every project", root: "~/" },
  { id: "project", name: "In one project", root: "" },
];

/**
 * The shell command that installs a downloaded zip, or, given the address of an open hall, downloads it first. The name is
 * of lower-case letters, digits and hyphens and the version a semantic one, so neither needs quoting.
 */
export function installCommand(input: {
  name: string;
  version: string;
  folder: string;
  root: string;
  /** Where the zip can be fetched without signing in; null in a hall for members only. */
  url: string | null;
}): string {
  const parent = `${input.root}${input.folder}`;
  const zip = `${input.name}-${input.version}.zip`;
  if (!input.url) return `mkdir -p ${parent} && unzip -o ~/Downloads/${zip} -d ${parent}/${input.name}`;
  return `mkdir -p ${parent} && curl -fsSL "${input.url}" -o /tmp/${zip} && unzip -o /tmp/${zip} -d ${parent}/${input.name}`;
}
