import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { packArchive } from "./archive";
import { packAside, parseAside } from "./aside";
import type { PackageFile } from "./file";
import { parsePackage } from "./parse";

const WORDS = "a review of the change reads every line and says what is wrong where and why".split(" ");
const encode = (text: string) => new TextEncoder().encode(text);

/** Words in no order, about so many bytes: what deflating takes long over. */
function someText(bytes: number): string {
  const words = Array.from({ length: bytes / 5 }, () => WORDS[Math.floor(Math.random() * WORDS.length)]);
  return words.join(" ");
}

function somePackage(megabytes: number, name = "large-one"): PackageFile[] {
  const skill = `---\nname: ${name}\ndescription: Is large. Use it in a test.\n---\n\n# Large\n\nRead on.\n`;
  const parts = Array.from({ length: megabytes }, (_, at) => ({ path: `references/${at}.md`, bytes: someText(1e6) }));
  return [{ path: "SKILL.md", bytes: skill }, ...parts].map(({ path, bytes }) => ({
    path,
    bytes: encode(bytes),
    executable: false,
  }));
}

test("a large package is found to be what it is in place", async () => {
  const files = somePackage(2);
  const [aside, here] = [await parseAside(files, "other-folder"), parsePackage(files, "other-folder")];
  expect(aside.findings).toEqual(here.findings);
  expect(aside.skill?.digest).toBe(here.skill?.digest);
  expect(aside.skill?.files.map((file) => file.sha256)).toEqual(here.skill?.files.map((file) => file.sha256));
  expect((await packAside(files)).sha256).toBe(packArchive(files).sha256);
});

test("what is refused aside says why", async () => {
  const { skill, findings } = await parseAside(somePackage(2, "Not A Name"));
  expect(skill).toBeNull();
  expect(findings).toEqual(parsePackage(somePackage(2, "Not A Name")).findings);
});

test("while 10 MB are checked the process goes on answering", async () => {
  const files = somePackage(10);
  await parseAside(files.slice(0, 2));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await sleep(50);
  const since = performance.now();
  await parseAside(files);
  const took = performance.now() - since;
  await sleep(50);
  delay.disable();
  // Done in place, the longest pause is all of it.
  expect(delay.max / 1e6).toBeLessThan(took / 3);
});
