import { execFileSync } from "node:child_process";
import { createDeflateRaw, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { packArchive, readArchive } from "./archive";
import type { PackageFile } from "./file";
import { pathProblem } from "./path";
import { textFile } from "./testing/samples";
import { extraField, forgeZip, type ZipEntry, type ZipTail } from "./testing/zip";

const good: ZipEntry = { name: "SKILL.md", data: Buffer.from("# Hello\n".repeat(20)) };
const MB = 1024 * 1024;

async function refusalOf(archive: Uint8Array) {
  const { files, findings } = await readArchive(archive);
  expect(files).toEqual([]);
  return findings.map(({ rule, file, level, target }) => ({ rule, file, level, target }))[0];
}

describe("an archive we write", () => {
  const files = [
    textFile("scripts/run.sh", "#!/bin/sh\necho hi\n", true),
    textFile("SKILL.md", "# Hello\n".repeat(50)),
    textFile("ünïcode/日本.md", "x"),
    textFile("empty", ""),
  ];

  test("has the same bytes whatever the order of its files", () => {
    expect(packArchive([...files].reverse()).sha256).toBe(packArchive(files).sha256);
  });

  // An upgrade of the compressor that changes published digests must not pass unseen.
  test("has the bytes it always had", () => {
    expect(packArchive(files).sha256).toBe("0050a631ddce07aea1c167dcc8419fd9d40cbafd84399314519b52b641e95e1c");
  });

  test("has the same bytes in every time zone", () => {
    const script = `import("./lib/package/archive/pack.ts").then((m) => console.log((m.default ?? m).packArchive([{path:"a",bytes:new Uint8Array(9),executable:false}]).sha256))`;
    const digests = ["UTC", "Pacific/Kiritimati", "America/Caracas"].map((TZ) =>
      execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      }).trim(),
    );
    expect(new Set(digests)).toEqual(
      new Set([packArchive([{ path: "a", bytes: new Uint8Array(9), executable: false }]).sha256]),
    );
  }, 30_000);

  test("opens in another zip reader", () => {
    const opened = unzipSync(packArchive(files).bytes);
    expect(new TextDecoder().decode(opened["scripts/run.sh"])).toBe("#!/bin/sh\necho hi\n");
    expect(Object.keys(opened)).toEqual(["SKILL.md", "empty", "scripts/run.sh", "ünïcode/日本.md"]);
  });

  test("comes back as it went in: paths, bytes and executable bits", async () => {
    const path = fc
      .array(
        fc.string({ unit: fc.constantFrom("a", "b", "é", "日", "-", ".", "1", "_"), minLength: 1, maxLength: 6 }),
        { minLength: 1, maxLength: 4 },
      )
      .map((segments) => segments.join("/"))
      .filter((candidate) => pathProblem(candidate) === null);
    const file = fc.record({ path, bytes: fc.uint8Array({ maxLength: 3_000 }), executable: fc.boolean() });
    const folders = fc.uniqueArray(file, { maxLength: 8, selector: (item) => item.path.split("/")[0] });
    await fc.assert(
      fc.asyncProperty(folders, async (list: PackageFile[]) => {
        const { files: back, findings } = await readArchive(packArchive(list).bytes);
        expect(findings).toEqual([]);
        const plain = (items: PackageFile[]) =>
          items.map((item) => [item.path, Buffer.from(item.bytes).toString("hex"), item.executable]).sort();
        expect(plain(back)).toEqual(plain(list));
        expect(packArchive(back).sha256).toBe(packArchive(list).sha256);
      }),
      { numRuns: 100 },
    );
  });
});

