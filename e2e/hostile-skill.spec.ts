import type { Page } from "@playwright/test";
import { packArchive } from "@/lib/package/archive";
import { textFile } from "@/lib/package/testing/samples";
import { expect, test } from "./fixtures";
import { ask } from "./http";

const name = `hostile-${Math.random().toString(36).slice(2, 8)}`;

const BODY = `
# <script>alert(1)</script>

<script>alert(document.cookie)</script>
<img src=x onerror="alert(1)"> <svg onload=alert(1)><script>alert(1)</script></svg>
<iframe src="javascript:alert(1)"></iframe><object data="data:text/html,<script>alert(1)</script>"></object>
<form action="https://evil.example/steal"><input name=q autofocus onfocus=alert(1)></form>
<style>@import url(https://evil.example/style.css); body { display: none }</style>
<base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/l.css">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>

[script](javascript:alert(1)) [SCRIPT](JaVaScRiPt:alert(1)) [tab](java\tscript:alert(1)) [vb](vbscript:msgbox(1))
[data](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [file](file:///etc/passwd)
[entity](&#106;avascript:alert(1)) [outside](https://evil.example/page) [relative](../../admin/settings)
[protocol-relative](//evil.example/x) <javascript:alert(1)> <https://evil.example/auto>

![pixel](https://evil.example/pixel.png?who=reader) ![svg](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)
![local](assets/logo.svg) ![title](https://evil.example/x.png "onerror=alert(1)")

| a | b |
|---|---|
| <img src=x onerror=alert(1)> | \`<script>alert(1)</script>\` |

\`\`\`html" onload="alert(1)
</code></pre><script>alert(1)</script>
\`\`\`

[^1]: <script>alert(1)</script>

Text[^1] with a note, and {{constructor.constructor('alert(1)')()}}.
`;

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`;

const files = [
  textFile(
    "SKILL.md",
    `---\nname: ${name}\ndescription: "<img src=x onerror=alert(1)> Tries everything. Use it never."\nlicense: "<script>alert(1)</script>"\nmetadata:\n  "<b>key</b>": "<img src=x onerror=alert(1)>"\n---\n${BODY}`,
  ),
  textFile("assets/logo.svg", SVG),
  textFile("assets/page.html", "<script>alert(document.domain)</script>"),
  textFile("assets/<img src=x onerror=alert(1)>.md", "<script>alert(1)</script>"),
  textFile("assets/a'onclick='alert(1).txt", "quoted"),
];

// Characters that make a path a trap are refused; without them the package is taken.
const taken = files.filter((file) => !/[<>']/.test(file.path));

/** Has everything that can be hovered, focused or run had its chance? */
async function stir(page: Page): Promise<void> {
  for (const link of await page.getByRole("region", { name: "SKILL.md" }).getByRole("link").all()) {
    await link.hover();
    await link.focus();
  }
  await page.waitForTimeout(300);
}

test.describe.configure({ mode: "serial" });

test("a package whose file names are traps is refused, and they are shown as text", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills/new");
  const zip = Buffer.from(packArchive(files).bytes);
  await page.getByLabel("Choose a file").setInputFiles({ name: "x.zip", mimeType: "application/zip", buffer: zip });
  await expect(page.getByRole("region", { name: "Check" })).toContainText("<img src=x onerror=alert(1)>");
});

test("a text that tries everything runs nothing, asks nobody and changes nothing around it", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills/new");
  const zip = Buffer.from(packArchive(taken).bytes);
  await page.getByLabel("Choose a file").setInputFiles({ name: "x.zip", mimeType: "application/zip", buffer: zip });
  await page.getByLabel("Category").selectOption({ index: 1 });
  await page.getByLabel("What changed").fill("<script>alert(1)</script><img src=x onerror=alert(1)>");
  await page.getByRole("button", { name: /^Publish \d/ }).click();
  await page.waitForURL(`/skills/${name}`);
  await stir(page);
  const text = page.getByRole("region", { name: "SKILL.md" });
  await expect(text.getByText("Text", { exact: false }).first()).toBeVisible();
  const found = await text.evaluate((section) => ({
    elements: [
      ...section.querySelectorAll("script,iframe,object,embed,form,style,link,meta,base,svg,math,img[src^='http']"),
    ].length,
    handlers: [...section.querySelectorAll("*")].filter((one) =>
      one.getAttributeNames().some((attribute) => /^on/.test(attribute)),
    ).length,
    links: [...section.querySelectorAll("a")].map((link) => ({ href: link.href, rel: link.rel })),
  }));
  expect(found.elements).toBe(0);
  expect(found.handlers).toBe(0);
  for (const { href, rel } of found.links) {
    expect(href).toMatch(/^(https?:|mailto:|#|$)/);
    if (href.includes("evil.example")) expect(rel).toMatch(/noopener/);
    if (href.includes("evil.example")) expect(rel).toMatch(/nofollow/);
  }
  // The calm fixture sees to the rest: no dialog, no request to another host, no breach of the page's policy.
  await page.goto(`/skills?q=${name}`);
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await page.goto(`/skills/${name}/versions`);
  await expect(page.getByRole("cell").filter({ hasText: "<script>alert(1)</script>" })).toBeVisible();
});

test("its files are shown as text and downloaded as what they are, never run", async ({ page }) => {
  for (const [path, content] of [
    ["assets/logo.svg", "onload"],
    ["assets/page.html", "<script>"],
  ] as const) {
    await page.goto(`/skills/${name}/files/${path}`);
    await expect(page.getByRole("region", { name: path })).toContainText(content);
    const raw = await ask(`/skills/${name}/raw/${path}`);
    expect(raw.status).toBe(200);
    expect(raw.headers["content-disposition"]).toMatch(/^attachment;/);
    expect(raw.headers["content-type"]).toBe("application/octet-stream");
    expect(raw.headers["x-content-type-options"]).toBe("nosniff");
    expect(raw.headers["content-security-policy"]).toContain("sandbox");
  }
  const zip = await ask(`/skills/${name}/download`);
  expect(zip.headers["content-disposition"]).toMatch(/^attachment;/);
  expect(zip.headers["x-content-type-options"]).toBe("nosniff");
});
