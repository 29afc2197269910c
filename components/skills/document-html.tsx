"use client";

import { Prose } from "../ui/text/prose";
import { swapped } from "./swapped-html";

/**
 * A document's sanitised HTML. It arrives swapped: a page carries it twice, to be seen and as data for the script, and the
 * data would otherwise be nearly twice as long as the document itself.
 */
export function DocumentHtml({ html }: { html: string }) {
  return <Prose html={swapped(html)} />;
}
