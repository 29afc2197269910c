import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import sirv from "sirv";

const ADDRESS = "/_next/static/";
const STAMP = "guildhall-compressed";
const YEAR_SECONDS = 31_536_000;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Writes `.gz` and `.br`, as small as they get, beside each text that the build in `folder` serves. */
export async function compressStatic(folder) {
  const entries = await readdir(join(folder, "static"), { recursive: true, withFileTypes: true });
  const texts = entries.filter((entry) => entry.isFile() && /\.(js|css|svg|json)$/.test(entry.name));
  for (const { parentPath, name } of texts) {
    const path = join(parentPath, name);
    const text = await readFile(path);
    const quality = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_QUALITY]: 11 };
    const [gz, br] = await Promise.all([toGzip(text, { level: 9 }), toBrotli(text, { params: quality })]);
    if (gz.length < text.length) await writeFile(`${path}.gz`, gz);
    if (br.length < text.length) await writeFile(`${path}.br`, br);
  }
  await writeFile(join(folder, STAMP), "");
}

/**
 * Answers requests for a build's static files with what `compressStatic` wrote: their names carry their content's hash, so they may
 * be kept for ever. What is not there is left to `next()`, as is everything when the build was not compressed.
 */
export function staticFiles(folder) {
  const root = resolve(folder, "static");
  if (!existsSync(join(folder, STAMP))) return (_request, _response, next) => next();
  const serve = sirv(root, {
    gzip: true,
    brotli: true,
    immutable: true,
    maxAge: YEAR_SECONDS,
    extensions: [],
    setHeaders: (response) => response.setHeader("x-content-type-options", "nosniff"),
  });
  return (request, response, next) => {
    const { url, method, headers } = request;
    if (!url.startsWith(ADDRESS) || (method !== "GET" && method !== "HEAD")) return next();
    serve({ url: url.slice(ADDRESS.length - 1), headers }, response, next);
  };
}
