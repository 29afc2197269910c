import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3199);

// The production build, on a seeded database of its own: see e2e/serve.ts. `npm test` builds first.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT ? [["line"], ["json", { outputFile: process.env.E2E_REPORT }]] : [["line"]],
  use: {
    baseURL: `http://acme.localhost:${port}`,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
  webServer: {
    // A developer may keep one running: `npx tsx e2e/serve.ts`.
    reuseExistingServer: !process.env.CI,
    command: "npx tsx e2e/serve.ts",
    url: `http://127.0.0.1:${port}/api/health/ready`,
    timeout: 120_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: { E2E_PORT: String(port) },
  },
});
