// Plain ESM, started by path as a worker thread: `next start`, tsx and vitest all run the same file, untouched by a bundler.
// It turns untrusted Markdown into static HTML. No raw HTML passes (react-markdown without rehype-raw escapes it; HTML
// comments stay visible too, for a hidden comment is where instructions to an agent like to hide).
import { parentPort } from "node:worker_threads";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";

/**
 * @typedef {import("hast").Element} Element
 * @typedef {import("hast").ElementContent} ElementContent
 * @typedef {import("hast").Root} Root
 * @typedef {import("hast").RootContent} RootContent
 */

const ID_PREFIX = "user-content-";
const PREVIEW_BYTES = 7 * 1024;
const EXCERPT_CHARACTERS = 200;
const EXTERNAL_REL = "nofollow noopener noreferrer ugc";

/**
 * @param {string} source
 * @returns {{ html: string, previewHtml: string | null, excerptText: string }}
 */
export function render(source) {
  const page = { text: "" };
  const tree = Markdown({
    children: source,
    remarkPlugins: [remarkGfm],
    rehypePlugins: [[makeSafe, page]],
    // `makeSafe` has rewritten every address already.
    urlTransform: (url) => url,
  });
  const html = renderToStaticMarkup(tree);
  const previewHtml = Buffer.byteLength(html) > PREVIEW_BYTES ? preview(blocksOf(tree), page.text) : null;
  return { html, previewHtml, excerptText: page.text };
}

/** @param {import("react").ReactElement<{ children?: import("react").ReactNode }>} tree */
function blocksOf(tree) {
  return [tree.props.children].flat();
}

/**
 * The leading whole blocks that fit, or the excerpt when the first alone does not.
 * @param {import("react").ReactNode[]} blocks
 * @param {string} text
 */
function preview(blocks, text) {
  let html = "";
  let size = 0;
  for (const block of blocks) {
    const part = renderToStaticMarkup(block);
    size += Buffer.byteLength(part);
    if (size > PREVIEW_BYTES) break;
    html += part;
  }
  return html.trim() === "" ? renderToStaticMarkup(createElement("p", null, text)) : html;
}

/**
 * Rewrites the tree once: addresses, ids, headings, tables, code, images, check boxes.
 * @param {{ text: string }} page receives the excerpt
 */
function makeSafe(page) {
  return (/** @type {Root} */ root) => {
    page.text = excerpt(root);
    const ids = new Map();
    rewriteChildren(root, ids, false);
  };
}

/**
 * @param {Root | Element} parent
 * @param {Map<string, number>} ids
 * @param {boolean} isInLink
 */
function rewriteChildren(parent, ids, isInLink) {
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index];
    const child = node.type === "raw" ? lineBreak(node) : node;
    if (child.type !== "element") {
      parent.children[index] = child;
      continue;
    }
    rewriteChildren(child, ids, isInLink || child.tagName === "a");
    parent.children[index] = rewrite(child, ids, isInLink);
  }
}

/** `<br>` in a table cell is the one tag that Markdown has no other way to say. */
function lineBreak(node) {
  return /^<br\s*\/?>$/i.test(node.value) ? element("br", {}, []) : node;
}

/**
 * @param {Element} node
 * @param {Map<string, number>} ids
 * @param {boolean} isInLink
 * @returns {ElementContent}
 */
function rewrite(node, ids, isInLink) {
  const { tagName } = node;
  if (/^h[1-6]$/.test(tagName)) return heading(node, ids);
  if (tagName === "a") return link(node);
  if (tagName === "img") return image(node, isInLink);
  if (tagName === "pre") node.properties = { ...node.properties, tabIndex: 0 };
  if (tagName === "table") return tableRegion(node);
  if (tagName === "th" || tagName === "td") return cell(node);
  if (tagName === "input") node.properties.ariaLabel = node.properties.checked ? "Done" : "Not done";
  return node;
}

/** The page has its own h1, so everything moves down one level. */
function heading(node, ids) {
  const level = Math.min(6, Number(node.tagName[1]) + 1);
  const id = node.properties.id ? `${node.properties.id}` : slug(textOf(node));
  const seen = ids.get(id) ?? 0;
  ids.set(id, seen + 1);
  const unique = seen === 0 ? id : `${id}-${seen}`;
  return element(
    `h${level}`,
    { ...node.properties, id: unique.startsWith(ID_PREFIX) ? unique : ID_PREFIX + unique },
    node.children,
  );
}

