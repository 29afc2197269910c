import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { agents, installCommand, places } from "./install-commands";

const skill = { name: "code-review", version: "1.2.0-rc.1" };

test.each([null, "http://acme.localhost:3000/skills/code-review/download?version=1.2.0-rc.1"])(
  "every command is one that a shell understands (from %j)",
  (url) => {
    for (const { folder } of agents)
      for (const { root } of places)
        expect(() => execFileSync("sh", ["-n", "-c", installCommand({ ...skill, folder, root, url })])).not.toThrow();
  },
);

test("a hall for members only unzips what the browser downloaded", () => {
  const command = installCommand({ ...skill, folder: ".claude/skills", root: "~/", url: null });
  expect(command).toBe(
    "mkdir -p ~/.claude/skills && unzip -o ~/Downloads/code-review-1.2.0-rc.1.zip -d ~/.claude/skills/code-review",
  );
});

test("an open hall's command downloads first", () => {
  const url = "https://acme.example.com/skills/code-review/download";
  const command = installCommand({ ...skill, folder: ".agents/skills", root: "", url });
  expect(command).toContain(`curl -fsSL "${url}" -o /tmp/code-review-1.2.0-rc.1.zip`);
  expect(command).toMatch(/ -d \.agents\/skills\/code-review$/);
});
