import { defineConfig } from "vitest/config";

/** Neither UTC nor Tbilisi, so that a test that leans on the machine's clock fails. */
process.env.TZ = "America/St_Johns";

const database = ["lib/**/{commands,queries,actions}.test.ts", "lib/platform/{application-role,jobs,limits,postgres}.test.ts", "prisma/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "app/**/*.test.ts", "bin/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: database,
          // A busy machine is no failure: these limits only end what hangs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: database,
          globalSetup: ["lib/platform/testing/global-database.ts"],
          setupFiles: ["lib/platform/testing/worker-database.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["e2e/**/*.spec.ts"],
          globalSetup: ["e2e/installation.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // One installation serves all stories; a second browser at once would only slow the first down.
          fileParallelism: false,
        },
      },
    ],
  },
});
