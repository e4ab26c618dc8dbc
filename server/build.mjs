// Bundles the server into build/app.mjs: it then starts in half a second and needs no compiler. Packages stay outside.
import { build } from "esbuild";
import { ROOT } from "./prepare.mjs";

await build({
  absWorkingDir: ROOT,
  // The typesetter is a process of its own, the maker of snapshots a thread: both must stand beside the app.
  entryPoints: {
    app: "server/index.ts",
    typesetter: "server/exports/pdf/typesetter.mjs",
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
