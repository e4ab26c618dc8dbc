// Bundles the server into build/app.mjs: it then starts in half a second and needs no compiler. Packages stay outside.
import { build } from "esbuild";
import { ROOT } from "./prepare.mjs";

await build({
  absWorkingDir: ROOT,
  entryPoints: ["server/index.ts"],
  outfile: "build/app.mjs",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
});
