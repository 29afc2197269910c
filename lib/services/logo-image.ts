import { createHash } from "node:crypto";
import sharp from "sharp";
import { DomainError } from "@/lib/errors";
import { MAX_LOGO_BYTES } from "@/lib/inputs/settings-limits";

/** Of the longer side, in pixels. */
export const LOGO_SIZE = 512;
const MAX_PIXELS = 16_000_000;
const SECONDS = 5;

export type Logo = { bytes: Uint8Array<ArrayBuffer>; hash: string };

/**
 * What was uploaded, drawn anew: a WebP of at most 512 pixels a side, without the camera, the place and whatever else the
 * file carried. An animation keeps its first picture.
 * @throws DomainError `invalid` for anything but a PNG, JPEG, WebP or GIF of up to 1 MB and 16 million pixels
 */
export async function drawLogo(upload: Uint8Array): Promise<Logo> {
  if (upload.length > MAX_LOGO_BYTES) throw refused("The logo is larger than 1 MB. Send a smaller one.");
  // By its first bytes, before the decoders see it: they also read SVG, which is a document that can hold anything.
  if (!isRaster(upload)) throw refused("The logo has to be a PNG, JPEG, WebP or GIF.");
  try {
    const image = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 });
    const { width, height } = await image.metadata();
    if (width * height > MAX_PIXELS) throw refused("The logo has more than 16 million pixels. Send a smaller one.");
    const drawn = await image
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: LOGO_SIZE, height: LOGO_SIZE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 90 })
      .toBuffer();
    return { bytes: new Uint8Array(drawn), hash: createHash("sha256").update(drawn).digest("hex") };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refused("This image cannot be read: it is damaged or too large. Save it anew as a PNG and send that.");
  }
}

const refused = (sentence: string) => new DomainError("invalid", sentence, { logo: sentence });

const STARTS = [
  [0, "89504e470d0a1a0a"], // PNG
  [0, "ffd8ff"], // JPEG
  [0, "474946383761"], // GIF87a
  [0, "474946383961"], // GIF89a
  [8, "57454250"], // RIFF….WEBP
] as const;

function isRaster(upload: Uint8Array): boolean {
  const start = Buffer.from(upload.subarray(0, 16)).toString("hex");
  return STARTS.some(([at, bytes]) => start.startsWith(bytes, at * 2));
}
