import { describe, expect, test } from "vitest";
import { packArchive } from "@/lib/package/archive";
import { readUpload } from "./package";

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function send(form: FormData) {
  const request = new Request("http://acme.localhost", { method: "POST", body: form });
  return readUpload(new Uint8Array(await request.arrayBuffer()), request.headers.get("content-type"));
}

function form(...entries: [string, string | Blob][]): FormData {
  const sent = new FormData();
  for (const [name, value] of entries) sent.append(name, value as string);
  return sent;
}

describe("an upload", () => {
  test("of files keeps their paths, and the form's own fields apart", async () => {
    const { files, fields } = await send(
      form(
        ["path", "code-review/SKILL.md"],
        ["file", new Blob(["# One"])],
        ["path", "code-review/a/b.txt"],
        ["file", new Blob(["two"])],
        ["version", "1.0.0"],
      ),
    );
    expect(files.map(({ path, bytes }) => [path, text(bytes)])).toEqual([
      ["code-review/SKILL.md", "# One"],
      ["code-review/a/b.txt", "two"],
    ]);
    expect([...fields.entries()]).toEqual([["version", "1.0.0"]]);
  });

  test("of a zip is unpacked", async () => {
    const bytes = new TextEncoder().encode("# One");
    const zip = packArchive([{ path: "SKILL.md", bytes, executable: false }]).bytes;
    const { files } = await send(form(["zip", new Blob([zip as Uint8Array<ArrayBuffer>])]));
    expect(files.map((file) => file.path)).toEqual(["SKILL.md"]);
  });

  test("of something called zip that is none gives a finding, not a failure", async () => {
    const { files, findings } = await send(form(["zip", new Blob(["no zip"])]));
    expect(files).toEqual([]);
    expect(findings[0]?.level).toBe("error");
  });

  test("of a text is a SKILL.md with line feeds", async () => {
    const { files } = await send(form(["text", "a\r\nb"]));
    expect([files[0]?.path, text(files[0]?.bytes)]).toEqual(["SKILL.md", "a\nb"]);
  });

  test.each([
    ["nothing", form()],
    ["a file without a path", form(["file", new Blob(["x"])])],
    ["text where a file should be", form(["path", "SKILL.md"], ["file", "x"])],
    ["a thousand parts too many", form(...Array.from({ length: 2600 }, (): [string, string] => ["x", "1"]))],
  ])("of %s is refused with a sentence", async (_, sent) => {
    await expect(send(sent)).rejects.toMatchObject({ name: "DomainError", code: "invalid" });
  });

  test("that is no form is refused with a sentence", async () => {
    const body = new TextEncoder().encode("{}");
    await expect(readUpload(body, "application/json")).rejects.toMatchObject({ code: "invalid" });
    await expect(readUpload(body, "multipart/form-data; boundary=x")).rejects.toMatchObject({ code: "invalid" });
    await expect(readUpload(body, null)).rejects.toMatchObject({ code: "invalid" });
  });
});
