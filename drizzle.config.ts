import { defineConfig } from "drizzle-kit";

// Only `generate` is used. `push` would switch row-level security off, so no database address stands here.
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/index.ts", out: "./drizzle" });
