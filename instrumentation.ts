/** Next calls this once when a server starts: from here on, this process may work in the background. */
export function register(): void {
  Object.assign(globalThis, { guildhallServing: true });
}