/** As GitHub makes them, so that a document's own table of contents works. */
function slug(text) {
  return text
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-")
    .slice(0, 100);
}

function link(node) {
  const { href, ...properties } = node.properties;
  const target = address(String(href ?? ""));
  if (properties.ariaDescribedBy) properties.ariaDescribedBy = `${ID_PREFIX}footnote-label`;
  if (target === null) return element("span", {}, node.children);
  return element(
    "a",
    target.isExternal ? { ...properties, href: target.href, rel: EXTERNAL_REL } : { ...properties, href: target.href },
    node.children,
  );
}

/** A picture from elsewhere would tell its host who reads; a link asks first. */
function image(node, isInLink) {
  const alt = String(node.properties.alt ?? "").trim();
  const label = alt === "" ? "Image" : `Image: ${alt}`;
  const target = isInLink ? null : address(String(node.properties.src ?? ""));
  if (target === null) return element("span", {}, [{ type: "text", value: label }]);
  const properties = target.isExternal ? { href: target.href, rel: EXTERNAL_REL } : { href: target.href };
  return element("a", properties, [{ type: "text", value: label }]);
}

/**
 * What a link may lead to, or null. Web and mail addresses stay; `#part` moves into our prefix; everything else without a
 * scheme is a file of the package and becomes `?file=<path>` of the page it stands on.
 * @param {string} raw
 * @returns {{ href: string, isExternal: boolean } | null}
 */
export function address(raw) {
  // Browsers drop these characters before they look for a scheme, so `java&#10;script:` must lose them first.
  const url = raw.replace(/[\p{Cc} ]+/gu, "");
  if (url === "") return null;
  if (url.startsWith("#")) return { href: fragment(url.slice(1)), isExternal: false };
  if (/^[\\/]{2}/.test(url)) return external(`https:${url}`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return external(url);
  return packageFile(url);
}

function external(url) {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  const isAllowed = protocol === "https:" || protocol === "http:" || protocol === "mailto:";
  // `https://bank.example@evil.example` reads as the one and leads to the other.
  return isAllowed && username === "" && password === "" ? { href, isExternal: true } : null;
}

function packageFile(url) {
  const [, path = "", part] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const segments = [];
  for (const segment of decode(path).replaceAll("\\", "/").split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && segments.pop() === undefined) return null;
    if (segment !== "..") segments.push(segment);
  }
  if (segments.length === 0) return null;
  return { href: `?file=${encodeURIComponent(segments.join("/"))}${part ? fragment(part) : ""}`, isExternal: false };
}

function fragment(part) {
  const id = decode(part);
  return `#${encodeURIComponent(id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id.toLowerCase())}`;
}

function decode(text) {
  try {
    return decodeURIComponent(text).toWellFormed();
  } catch {
    return text.toWellFormed();
  }
}

/** A wide table scrolls by itself, also by keyboard, instead of widening the page. */
function tableRegion(node) {
  return element("div", { className: ["table-scroll"], tabIndex: 0, role: "region", ariaLabel: "Table" }, [node]);
}

/** Alignment as an attribute for the stylesheet: inline styles are stopped by the content security policy. */
function cell(node) {
  const { align, ...properties } = node.properties;
  return element(node.tagName, align ? { ...properties, dataAlign: align } : properties, node.children);
}

/** @returns {Element} */
function element(tagName, properties, children) {
  return { type: "element", tagName, properties, children };
}

function textOf(node) {
  if (node.type === "text") return node.value;
  return node.children ? node.children.map(textOf).join("") : "";
}

/** The first paragraphs as plain text, cut at a word. */
function excerpt(root) {
  let text = "";
  for (const block of root.children) {
    if (block.type !== "element" || !/^(p|ul|ol|blockquote)$/.test(block.tagName)) continue;
    text = `${text} ${textOf(block)}`.replace(/\s+/g, " ").trim();
    if (text.length > EXCERPT_CHARACTERS) break;
  }
  const characters = [...text];
  if (characters.length <= EXCERPT_CHARACTERS) return text;
  const cut = characters.slice(0, EXCERPT_CHARACTERS).join("");
  return `${cut.replace(/\s+\S{0,40}$/, "")}…`;
}

parentPort?.on("message", ({ source }) => {
  try {
    parentPort?.postMessage({ rendered: render(source) });
  } catch (error) {
    // Nesting past the stack is the document's fault: the caller shows it as plain text.
    parentPort?.postMessage({ failed: String(error) });
  }
});
parentPort?.postMessage({ ready: true });
