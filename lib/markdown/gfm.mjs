import remarkGfm from "remark-gfm";

/**
 * GitHub's Markdown, without looking for addresses where there can be none: the parser would try every letter as the beginning
 * of an e-mail address, and afterwards look through every text again.
 * @this {import("unified").Processor}
 * @param {string} source
 */
export default function gfmFor(source) {
  remarkGfm.call(this);
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  if (!/[\w+.-]@/.test(source)) for (const { text } of micromarkExtensions) forgetMail(text ?? {});
  // An at sign may be written as `&#64;`.
  if (/[@&]|https?:|www/i.test(source)) return;
  for (const extension of fromMarkdownExtensions.flat()) delete extension.transforms;
}

function forgetMail(constructsOf) {
  for (const [code, constructs] of Object.entries(constructsOf)) {
    constructsOf[code] = [constructs].flat().filter(({ name }) => name !== "emailAutolink");
  }
}
