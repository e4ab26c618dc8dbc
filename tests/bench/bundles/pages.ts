// How much JavaScript each page must load before it is what it is, read from what the build says of itself.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };
type Route = { id: string; parentId?: string; module: string };
type Chunks = Record<string, Chunk>;

/** Bytes, packed with gzip: what must come first, and all that may come later on top of it. */
export type PageSize = {
  route: string;
  must: number;
  later: number;
  goal: number;
  held: number;
  files: (readonly [string, number])[];
};

/** Of this page the editor itself is asked for by a dynamic import, before anybody presses anything. */
const EDITOR = "routes/_app.svar.$responseId._index";
/** 1 kB is 1,000 bytes. The text and its tools may weigh more than a page of forms and lists. */
const GOALS = { editor: 250_000, others: 110_000 };
/** What tests/e2e/page-sizes.spec.ts lets pass: what has been reached, so that nothing grows unseen on the way to the goals. */
const HELD = { editor: 250_000, others: 110_000 };

/** Every page with its parents and the entry; resources, which no browser loads as a page, are left out. */
export function pageSizes(build: string): PageSize[] {
  const chunks: Chunks = JSON.parse(readFileSync(join(build, ".vite/client-manifest.json"), "utf8"));
  const { entry, routes } = remixManifest(join(build, "client/assets"));
  const keyOf = new Map(Object.entries(chunks).map(([key, { file }]) => [`/${file}`, key]));
  const packed = new Map<string, number>();
  const size = (file: string) => {
    const known = packed.get(file) ?? gzipSync(readFileSync(join(build, "client", file)), { level: 9 }).byteLength;
    packed.set(file, known);
    return known;
  };
  const pages = Object.values(routes).filter(({ module }) => size(module) > EMPTY);
  return pages.map((route) => {
    const modules = [entry.module, ...withParents(route, routes).map(({ module }) => module)];
    const keys = modules.map((module) => keyOf.get(module) ?? "");
    if (route.id === EDITOR) keys.push(heaviestOf(chunks, keys, size));
    const must = [
      ...filesOf(
        chunks,
        reached(chunks, keys, ({ imports = [] }) => imports),
      ),
    ];
    const all = reached(chunks, keys, ({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports]);
    const total = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + size(file), 0);
    return {
      route: route.id,
      must: total(must),
      later: total(filesOf(chunks, all)) - total(must),
      goal: route.id === EDITOR ? GOALS.editor : GOALS.others,
      held: route.id === EDITOR ? HELD.editor : HELD.others,
      files: must.map((file) => [file, size(file)] as const).sort(([, one], [, other]) => other - one),
    };
  });
}

/** A route without a page of its own has an empty module: gzip makes 21 bytes of it. */
const EMPTY = 60;

/** Remix writes it as a script for browsers. */
function remixManifest(assets: string): { entry: { module: string }; routes: Record<string, Route> } {
  const file = readdirSync(assets).find((name) => /^manifest-.*\.js$/.test(name));
  if (!file) throw new Error(`Expected Remix's manifest in ${assets}; found none. Run npm run build.`);
  const script = readFileSync(join(assets, file), "utf8");
  return JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
}

function withParents(route: Route, routes: Record<string, Route>): Route[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return parent ? [...withParents(parent, routes), route] : [route];
}

/** What the chunks lead to, themselves among them. */
function reached(chunks: Chunks, from: readonly string[], next: (chunk: Chunk) => readonly string[]): Set<string> {
  const keys = new Set<string>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (keys.has(key)) continue;
    keys.add(key);
    waiting.push(...next(chunkOf(chunks, key)));
  }
  return keys;
}

function filesOf(chunks: Chunks, keys: Iterable<string>): Set<string> {
  return new Set([...keys].map((key) => chunkOf(chunks, key).file).filter((file) => file.endsWith(".js")));
}

function chunkOf(chunks: Chunks, key: string): Chunk {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`Expected the build to have a chunk "${key}"; found none.`);
  return chunk;
}

/** Of all that is asked for by a dynamic import on the way. */
function heaviestOf(chunks: Chunks, keys: readonly string[], size: (file: string) => number): string {
  const here = [...reached(chunks, keys, ({ imports = [] }) => imports)];
  const asked = here.flatMap((key) => chunkOf(chunks, key).dynamicImports ?? []);
  const [heaviest] = asked.sort((one, other) => size(chunkOf(chunks, other).file) - size(chunkOf(chunks, one).file));
  if (!heaviest) throw new Error(`Expected ${EDITOR} to ask for its editor; found no dynamic import.`);
  return heaviest;
}
