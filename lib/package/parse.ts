import { type Archive, packArchive } from "./archive/pack";
import { archiveDigest, sha256 } from "./digest";
import { checkFiles, decodeText, isJunk, junkWarning, type PackageFile } from "./file";
import { type Finding, formatError, refusal, refuses, SKILL_MD, shown, warning } from "./finding";
import { MAX_ARCHIVE_BYTES, sizeText } from "./limits";
import { comparePaths } from "./path";
import { scanSecrets } from "./scan/secrets";
import { scanUnicode } from "./scan/unicode";
import { readSkillMd, type SkillMd } from "./skill-md";

export type ParsedFile = PackageFile & { sha256: string; size: number; isText: boolean };

/** A whole package, ready to store. Sizes are bytes; `digest` is that of the deterministic `archive`. */
export type ParsedSkill = SkillMd & {
  /** The folder it came in, when known; may differ from `name`. */
  folder: string | null;
  files: ParsedFile[];
  size: number;
  digest: string;
  archive: Archive;
};

/** Reads and checks a package. `skill` is null exactly when a finding refuses; warnings come with a skill too. */
export function parsePackage(
  files: PackageFile[],
  folder?: string,
): { skill: ParsedSkill | null; findings: Finding[] } {
  const composed = files.map((file) => ({ ...file, path: file.path.normalize("NFC") }));
  const kept = composed.filter((file) => !isJunk(file.path));
  const junk = junkWarning(composed.filter((file) => isJunk(file.path)).map((file) => file.path));
  const listing = checkFiles(kept);
  if (listing.some(refuses)) return { skill: null, findings: [...listing, ...junk] };
  const unwrapped = unwrap(kept, folder ?? null);
  const root = unwrapped.files.find((file) => file.path === SKILL_MD);
  if (!root) return { skill: null, findings: [...junk, ...unwrapped.findings, missing(unwrapped.files)] };
  const text = decodeText(root.bytes);
  if (text === null)
    return {
      skill: null,
      findings: [
        ...junk,
        refusal("skill-md-not-text", SKILL_MD, null, "SKILL.md is not UTF-8 text. Save it as UTF-8."),
      ],
    };
  const read = readSkillMd(text, unwrapped.folder);
  const parsed = unwrapped.files.map(describe).sort((a, b) => comparePaths(a.path, b.path));
  const findings = [...junk, ...unwrapped.findings, ...read.findings, ...parsed.flatMap(scanFile)];
  if (!read.skill || findings.some(refuses)) return { skill: null, findings };
  const archive = packArchive(parsed);
  if (archive.bytes.length > MAX_ARCHIVE_BYTES) {
    const message = `The package is ${sizeText(archive.bytes.length)} when packed; ${sizeText(MAX_ARCHIVE_BYTES)} are allowed.`;
    return { skill: null, findings: [...findings, refusal("archive-too-large", "", null, message)] };
  }
  const size = parsed.reduce((sum, file) => sum + file.size, 0);
  const skill = {
    ...read.skill,
    folder: unwrapped.folder,
    files: parsed,
    size,
    digest: archiveDigest(archive),
    archive,
  };
  return { skill, findings };
}

type Unwrapped = { files: PackageFile[]; folder: string | null; findings: Finding[] };

/** Takes the files out of one wrapping folder, as a zipped folder has it, and settles on the name `SKILL.md`. */
function unwrap(files: PackageFile[], folder: string | null): Unwrapped {
  const top = files[0]?.path.split("/")[0] ?? "";
  const isWrapped =
    !files.some((file) => isSkillMd(file.path)) && files.every((file) => file.path.startsWith(`${top}/`));
  const inside = isWrapped ? files.map((file) => ({ ...file, path: file.path.slice(top.length + 1) })) : files;
  const findings = inside.some((file) => file.path === "skill.md")
    ? [
        warning(
          "agentskills",
          "skill-md-lower-case",
          SKILL_MD,
          null,
          "The file is called `skill.md`; it is stored as `SKILL.md`.",
        ),
      ]
    : [];
  const renamed = inside.map((file) => (file.path === "skill.md" ? { ...file, path: SKILL_MD } : file));
  return { files: renamed, folder: isWrapped && top !== "" ? top : folder, findings };
}

function isSkillMd(path: string): boolean {
  return path === SKILL_MD || path === "skill.md";
}

function missing(files: PackageFile[]): Finding {
  const nested = files.find((file) => /(^|\/)skill\.md$/i.test(file.path));
  const hint = nested
    ? ` There is one at “${shown(nested.path)}”: publish that folder, and name the file SKILL.md.`
    : "";
  return formatError("skill-md-missing", null, `There is no SKILL.md at the top of the package.${hint}`);
}

function describe(file: PackageFile): ParsedFile {
  return { ...file, sha256: sha256(file.bytes), size: file.bytes.length, isText: decodeText(file.bytes) !== null };
}

function scanFile(file: ParsedFile): Finding[] {
  const findings: Finding[] = scanUnicode(file.path, file.path).map((finding) => ({
    ...finding,
    line: null,
    message: finding.message.replace(/^Line 1/, "The name"),
  }));
  if (file.executable)
    findings.push(
      warning(
        "npx-skills",
        "executable-bit",
        file.path,
        null,
        `\`npx skills\` drops the executable bit: call “${shown(file.path)}” through its interpreter.`,
      ),
    );
  if (file.path === SKILL_MD || !file.isText) return findings;
  const text = decodeText(file.bytes) ?? "";
  return [...findings, ...scanUnicode(text, file.path), ...scanSecrets(text, file.path)];
}
