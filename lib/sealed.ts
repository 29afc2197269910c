import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

// The first byte says how the rest was made, so that a later way can be told from this one.
const FORMAT = 1;
const [NONCE, TAG] = [12, 16];

/**
 * Seals a text so that only this deployment can open it, and only for the same owner and purpose: AES-256-GCM under a key
 * derived from its secret (HKDF-SHA-256), the owner's id bound to it. Bytes: format, nonce, tag, text.
 */
export function seal(text: string, { secret, purpose, owner }: SealFor): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed; null when it was sealed with another secret, for somebody else, or is not whole. */
export function unseal(bytes: Uint8Array, { secret, purpose, owner }: SealFor): string | null {
  const all = Buffer.from(bytes);
  if (all.length < 1 + NONCE + TAG || all[0] !== FORMAT) return null;
  const nonce = all.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(owner))
    .setAuthTag(all.subarray(1 + NONCE, 1 + NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(all.subarray(1 + NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** `purpose` keeps apart what is sealed for different uses; `owner` is the id of whose it is. */
export type SealFor = { secret: string; purpose: string; owner: string };

const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "guildhall", `sealed ${purpose}`, 32));
