import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export type Bundles = { folder: string; remove(): Promise<void> };

/** Every process of the bench as the app is shipped: one file without types, so that no compiler is measured. */
export async function bundle(): Promise<Bundles> {
  // Below node_modules, where packages are found from.
  const cache = join(ROOT, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "bench-sync-"));
  const here = "tests/bench/sync";
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      relay: `${here}/servers/relay.ts`,
      plain: `${here}/servers/plain.ts`,
      ours: `${here}/servers/ours.ts`,
      generator: `${here}/generator/index.ts`,
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
