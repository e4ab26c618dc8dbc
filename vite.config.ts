import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Rollup } from "vite";
import remixConfig from "./remix.config.js";
import { lean } from "./vite-lean";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), ...(isSsrBuild ? [] : [lean()])],
  resolve: {
    alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) },
    // Two copies of any of these break instanceof checks inside the live document.
    dedupe: [
      "yjs",
      "lib0",
      "y-protocols",
      "prosemirror-model",
      "prosemirror-state",
      "prosemirror-view",
      "prosemirror-transform",
    ],
  },
  build: {
    chunkSizeWarningLimit: 900,
    // Whatever browser reads Samsvar has had these for years; rewriting them for older ones makes every page larger.
    target: "es2022",
    // Four in a hundred smaller than what esbuild makes.
    minify: isSsrBuild ? false : "terser",
    // For tests/bench/bundles: what each page consists of. It stays out of what browsers can ask for.
    manifest: true,
    // Packed once more after it has been packed: one in a hundred.
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3 } },
    rollupOptions: {
      output: isSsrBuild ? {} : { manualChunks: together, onlyExplicitManualChunks: true },
      // Tiptap makes its extensions when its files are read; those that nobody uses are left out.
      treeshake: { manualPureFunctions: ["Extension.create", "Node.create", "Mark.create"] },
    },
  },
}));

/**
 * Many small files are packed a quarter worse than one: what stands on every page is one file, what stands around every page
 * of a hearing another, each with all it is made of; and what texts are read and compared with two more.
 */
const TOGETHER: readonly (readonly [name: string, roots: readonly string[]])[] = [
  ["base", ["entry.client.tsx", "root.tsx", "routes/_app.tsx", "components/answered.tsx", "components/use-matches.ts"]],
  ["hearing", ["routes/_app.hoeringer.$id/route.tsx", "routes/_app.svar.$responseId/route.tsx"]],
];
const READING = /\/app\/components\/(?:reading-|unfold|clause-notes)/;
const COMPARING = /\/app\/components\/compared\.tsx|\/document-model\/compare\.ts|\/node_modules\/diff\//;

const together: Rollup.ManualChunksOption = (id, { getModuleInfo, getModuleIds }) => {
  chunks ??= chunksOf([...getModuleIds()], (one) => getModuleInfo(one)?.importedIds ?? []);
  if (COMPARING.test(id)) return "comparing";
  return chunks.get(id) ?? (READING.test(id) ? "reading" : undefined);
};
let chunks: Map<string, string> | undefined;

function chunksOf(ids: readonly string[], importsOf: (id: string) => readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, roots] of TOGETHER) {
    const waiting = ids.filter((id) => roots.some((root) => id.split("?")[0]?.endsWith(`/app/${root}`)));
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (found.has(id)) continue;
      found.set(id, name);
      waiting.push(...importsOf(id));
    }
  }
  return found;
}
