// Packs the pages' scripts and styles beside themselves: whoever can unpack them is sent a third of the bytes, and nobody
// packs while somebody waits. `npm run build` and server/prepare.mjs call it after Vite.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXTS = /\.(?:m?js|css|svg|json|txt|map)$/;
/** Below this the headers are most of the answer. */
const LEAST_BYTES = 1000;

const PACKERS = {
  ".br": (/** @type {Buffer} */ bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  ".gz": (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** A file's name has the hash of its bytes in it, so what is packed once stays right. @param {string} folder */
export async function packAssets(folder) {
  const names = await readdir(folder);
  const known = new Set(names);
  const all = names.filter((name) => TEXTS.test(name)).map((name) => packOne(folder, name, known));
  await Promise.all(all);
}

/** @param {string} folder @param {string} name @param {ReadonlySet<string>} known */
async function packOne(folder, name, known) {
  const wanted = Object.entries(PACKERS).filter(([ending]) => !known.has(name + ending));
  if (wanted.length === 0) return;
  const bytes = await readFile(join(folder, name));
  if (bytes.byteLength < LEAST_BYTES) return;
  for (const [ending, pack] of wanted) {
    const packed = await pack(bytes);
    if (packed.byteLength < bytes.byteLength) await writeFile(join(folder, name + ending), packed);
  }
}
