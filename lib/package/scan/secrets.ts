import { type Finding, refusal } from "../finding";
import { lineOf } from "./unicode";

type Secret = { what: string; hint: string; pattern: RegExp; isReal?: (match: string) => boolean };

/** Every pattern starts with a literal (`hint`, looked for first) and has no nested repetition: it runs in linear time. */
const SECRETS: Secret[] = [
  { what: "an AWS access key", hint: "IA", pattern: /\bA(?:KIA|SIA)[A-Z2-7]{16}\b/g },
  { what: "a GitHub token", hint: "gh", pattern: /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g },
  { what: "a GitHub token", hint: "github_pat_", pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g },
  { what: "an Anthropic key", hint: "sk-ant-", pattern: /\bsk-ant-[a-z]{2,8}[0-9]{2}-[A-Za-z0-9_-]{80,140}/g },
  { what: "an OpenAI key", hint: "sk-", pattern: /\bsk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,200}/g },
  { what: "an OpenAI key", hint: "T3BlbkFJ", pattern: /\bsk-[A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80}/g },
  { what: "an API key", hint: "sk-", pattern: /\bsk-(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48}\b/g },
  { what: "a Slack token", hint: "xox", pattern: /\bxox[abeoprs]-[0-9]{8,14}-[A-Za-z0-9-]{20,200}/g },
  {
    what: "a Slack webhook",
    hint: "hooks.slack.com",
    pattern: /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}\b/g,
  },
  { what: "a Google API key", hint: "AIza", pattern: /\bAIza[0-9A-Za-z_-]{35}\b/g },
  { what: "a Stripe key", hint: "_live_", pattern: /\b[rs]k_live_[0-9a-zA-Z]{24,120}\b/g },
  { what: "an npm token", hint: "npm_", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  {
    what: "a private key",
    hint: "PRIVATE KEY-----",
    pattern: /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----(?:\\n|[\s"'+>|])*[A-Za-z0-9+/=]{40,}(?:\\n|[\s"'+>|])/g,
    isReal: hasEntropy,
  },
  {
    what: "a signed token (JWT)",
    hint: "eyJ",
    pattern: /\beyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1400}/g,
    isReal: isRealJwt,
  },
];

const PLACEHOLDER =
  /example|placeholder|your|dummy|sample|fake|redacted|change_?me|insert|replace|secret|token|xxx|\*\*\*|\.\.\.|0{6}|12345|67890|abcdef|qwerty|test/i;

/**
 * Finds credentials by the prefixes their issuers gave them. A hit must also look random and must not read like a
 * placeholder, for documentation is full of those. The message never holds the secret, only its prefix and length.
 */
export function scanSecrets(text: string, file: string): Finding[] {
  return SECRETS.filter((secret) => text.includes(secret.hint)).flatMap((secret) =>
    [...text.matchAll(secret.pattern)]
      .filter((match) => (secret.isReal ?? isReal)(match[0]))
      .slice(0, 5)
      .map((match) => toFinding(secret, match[0], lineOf(text, match.index), file)),
  );
}

function isReal(match: string): boolean {
  return !PLACEHOLDER.test(match) && hasEntropy(match.slice(4));
}

function toFinding({ what }: Secret, match: string, line: number, file: string): Finding {
  const evidence = match.startsWith("-----") ? "-----BEGIN …" : `${match.slice(0, 4)}… (${match.length} characters)`;
  return refusal("secret", file, line, `This looks like ${what}: ${evidence}. Revoke it and remove it from the file.`);
}

/** Shannon entropy in bits a character: random text comes near the most its length allows, words and patterns do not. */
function hasEntropy(text: string): boolean {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits >= Math.min(3.2, 0.7 * Math.log2(text.length));
}

/** Tokens made to be public pass: the jwt.io sample, Supabase's demo and `anon` keys. */
function isRealJwt(match: string): boolean {
  const [header = "", payload = ""] = match.split(".").map(decodeSegment);
  if (!/"alg"\s*:/.test(header)) return false;
  return (
    !/John Doe|"sub"\s*:\s*"1234567890"|"role"\s*:\s*"anon"|supabase-demo|example/i.test(payload) &&
    !match.includes("...")
  );
}

function decodeSegment(segment: string): string {
  try {
    return atob(segment.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
