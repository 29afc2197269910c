import { after } from "next/server";
import { jsonRefusal } from "@/lib/action";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { openTrace } from "@/lib/search-trace";
import { logSearch, recordClick } from "@/lib/services/search-log";
import { requireReader } from "@/lib/tenant";

// A trace of 200 characters, each of four bytes, and what else is in it.
const MOST_LETTERS = 3_000;
const SHAPE = /^([\w-]+)(?: (\d{1,4}))?$/;
const BOT = /bot\b|crawl|spider|preview/i;

/** A search that came to rest, and the place of the result that was opened. Answered before it is kept. */
export async function POST(request: Request): Promise<Response> {
  const { ctx } = await requireReader();
  const said = (await firstLetters(request)).match(SHAPE);
  const trace = said?.[1] && openTrace(env().secret, ctx.tenantId, said[1]);
  if (!trace) return jsonRefusal(new DomainError("invalid", "This is no search of this hall, or an old one."));
  const { id, query, results, isClose } = trace;
  const place = Number(said[2] ?? 0);
  if (!BOT.test(ctx.userAgent ?? "")) {
    after(async () => {
      await logSearch(ctx, { id, query, results, isClose });
      if (place > 0) await recordClick(ctx, { id, place });
    });
  }
  return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
}

/** The body as far as a trace can be long: nobody can make the server hold more. */
async function firstLetters(request: Request): Promise<string> {
  const reader = request.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (reader && text.length <= MOST_LETTERS) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader?.cancel();
  return "";
}
