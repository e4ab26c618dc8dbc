/**
 * A process of its own: it is told a letter and answers with PDF bytes. Typst works synchronously and grows by some
 * megabytes with each document, so press.ts ends this process after a number of them, or when it takes too long.
 * Plain JavaScript: the same file runs from the sources and from build/.
 */
import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** @typedef {{ template: string, letter: string, timestamp: number, fonts: string[], attached: string | null }} Order */
/** @typedef {{ pdf: Buffer, standard: "a-2a" | "a-2b" | "a-3a" | "a-3b" } | { fault: string }} Answer */

/** No file of the machine is in it: everything that Typst reads is handed to it. */
const WORKSPACE = "/samsvar-has-no-such-directory";

/** @type {NodeCompiler | undefined} */
let compiler;

/** @param {Order} order @returns {Answer} */
function typeset(order) {
  compiler ??= NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: order.fonts.map((path) => readFileSync(path)) }],
  });
  compiler.mapShadow(`${WORKSPACE}/letter.json`, Buffer.from(order.letter));
  if (order.attached !== null) compiler.mapShadow(`${WORKSPACE}/attached`, Buffer.from(order.attached));
  const compiled = compiler.compile({ mainFileContent: order.template });
  if (!compiled.result) {
    const error = compiled.takeError();
    return { fault: JSON.stringify(error ? compiler.fetchDiagnostics(error) : "no result") };
  }
  const result = compiled.result;
  /** @param {string} pdfStandard */
  const as = (pdfStandard) => compiler?.pdf(result, { pdfStandard, creationTimestamp: order.timestamp });
  // Only PDF/A-3 may carry a file of another kind; its text and tags are those of PDF/A-2.
  const part = order.attached === null ? 2 : 3;
  if (!knows(as)) return { pdf: as(`a-${part}b`) ?? Buffer.alloc(0), standard: `a-${part}b` };
  const pdf = as(`a-${part}a`) ?? Buffer.alloc(0);
  compiler.evictCache(10);
  return { pdf, standard: `a-${part}a` };
}

/**
 * Typst's own accessibility checks run when it writes PDF/UA-1; a text that fails them throws here. False when this
 * platform's Typst is too old to know that standard at all.
 * @param {(standard: string) => unknown} as
 */
function knows(as) {
  try {
    as("ua-1");
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes("unknown variant `ua-1`")) return false;
    throw error;
  }
}

process.on("message", (/** @type {Order} */ order) => {
  /** @type {Answer} */
  let answer;
  try {
    answer = typeset(order);
  } catch (error) {
    answer = { fault: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0));
