import { type Generator, type Loaded, percentile, type Target } from "./load";
import type { Options } from "./options";

export const CLIENTS = 8;

export type Speed = { p50: number; p95: number; perSecond: number; p95Loaded: number };

type Taken = { alone: Loaded[]; together: Loaded[] };

/**
 * Loads several targets in turns, A B A B: what slows the machine for a while slows all of them. `before` is told whose turn it is.
 */
export async function race(
  generator: Generator,
  targets: Target[],
  { rounds, requests, seconds }: Pick<Options, "rounds" | "requests" | "seconds">,
  before: (index: number) => Promise<void> = async () => {},
): Promise<Speed[]> {
  const taken: Taken[] = targets.map(() => ({ alone: [], together: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [index, target] of targets.entries()) {
      await before(index);
      const together = await generator.run({
        target,
        clients: CLIENTS,
        seconds: round === 0 ? Math.min(seconds, 2) : seconds,
      });
      const alone = await generator.run({ target, clients: 1, requests });
      // The first round only warms up.
      if (round > 0) taken[index]?.alone.push(alone) && taken[index]?.together.push(together);
    }
  }
  return taken.map(speedOf);
}

function speedOf({ alone, together }: Taken): Speed {
  const tookMs = alone.flatMap((loaded) => loaded.tookMs);
  const tookLoadedMs = together.flatMap((loaded) => loaded.tookMs);
  const seconds = together.reduce((sum, loaded) => sum + loaded.seconds, 0);
  return {
    p50: percentile(tookMs, 0.5),
    p95: percentile(tookMs, 0.95),
    perSecond: tookLoadedMs.length / seconds,
    p95Loaded: percentile(tookLoadedMs, 0.95),
  };
}
