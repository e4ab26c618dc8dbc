import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "~": fileURLToPath(new URL("./app", import.meta.url)) };

/** `*.test.ts` needs nothing but Node; `*.db.test.ts` runs against a real PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,server,db,tests}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "tests/e2e/**"],
          // A machine under load is no fault of the code.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["{app,server,db,tests}/**/*.db.test.ts"],
          globalSetup: "tests/world/database.setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
