// `npm run bench:export`: what a letter of 50 pages costs in each format, and 200 of them. Prints tables, asserts nothing.
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { MadeFile } from "../../../server/exports/made-file";
import { fileNameOf, MEDIA_TYPES, PACKED } from "../../../server/exports/rules";
import type { FileKind } from "../../../server/exports/shapes";
import { createWorkshop } from "../../../server/exports/workshop";
import { sha256 } from "../../../server/sha256";
import { centers, facts, found, longText } from "./letter";

const TIMES = 7;
const MANY = Number(process.argv[2] ?? 200);
const KINDS: FileKind[] = ["docx", "pdf", "html", "odt", "remarks-docx", "remarks-xlsx", "pdf-remarks", "pdf-data"];

const workshop = createWorkshop();
const material = { found, text: longText(), facts, centers };

async function made(kind: FileKind): Promise<Uint8Array> {
  if (kind === "docx") return workshop.make({ make: "word", material, template: null });
  if (kind !== "package") return workshop.make({ make: "version", kind, material });
  const files: MadeFile[] = [];
  for (const each of PACKED) files.push(await file(each));
  return workshop.make({ make: "package", found, files });
}

async function file(kind: FileKind): Promise<MadeFile> {
  const bytes = await made(kind);
  const fileName = fileNameOf(found.version, found.consultation, kind);
  return { fileName, mediaType: MEDIA_TYPES[kind], bytes, sha256: sha256(bytes) };
}

const loadBefore = load();
const first = performance.now();
const pdf = await made("pdf");
const cold = Math.round(performance.now() - first);
const { numPages } = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}; ${numPages} pages; first PDF ${cold} ms`,
);

const timings: Record<string, Record<string, number>> = {};
for (const kind of [...KINDS, "package" as const]) timings[kind] = await timed(kind);
console.table(timings);

console.log(`${MANY} exports, Word and PDF in turn, while a page asks 20 times a second:`);
console.table(await many());
console.log(`load average ${loadBefore} before, ${load()} after`);
await workshop.stop();

async function timed(kind: FileKind) {
  const times: number[] = [];
  let kB = 0;
  for (let at = 0; at < TIMES; at++) {
    const begun = performance.now();
    kB = Math.round((await made(kind)).length / 1024);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { "median ms": Math.round(times[TIMES >> 1] ?? 0), "worst ms": Math.round(times.at(-1) ?? 0), kB };
}

/** How long the thread that serves pages is away while files are made, and what the process and Typst's hold in memory. */
async function many() {
  const late: number[] = [];
  let due = performance.now() + 50;
  const pulse = setInterval(() => {
    late.push(Math.max(0, performance.now() - due));
    due = performance.now() + 50;
  }, 50);
  const table: Record<string, Record<string, number>> = {};
  for (let at = 0; at <= MANY; at++) {
    if (at % (MANY / 4) === 0) table[`after ${at}`] = held();
    if (at < MANY) await made(at % 2 === 0 ? "docx" : "pdf");
  }
  clearInterval(pulse);
  late.sort((a, b) => a - b);
  const of = (part: number) => Math.round(late[Math.floor(part * (late.length - 1))] ?? 0);
  table["page late, ms"] = { median: of(0.5), p95: of(0.95), worst: of(1) };
  return table;
}

function held() {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const children = execFileSync("ps", ["-o", "rss=", "--ppid", String(process.pid)], { encoding: "utf8" });
  const child = Math.max(0, ...children.trim().split("\n").map(Number));
  return { "heap MB": mb(heapUsed), "process MB": mb(rss), "Typst MB": Math.round(child / 1024) };
}

function mb(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function load(): string {
  return loadavg()
    .map((each) => each.toFixed(1))
    .join(" ");
}
