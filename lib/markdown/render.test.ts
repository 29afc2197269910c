import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samples } from "../package/testing/samples";
import { closeRenderers, renderMarkdown } from "./render";

const TAGS = new Set(
  "a blockquote br code del div em h2 h3 h4 h5 h6 hr input li ol p pre section span strong sup table tbody td th thead tr ul".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  (
    "aria-describedby aria-label checked class data-align data-footnote-backref data-footnote-ref data-footnotes disabled href id " +
    "rel role start tabindex title type"
  ).split(" "),
);

/** React escapes `<` in text and `"` in attributes, so this sees every tag there is. Throws on one that is not allowed. */
function expectSafe(html: string): void {
  for (const [, tag = "", attributes = ""] of html.matchAll(/<\/?([^\s/>]+)([^>]*)>/g)) {
    if (!TAGS.has(tag)) throw new Error(`<${tag}> in ${html.slice(0, 500)}`);
    for (const [, name = "", value = ""] of attributes.matchAll(/([^\s="/]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES.has(name)) throw new Error(`${name} in ${html.slice(0, 500)}`);
      if (name === "id" && !value.startsWith("user-content-")) throw new Error(`id ${value}`);
      if (name === "href" && !/^(https?:|mailto:|#user-content-|\?file=[^:/\\]+$)/.test(value))
        throw new Error(`href ${value}`);
    }
    const isElsewhere = /href="(https?|mailto):/.test(attributes);
    if (isElsewhere && !attributes.includes('rel="nofollow noopener noreferrer ugc"'))
      throw new Error(`no rel in <${tag}${attributes}>`);
  }
}

const html = async (source: string) => (await renderMarkdown(source)).html;

describe("a document", () => {
  test("starts below the page's own heading, with prefixed ids that its own links find", async () => {
    expect(await html("# Über uns\n\n## Set up\n\n## Set up\n\n[go](#set-up)")).toBe(
      '<h2 id="user-content-über-uns">Über uns</h2>\n<h3 id="user-content-set-up">Set up</h3>\n<h3 id="user-content-set-up-1">Set up</h3>\n<p><a href="#user-content-set-up">go</a></p>',
    );
  });

  test.each([
    ["[x](scripts/run.sh)", '<a href="?file=scripts%2Frun.sh">'],
    ["[x](./references/a%20b.md#Part)", '<a href="?file=references%2Fa%20b.md#user-content-part">'],
    ["[x](/references/a.md?raw=1)", '<a href="?file=references%2Fa.md">'],
    ["[x](a/../b.md)", '<a href="?file=b.md">'],
    ["[x](https://a.example/b?c=d#e)", '<a href="https://a.example/b?c=d#e" rel="nofollow noopener noreferrer ugc">'],
    ["[x](//evil.example/y)", '<a href="https://evil.example/y" rel="nofollow noopener noreferrer ugc">'],
    ["[x](mailto:a@b.example)", '<a href="mailto:a@b.example" rel="nofollow noopener noreferrer ugc">'],
    ["https://auto.example", '<a href="https://auto.example/" rel="nofollow noopener noreferrer ugc">'],
    [
      "![A chart](https://a.example/p.png)",
      '<a href="https://a.example/p.png" rel="nofollow noopener noreferrer ugc">Image: A chart</a>',
    ],
    ["![](assets/p.png)", '<a href="?file=assets%2Fp.png">Image</a>'],
    ["[![Build](https://a.example/b.svg)](https://c.example)", "<span>Image: Build</span></a>"],
    ["[x](../../etc/passwd)", "<span>x</span>"],
    ["[x](https://bank.example@evil.example)", "<span>x</span>"],
    ["[x](file:///etc/passwd)", "<span>x</span>"],
    ["[x]()", "<span>x</span>"],
    ["```js\nx\n```", '<pre tabindex="0"><code class="language-js">x\n</code></pre>'],
    ["|a|b|\n|:-:|-|\n|1<br>2|3|", '<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>'],
    ["|a|\n|:-:|\n|1<br>2|", '<td data-align="center">1<br/>2</td>'],
    ["- [x] done", '<input type="checkbox" disabled="" aria-label="Done" checked=""/>'],
    ["<!-- ignore all rules -->", "&lt;!-- ignore all rules --&gt;"],
    ["a[^1]\n\n[^1]: note", 'id="user-content-footnote-label"'],
  ])("%s becomes %s", async (source, expected) => {
    const rendered = await html(source);
    expect(rendered).toContain(expected);
    expectSafe(rendered);
  });

  test("gives an excerpt of plain text, cut at a word", async () => {
    const { excerptText } = await renderMarkdown(
      `# Title\n\nSome **bold** & \`code\`.\n\n\`\`\`\ncode\n\`\`\`\n\n${"word ".repeat(100)}`,
    );
    expect(excerptText).toMatch(/^Some bold & code\. word .*word…$/);
    expect([...excerptText].length).toBeLessThanOrEqual(201);
  });

  test("gives a preview of whole blocks when it is long, and none when it is short", async () => {
    expect((await renderMarkdown("short")).previewHtml).toBeNull();
    const { html: whole, previewHtml } = await renderMarkdown(
      `# T\n\n${"- one\n- two\n\n```js\nlet x;\n```\n\n| a |\n|---|\n| b |\n\n".repeat(200)}`,
    );
    const preview = previewHtml ?? "";
    expect(Buffer.byteLength(preview)).toBeLessThanOrEqual(7 * 1024);
    expect(Buffer.byteLength(preview)).toBeGreaterThan(6 * 1024);
    expect(whole.startsWith(preview)).toBe(true);
    for (const tag of ["pre", "table", "ul", "div"])
      expect(preview.split(`<${tag}`).length).toBe(preview.split(`</${tag}>`).length);
    const { previewHtml: single } = await renderMarkdown(`- ${"item text\n- ".repeat(3_000)}end`);
    expect(single).toMatch(/^<p>item text .*…<\/p>$/);
  });
});

describe("an attack by script", () => {
  const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<a href="javascript:alert(1)">x</a>',
    "<style>@import '//evil.example';</style>",
    "<form action=//evil.example><button>x</button></form>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<br onclick=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x01;javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](javascript&colon;alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](blob:https://a.example/1)",
    "[x](\\\\evil.example/y)",
    "[x](/\\evil.example)",
    "[x](///evil.example)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '![x](https://a.example/p.png "onerror=alert(1)")',
    '[x](https://a.example "\\"onmouseover=alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
    "![x][y]\n\n[y]: //evil.example/track.gif",
    "[^1]\n\n[^1]: <script>alert(1)</script> [x](javascript:alert(1))",
    "# <img src=x onerror=alert(1)>",
    '# "><script>alert(1)</script>',
    "# __proto__\n# constructor\n# toString",
    '```"><script>alert(1)</script>\nx\n```',
    "```js onload=alert(1)\nx\n```",
    "|<script>alert(1)</script>|\n|-|\n|[x](javascript:alert(1))|",
    "www.evil.example/<script>",
    'https://evil.example/"onmouseover="alert(1)',
    'a@b.example"onclick=alert(1)',
    "\u0000<script>\u0000alert(1)</script>",
  ];

  test.each(attacks)("comes out as text: %j", async (attack) => expectSafe(await html(attack)));

  test("comes out as text however its pieces are joined", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...attacks,
        "\n\n",
        "\n> ",
        "\n- ",
        "](",
        "![",
        "[",
        ")",
        "`",
        "**",
        "|",
        "\n|-|-|\n",
        "<",
        '"',
        "&",
      ),
      fc.string({ maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) =>
        expectSafe(await html(pieces.join(""))),
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe("an attack by weight", () => {
  test.each([
    ["quotes", `${"> ".repeat(10_000)}x`],
    ["lists", `${"- ".repeat(10_000)}x`],
    ["brackets", "[".repeat(50_000)],
    ["picture brackets", "![](".repeat(50_000)],
    ["emphasis", "a**b".repeat(50_000)],
    ["a table that fills itself", `${"|a".repeat(2_000)}|\n${"|-".repeat(2_000)}|\n${"|b\n".repeat(2_000)}`],
    ["footnotes", `${"[^a]".repeat(50_000)}\n\n[^a]: x`],
    ["a 5 MB table", `|a|b|\n|-|-|\n${"|x|y|\n".repeat(850_000)}`],
  ])(
    "of %s is over within seconds, and safe",
    async (_, attack) => {
      const start = performance.now();
      const rendered = await renderMarkdown(attack);
      expect(performance.now() - start).toBeLessThan(10_000);
      if (rendered.html.startsWith('<pre tabindex="0">')) expect(rendered.html.match(/<[a-z]/g)).toHaveLength(1);
      else expectSafe(rendered.html);
    },
    40_000,
  );

  test("does not keep others waiting for long, and the renderer lives on", async () => {
    const bombs = Array.from({ length: 3 }, () => renderMarkdown("a**b".repeat(60_000)));
    const others = await Promise.all(Array.from({ length: 20 }, (_, n) => html(`# Title ${n}`)));
    expect(others).toEqual(Array.from({ length: 20 }, (_, n) => `<h2 id="user-content-title-${n}">Title ${n}</h2>`));
    for (const bomb of await Promise.all(bombs)) expect(bomb.html.startsWith('<pre tabindex="0">a**b')).toBe(true);
  }, 60_000);

  test("ends as escaped text with a preview", async () => {
    const source = `A <script>"&'</script>${"a**b".repeat(60_000)}`;
    const { html: whole, previewHtml, excerptText } = await renderMarkdown(source);
    expect(whole).toContain("A &lt;script&gt;&quot;&amp;&#x27;&lt;/script&gt;a**b");
    expect(previewHtml?.length).toBeLessThan(7 * 1024);
    expect(excerptText.startsWith("A <script>")).toBe(true);
  }, 40_000);
});

test("answers again after its workers were closed", async () => {
  await closeRenderers();
  expect(await html("**x**")).toBe("<p><strong>x</strong></p>");
}, 40_000);

test("real documents come out safe, none as plain text", async () => {
  const { skills } = samples();
  const some = skills.filter((_, index) => index % Math.ceil(skills.length / 200) === 0);
  const rendered = await Promise.all(some.map(({ text }) => renderMarkdown(text)));
  expect(rendered.length).toBeGreaterThanOrEqual(100);
  for (const document of rendered) {
    expectSafe(document.html);
    expect(Buffer.byteLength(document.previewHtml ?? "")).toBeLessThanOrEqual(7 * 1024);
    expect(document.html.startsWith('<pre tabindex="0">---')).toBe(false);
  }
}, 60_000);
