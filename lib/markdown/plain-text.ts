/** What is stored of a document: see `renderMarkdown`. */
export type Rendered = { html: string; previewHtml: string | null; excerptText: string };

const PREVIEW_CHARACTERS = 7_000;
const EXCERPT_CHARACTERS = 200;
/** A cut may split a character written as two UTF-16 units. */
const LONE_HALF = /\p{Surrogate}$/u;

/** The source as it is, escaped: what stands in when it cannot be rendered. */
export function plainText(source: string): Rendered {
  const html = pre(source);
  const isLong = source.length > PREVIEW_CHARACTERS;
  const excerptText = [...source.slice(0, 1_000).replace(/\s+/g, " ").trim()].slice(0, EXCERPT_CHARACTERS).join("");
  return {
    html,
    previewHtml: isLong ? pre(source.slice(0, PREVIEW_CHARACTERS).replace(LONE_HALF, "")) : null,
    excerptText,
  };
}

function pre(text: string): string {
  return `<pre tabindex="0">${escapeHtml(text)}</pre>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
