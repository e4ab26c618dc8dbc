// Bundles the server into build/app.mjs: it then starts in half a second and needs no compiler. Packages stay outside.
import { build } from "esbuild";
import { packAssets } from "./pack.mjs";
import { ASSETS, ROOT } from "./prepare.mjs";

await build({
  absWorkingDir: ROOT,
  // The typesetter is a process of its own, the others are threads: they must stand beside the app.
  entryPoints: {
    app: "server/index.ts",
    typesetter: "server/exports/pdf/typesetter.mjs",
    "reading-worker": "server/agreements/reading/reading-worker.ts",
    "alignment-worker": "server/carry-over/alignment-worker.ts",
    "history-worker": "server/history/history-worker.ts",
    "projection-worker": "server/projections/projection-worker.ts",
    "making-worker": "server/exports/workshop/making-worker.ts",
    "snapshot-worker": "server/document-store/snapshots/snapshot-worker.ts",
  },
  outdir: "build",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
});

// `npm run build` comes here after Vite; who builds by server/prepare.mjs has packed them already.
await packAssets(ASSETS);
