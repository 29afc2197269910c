import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { debianMirror, install, isAvailable, mayInstall } from "./apt.mjs";
import { mustRun, Refusal } from "./run.mjs";

/** The Debian release whose source package is built where the machine's own release has no pgvector package. */
const sourceRelease = "trixie";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** apt's options for a package list of our own, so that the machine's configuration stays as it is. */
function aptAside(folder, mirror) {
  const signed = existsSync(keyring) ? `[signed-by=${keyring}] ` : "";
  for (const path of ["lists/partial", "cache/archives/partial"]) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, "sources.list"), `deb-src ${signed}${mirror} ${sourceRelease} main\n`);
  return [
    `Dir::Etc::sourcelist=${join(folder, "sources.list")}`,
    "Dir::Etc::sourceparts=/dev/null",
    `Dir::State::lists=${join(folder, "lists")}`,
    `Dir::Cache=${join(folder, "cache")}`,
    "APT::Sandbox::User=root",
  ].flatMap((option) => ["-o", option]);
}

async function buildFromSource(version, bin) {
  const mirror = debianMirror();
  if (!mirror) throw new Refusal(missing(version));
  await install(["build-essential", "dpkg-dev", `postgresql-server-dev-${version}`], "pgvector has to be built here.");
  const folder = mkdtempSync(join(tmpdir(), "guildhall-pgvector-"));
  try {
    chmodSync(folder, 0o755);
    const options = aptAside(folder, mirror);
    const failed = "pgvector's source package could not be fetched:";
    await mustRun(failed, "apt-get", [...options, "update"]);
    await mustRun(failed, "apt-get", [...options, "source", "pgvector"], { cwd: folder });
    const source = readdirSync(folder).find((name) => /^pgvector-\d/.test(name));
    // OPTFLAGS: nothing tuned to this processor. with_llvm: the copy for the just-in-time compiler needs a second compiler.
    const make = ["-C", join(folder, source), `PG_CONFIG=${join(bin, "pg_config")}`, "OPTFLAGS=", "with_llvm=no"];
    await mustRun("pgvector could not be built:", "make", [...make, `-j${availableParallelism()}`]);
    await mustRun("pgvector could not be installed:", "make", [...make, "install"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const missing = (version) =>
  `The tests need the extension pgvector for PostgreSQL ${version}. Install the package postgresql-${version}-pgvector or build pgvector from source, or set TEST_DATABASE_URL to a server that has it.`;

/** Makes sure that the PostgreSQL whose programs are in `bin` has pgvector. */
export async function ensureVector(version, bin) {
  const control = join(bin, "..", "..", "..", "..", "share", "postgresql", version, "extension", "vector.control");
  if (existsSync(control)) return;
  if (!mayInstall()) throw new Refusal(missing(version));
  const name = `postgresql-${version}-pgvector`;
  if (await isAvailable(name)) await install([name], missing(version));
  else await buildFromSource(version, bin);
}
