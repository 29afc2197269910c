import { generateKeyPairSync, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { scanSecrets } from "./secrets";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Made at run time, so that no scanner trips over this repository; drawn again if it happens to read as a placeholder. */
function random(length: number, alphabet = ALPHABET): string {
  const text = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return /test|xxx|your|fake|token|12345|000000/i.test(text) ? random(length, alphabet) : text;
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const jwt = (payload: object) => `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(payload)}.${random(43)}`;
const pem = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 1024,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;

describe("a credential", () => {
  test.each([
    ["AWS", () => `AKIA${random(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`],
    ["GitHub", () => `ghp_${random(36)}`],
    ["GitHub, fine-grained", () => `github_pat_${random(22)}_${random(59)}`],
    ["Anthropic", () => `sk-ant-api03-${random(93)}AA`],
    ["OpenAI, project", () => `sk-proj-${random(74)}`],
    ["OpenAI, classic", () => `sk-${random(20)}T3BlbkFJ${random(20)}`],
    ["Slack", () => `xoxb-${random(12, "234567890")}-${random(24)}`],
    [
      "Slack webhook",
      () =>
        `https://hooks.slack.com/services/T${random(9, "ABCDEFGH23456789")}/B${random(9, "ABCDEFGH23456789")}/${random(24)}`,
    ],
    ["Google", () => `AIza${random(35)}`],
    ["Stripe", () => `sk_live_${random(24)}`],
    ["npm", () => `npm_${random(36)}`],
    ["private key", pem],
    ["private key in one line", () => JSON.stringify(pem())],
    ["JWT", () => jwt({ sub: "8f2b7c", role: "service_role", exp: 1999999999 })],
  ])("of %s is refused with its line, and never shown", (_, make) => {
    const secret = make();
    const findings = scanSecrets(`line one\nexport KEY="${secret}"\n`, "scripts/run.sh");
    expect(findings).toMatchObject([{ rule: "secret", level: "error", line: 2, file: "scripts/run.sh" }]);
    for (let at = 6; at + 12 < secret.length; at += 4)
      expect(findings[0]?.message).not.toContain(secret.slice(at, at + 12));
  });

  test.each([
    "AKIAIOSFODNN7EXAMPLE",
    "AKIAXXXXXXXXXXXXXXXX",
    `ghp_${"x".repeat(36)}`,
    "ghp_your_token_here",
    "sk-ant-api03-your-key-here",
    `sk-${"a".repeat(48)}`,
    "sk-proj-...",
    "xoxb-your-token",
    "xoxb-1234567890-abcdefghijklmnopqrstuvwx",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA...\n",
    "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    jwt({ sub: "1234567890", name: "John Doe", iat: 1516239022 }),
    jwt({ iss: "supabase", role: "anon" }),
    "sk-learn and task-sk-management-of-many-long-hyphenated-words-here",
  ])("that is a placeholder passes: %s", (text) => expect(scanSecrets(text, "SKILL.md")).toEqual([]));
});
