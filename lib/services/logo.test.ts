import sharp from "sharp";
import { expect, test } from "vitest";
import { openHall } from "./hall";
import { findLogo, removeLogo, saveLogo } from "./logo";
import { drawLogo } from "./logo-image";
import { someone, someTenant } from "./testing";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 60, b: 20, alpha: 0.5 } } });

test.each(["png", "jpeg", "webp", "gif"] as const)(
  "a %s is drawn anew, small and without what it carried",
  async (kind) => {
    const exif = { IFD0: { Copyright: "CANARY" } };
    const upload = await picture(1200, 300).withExif(exif).toFormat(kind).toBuffer();
    const { bytes } = await drawLogo(upload);
    const drawn = await sharp(bytes).metadata();
    expect(drawn).toMatchObject({ format: "webp", width: 512, height: 128 });
    expect(drawn.exif).toBeUndefined();
    expect(Buffer.from(bytes).includes("CANARY")).toBe(false);
  },
);

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;

test.each<[string, () => Promise<Uint8Array>]>([
  ["an SVG", async () => Buffer.from(svg)],
  ["an SVG that begins like a comment", async () => Buffer.from(`<!-- \u0089PNG -->${svg}`)],
  ["a TIFF", () => picture(9, 9).tiff().toBuffer()],
  ["an AVIF", () => picture(9, 9).avif().toBuffer()],
  ["a PDF", async () => Buffer.from("%PDF-1.7\n")],
  ["a page", async () => Buffer.from("<!doctype html><h1>Hello</h1>")],
  ["nothing", async () => new Uint8Array()],
  ["a PNG cut off in the middle", async () => (await picture(600, 600).png().toBuffer()).subarray(0, 300)],
  [
    "a PNG’s first bytes and an SVG",
    async () => Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(svg)]),
  ],
  [
    "more than a megabyte",
    async () => Buffer.concat([await picture(9, 9).png().toBuffer(), Buffer.alloc(1024 * 1024)]),
  ],
  ["a picture of 64 million pixels in a few kilobytes", () => picture(8000, 8000).png().toBuffer()],
])("%s is refused with a sentence", async (_, upload) => {
  const refused = await drawLogo(await upload()).catch((error) => error);
  expect(refused).toMatchObject({ code: "invalid", fields: { logo: expect.stringMatching(/\.$/) } });
});

test("a logo is seen at once, in its own hall only, and can be removed", async () => {
  const [acme, globex] = [await someTenant(), await someTenant()];
  const { logoHash } = await saveLogo(acme, { upload: await picture(64, 64).png().toBuffer(), replaces: null });
  expect(await findLogo(acme)).toMatchObject({ hash: logoHash });
  expect((await openHall(acme, { sessionId: null }))?.hall).toMatchObject({ logoHash, revision: 1 });
  expect(await findLogo(globex)).toBeNull();
  await expect(removeLogo(globex, { replaces: logoHash })).rejects.toMatchObject({ code: "stale" });
  await removeLogo(acme, { replaces: logoHash });
  expect(await findLogo(acme)).toBeNull();
});

test("a logo that replaces another than the one that was seen is refused", async () => {
  const admin = await someTenant();
  const [red, tall] = [await picture(64, 64).png().toBuffer(), await picture(64, 128).png().toBuffer()];
  await saveLogo(admin, { upload: red, replaces: null });
  await expect(saveLogo(admin, { upload: tall, replaces: null })).rejects.toMatchObject({ code: "stale" });
});

test("nobody below an admin sends or removes a logo", async () => {
  const reviewer = await someone("reviewer");
  const save = saveLogo(reviewer, { upload: await picture(9, 9).png().toBuffer(), replaces: null });
  await expect(save).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeLogo(reviewer, { replaces: null })).rejects.toMatchObject({ code: "forbidden" });
});
