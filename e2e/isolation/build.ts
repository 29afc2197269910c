import { readFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.NEXT_DIST_DIR ?? ".next";
const manifest = (path: string) => JSON.parse(readFileSync(join(dist, "server", path), "utf8"));

/** Every page and route of the build under test, as Next names them: `/skills/[slug]/page`. */
export const routes = (): string[] =>
  Object.keys(manifest("app-paths-manifest.json")).filter((route) => !/^\/_(global-error|not-found)\//.test(route));

export type Action = { id: string; name: string; pages: string[] };

/** Every server action of the build under test, by its id, with the pages whose bundle holds it. */
export function actions(): Action[] {
  const { node } = manifest("server-reference-manifest.json") as {
    node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    pages: Object.keys(workers),
  }));
}
