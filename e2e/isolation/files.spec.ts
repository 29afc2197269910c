import { expect, test } from "../fixtures";
import { ask } from "../http";

test("a skill's archive and files can be kept, but never run as pages of the hall", async () => {
  for (const path of ["/skills/code-review/download", "/skills/code-review/raw/SKILL.md"]) {
    const { status, headers } = await ask(path);
    expect(status, path).toBe(200);
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});

test("every page carries the hall's policy: scripts by nonce alone, no outside image, no frame around it", async () => {
  for (const path of ["/", "/skills", "/login", "/skills/code-review", "/nope"]) {
    const policy = (await ask(path)).headers["content-security-policy"];
    expect(policy, path).toMatch(/script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
    expect(policy).toContain("img-src 'self' data: blob:");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});
