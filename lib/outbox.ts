import type { Letter } from "./mail";

const KEPT = 20;

const shared = globalThis as typeof globalThis & { guildhallOutbox?: Map<string, (Letter & { at: Date })[]> };

/** Keeps a demo letter in this process's memory, the latest first; the demo has no mail server to hand it to. */
export function keepInOutbox(tenantId: string, letter: Letter): void {
  shared.guildhallOutbox ??= new Map();
  const letters = shared.guildhallOutbox.get(tenantId) ?? [];
  shared.guildhallOutbox.set(tenantId, [{ ...letter, at: new Date() }, ...letters].slice(0, KEPT));
}

/** The demo letters of one hall. */
export const listOutbox = (tenantId: string): (Letter & { at: Date })[] => shared.guildhallOutbox?.get(tenantId) ?? [];
