import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "pdf-lib";
import { flatten } from "../../../app/document-model/proposal";
import type { PaperShape } from "../../fixtures/papers/paper";
import { readFileAs } from "./read-as";
import { toDocx } from "./to-docx";
import { toMarkdown } from "./to-markdown";
import { toTypstPdf } from "./to-typst";

const PAGES = 200;
/** So many copies tell how many pages one comes to. */
const SAMPLE = 10;

export type Large = { refused: string } | { ms: number; nodes: number; before: number; peak: number };

/** A paper over and over, read by a process of its own, so that its memory is the reading's alone. */
export async function measureLarge(paper: PaperShape): Promise<Record<string, Large>> {
  const copies = Math.ceil((PAGES * SAMPLE) / (await pagesOf(toTypstPdf(repeat(paper, SAMPLE)))));
  const repeated = repeat(paper, copies);
  const files = {
    "paper.md": new TextEncoder().encode(toMarkdown(repeated)),
    "paper.docx": await toDocx(repeated),
    "paper.pdf": toTypstPdf(repeated),
  };
  const pages = await pagesOf(files["paper.pdf"]);
  const folder = await mkdtemp(join(tmpdir(), "samsvar-large-"));
  const measured: Record<string, Large> = {};
  try {
    for (const [name, bytes] of Object.entries(files)) {
      await writeFile(join(folder, name), bytes);
      const args = [...process.execArgv, process.argv[1] ?? "", "--read", join(folder, name)];
      const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 120_000 });
      measured[`${name.replace("paper.", "").toUpperCase()}, ${pages} pages`] = JSON.parse(stdout);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return measured;
}

/** Each copy lacks another section: were they alike, their pages would begin and end alike, as only running heads do. */
function repeat(paper: PaperShape, copies: number): PaperShape {
  const copy = (number: number) => paper.parts.filter((_, index) => index !== number % paper.parts.length);
  return { ...paper, parts: Array.from({ length: copies }, (_, number) => copy(number)).flat() };
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

/** What the process of its own does. Memory in megabytes. */
export async function readAlone(path: string): Promise<Large> {
  const bytes = new Uint8Array(await readFile(path));
  const before = megabytes(process.memoryUsage.rss());
  const start = performance.now();
  const read = await readFileAs(bytes, path);
  const ms = Math.round(performance.now() - start);
  if ("refused" in read) return read;
  // Node says the peak in kilobytes.
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms, nodes: flatten(read.proposal.nodes).length, before, peak };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