describe("an archive someone uploads", () => {
  test("may come from another zip writer, with folders, a comment and streamed entries", async () => {
    const zipped = zipSync({ "my-skill/": new Uint8Array(), "my-skill/SKILL.md": new TextEncoder().encode("# Hi") });
    expect((await readArchive(zipped)).files.map((file) => file.path)).toEqual(["my-skill/SKILL.md"]);
    const streamed = forgeZip(
      [
        { ...good, descriptor: true },
        { name: "dir/", data: Buffer.alloc(0), method: 0, mode: 0o040755 },
      ],
      { comment: Buffer.from("a commit's hash") },
    );
    expect(await readArchive(streamed)).toMatchObject({ files: [{ path: "SKILL.md" }], findings: [] });
  });

  test("loses what the system left in it, with one warning", async () => {
    const names = ["SKILL.md", "__MACOSX/._SKILL.md", ".DS_Store", ".git/config", ".git/hooks/pre-commit"];
    const { files, findings } = await readArchive(forgeZip(names.map((name) => ({ ...good, name }))));
    expect(files.map((file) => file.path)).toEqual(["SKILL.md"]);
    expect(findings).toMatchObject([
      { rule: "junk-dropped", level: "warning", message: expect.stringContaining("3 more") },
    ]);
  });

  test("keeps an archive inside it closed", async () => {
    const inner = forgeZip([good]);
    const { files } = await readArchive(forgeZip([good, { name: "assets/inner.zip", data: inner, method: 0 }]));
    expect(files.map((file) => file.path)).toEqual(["SKILL.md", "assets/inner.zip"]);
    expect(Buffer.from(files[1]?.bytes ?? []).equals(inner)).toBe(true);
  });

  const attacks: [string, ZipEntry, string][] = [
    ["a path that climbs out", { name: "../evil.sh" }, "path-traversal"],
    ["a path that climbs out further in", { name: "a/../../evil.sh" }, "path-traversal"],
    ["an absolute path", { name: "/etc/cron.d/evil" }, "path-absolute"],
    ["a drive letter", { name: "C:\\evil.exe" }, "path-backslash"],
    ["a drive letter with slashes", { name: "C:/evil.exe" }, "path-drive-letter"],
    ["a backslash", { name: "..\\evil.exe" }, "path-backslash"],
    ["a control character in a name", { name: "a\u0007b" }, "path-control-character"],
    ["a name that is not UTF-8", { name: Buffer.from([0x61, 0xff, 0x62]), flags: 0 }, "path-encoding"],
    ["a device name", { name: "aux.md" }, "path-reserved-name"],
    ["a symbolic link", { name: "link", data: Buffer.from("/etc/passwd"), mode: 0o120777 }, "archive-symlink"],
    ["a device", { name: "null-device", mode: 0o020666 }, "archive-special-file"],
    ["a pipe", { name: "pipe", mode: 0o010666 }, "archive-special-file"],
    ["a folder with content", { name: "dir/", mode: 0o040755 }, "archive-special-file"],
    ["encryption", { name: "locked", flags: 0x0801 }, "archive-encrypted"],
    ["strong encryption's masked headers", { name: "locked", flags: 0x2800 }, "archive-encrypted"],
    ["an unknown method", { name: "lzma.bin", method: 14 }, "archive-method"],
    ["another name in the local header", { name: "a.txt", localName: "b.txt" }, "archive-header-mismatch"],
    ["another method in the local header", { name: "a.txt", localMethod: 0 }, "archive-header-mismatch"],
    ["another size in the local header", { name: "a.txt", localSize: 3 }, "archive-header-mismatch"],
    ["bytes before an entry", { name: "a.txt", gap: Buffer.from("hidden") }, "archive-hidden-bytes"],
    [
      "bytes after an entry's end",
      { name: "a.txt", raw: Buffer.concat([deflateRawSync("hello"), Buffer.from("hidden")]) },
      "archive-size-mismatch",
    ],
    ["a wrong checksum", { name: "a.txt", crc: 1 }, "archive-checksum"],
    ["more than it says", { name: "a.txt", listedSize: 3 }, "archive-size-mismatch"],
    ["less than it says", { name: "a.txt", listedSize: 30 }, "archive-size-mismatch"],
    ["damaged content", { name: "a.txt", raw: Buffer.from([0xff, 0xff, 0xff]) }, "archive-damaged"],
    ["a ZIP64 field", { name: "a.txt", extra: extraField(1, Buffer.alloc(8)) }, "archive-zip64"],
    [
      "an extra field twice",
      { name: "a.txt", extra: Buffer.concat([extraField(9, Buffer.alloc(1)), extraField(9, Buffer.alloc(1))]) },
      "archive-extra-field",
    ],
  ];
  test.each(attacks)("is refused for %s, with the entry named", async (_, entry, rule) => {
    const refused = await refusalOf(forgeZip([good, entry]));
    expect(refused).toMatchObject({ rule, level: "error", target: "guildhall" });
    expect(refused?.file.length).toBeGreaterThan(0);
    expect(refused?.file).not.toBe("SKILL.md");
  });

  test.each([
    [["SKILL.md", "SKILL.md"], "path-duplicate"],
    [["SKILL.md", "skill.md"], "path-case-duplicate"],
    [["notes", "notes/a.md"], "path-file-and-folder"],
  ])("is refused for the names %j", async (names, rule) => {
    expect(await refusalOf(forgeZip(names.map((name) => ({ ...good, name }))))).toMatchObject({ rule });
  });

  const wholes: [string, ZipTail, string][] = [
    ["bytes after its end", { trailing: Buffer.from("more") }, "archive-trailing-data"],
    ["a second archive after its end", { trailing: forgeZip([good]) }, "archive-directory-mismatch"],
    ["a second end record in its comment", { comment: forgeZip([]) }, "archive-directory-mismatch"],
    ["bytes before its start", { prefix: Buffer.from("#!/bin/sh\n") }, "archive-hidden-bytes"],
    ["bytes between its table and its end", { beforeEnd: Buffer.from("hidden") }, "archive-directory-mismatch"],
    [
      "a ZIP64 locator",
      { beforeEnd: Buffer.concat([Buffer.from("PK\x06\x07", "latin1"), Buffer.alloc(16)]) },
      "archive-zip64",
    ],
    ["a table shorter than it says", { entryCount: 5 }, "archive-damaged"],
    ["a table longer than it says", { entryCount: 1 }, "archive-hidden-bytes"],
  ];
  test.each(wholes)("is refused for %s", async (_, tail, rule) => {
    expect(await refusalOf(forgeZip([good, { name: "b.txt" }], tail))).toMatchObject({ rule });
  });

  test("is refused when it is none, or empty, or cut off", async () => {
    for (const bytes of [new Uint8Array(), Buffer.from("not a zip"), forgeZip([good]).subarray(0, -10)])
      expect(await refusalOf(bytes)).toMatchObject({ rule: "archive-not-zip" });
  });

  test("is refused past 5 MB without being looked at", async () => {
    expect(await refusalOf(new Uint8Array(5 * MB + 1))).toMatchObject({ rule: "archive-too-large" });
  });

  test("is refused past 200 files, and with 50,000 or 100,000 entries before reading one", async () => {
    const many = (count: number) =>
      forgeZip(Array.from({ length: count }, (_, n) => ({ name: `f${n}`, method: 0, data: Buffer.alloc(0) })));
    expect((await readArchive(many(200))).files).toHaveLength(200);
    expect(await refusalOf(many(201))).toMatchObject({ rule: "too-many-files", file: "f200" });
    const [huge, larger] = [many(50_000), many(100_000)];
    const start = performance.now();
    expect(await refusalOf(huge)).toMatchObject({ rule: "too-many-files" });
    expect(await refusalOf(larger)).toMatchObject({ rule: "archive-too-large" });
    expect(performance.now() - start).toBeLessThan(100);
  });

  test("never throws, however it is damaged", async () => {
    const whole = packArchive([textFile("SKILL.md", "# Hello\n".repeat(30)), textFile("a/b.md", "text")]).bytes;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (edits) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of edits) damaged[at] = byte;
          const { files, findings } = await readArchive(damaged);
          expect(files.length === 0 ? findings.length > 0 : files.length === 2).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a bomb", () => {
  /** Deflates `megabytes` of zeros without ever holding them. */
  async function deflatedZeros(megabytes: number): Promise<Buffer> {
    const deflate = createDeflateRaw({ level: 9 });
    const chunks: Buffer[] = [];
    deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
    const zeros = Buffer.alloc(MB);
    for (let n = 0; n < megabytes; n++) await new Promise((resolve) => deflate.write(zeros, resolve));
    await new Promise<void>((resolve) => deflate.end(resolve));
    return Buffer.concat(chunks);
  }

  test("of a gigabyte is refused, whatever size it claims, in flat memory", async () => {
    const raw = await deflatedZeros(1024);
    const before = process.memoryUsage().rss;
    for (const [listedSize, rule] of [
      [1024 * MB, "package-too-large"],
      [19 * MB, "archive-size-mismatch"],
      [5, "archive-size-mismatch"],
    ] as const)
      expect(await refusalOf(forgeZip([good, { name: "zeros.bin", raw, listedSize, crc: 0 }]))).toMatchObject({
        rule,
        file: "zeros.bin",
      });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  }, 60_000);

  test("that keeps its word but is packed a thousandfold is refused by its ratio", async () => {
    const data = Buffer.alloc(10 * MB);
    expect(await refusalOf(forgeZip([good, { name: "zeros.bin", data }]))).toMatchObject({
      rule: "archive-bomb",
      file: "zeros.bin",
    });
  });

  test("of overlapping entries is refused", async () => {
    const zip = forgeZip([good, { name: "b.txt" }]);
    const second = zip.lastIndexOf("PK\x01\x02", undefined, "latin1");
    zip.writeUInt32LE(0, second + 42);
    expect(await refusalOf(zip)).toMatchObject({ rule: "archive-hidden-bytes" });
  });
});
