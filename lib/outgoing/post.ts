import { type LookupAddress, lookup } from "node:dns";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./address";

/** Where a request may go: to https on the public internet alone, or wherever the operator has said. */
export type Reach = "public" | "anywhere";

export type Post = {
  url: URL;
  headers: Record<string, string>;
  body: string;
  reach: Reach;
  /** Beyond it the answer is cut off and counts as a failure. */
  maxBytes: number;
  signal: AbortSignal;
};

export type Answer = { status: number; retryAfter: string | null; body: string };

/** The request was not made, since it would have gone where it may not. Its message is no sentence for people. */
export class OutOfReach extends Error {}

/** The other side sent more than was asked for. */
export class AnswerTooLarge extends Error {}

/**
 * Sends one request to an address that somebody has entered. Follows no redirect, uses no proxy, keeps no connection. The name
 * is resolved once, and the connection goes to the very addresses that were checked: a name that means something else a moment
 * later gains nothing.
 * @throws OutOfReach, AnswerTooLarge; the network's own errors; the signal's reason
 */
export function post({ url, headers, body, reach, maxBytes, signal }: Post): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const refusal = reach === "public" ? refusalOf(url) : null;
    if (refusal) return reject(new OutOfReach(refusal));
    const bytes = Buffer.from(body);
    const fail = (error: unknown) => reject(signal.aborted ? signal.reason : error);
    const options = {
      method: "POST",
      headers: { ...headers, "content-length": bytes.length, "accept-encoding": "identity" },
      agent: false,
      signal,
      ...(reach === "public" && { lookup: publicLookup }),
    };
    const request = (url.protocol === "https:" ? requestSecure : requestPlain)(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) request.destroy(new AnswerTooLarge());
        else chunks.push(chunk);
      });
      response.on("error", fail);
      response.on("end", () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, retryAfter: answered["retry-after"] ?? null, body: Buffer.concat(chunks).toString() });
      });
    });
    request.on("error", fail);
    request.end(bytes);
  });
}

/** Why a public request may not even be tried; null when it may. A literal address is not resolved, so it is checked here. */
function refusalOf(url: URL): string | null {
  if (url.protocol !== "https:") return "not https";
  const port = Number(url.port || 443);
  // Below 1024 live other services, and a request can be made to look like theirs.
  if (port !== 443 && port < 1024) return "port of another service";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) && !isPublicAddress(host) ? "inner address" : null;
}

/** The usual resolving, but a name with even one inner address is nobody's: it may be a try to slip one in. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, "", 0);
    const [first] = found;
    if (!first || found.some(({ address }) => !isPublicAddress(address))) {
      return done(new OutOfReach("inner address"), "", 0);
    }
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};
