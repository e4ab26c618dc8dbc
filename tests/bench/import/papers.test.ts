import { describe, expect, test } from "vitest";
import { PAPERS } from "../../fixtures/papers/index";
import type { PaperShape } from "../../fixtures/papers/paper";
import { expectedRows, type Row, readRows } from "./expected";
import { readFileAs } from "./read-as";
import { plainRenderings } from "./renderings";

/** What a format cannot say, or is not read yet. Whoever mends one is told by the test that no longer fails. */
const DIFFERS: Record<string, string> = {
  "madservice, text": "a table set with spaces has no cells",
  "idraetshal, text": "the running head of the first page stands above the title and looks like it",
  "beredskab, text": "a table set with spaces has no cells",
  "ungdomsklub, text": "a table set with spaces has no cells",
  "grundvand, text": "a number with a title alone, after a question, may be the first point of a list",
  "busmaal, text": "a question after the goals may be under them: nothing tells that it is not",
};

const FORMATS = ["Markdown", "text", "DOCX", "PDF, Typst"] as const;

describe.each(PAPERS.map((paper) => ({ name: paper.name, form: paper.form, paper })))("$name ($form)", ({ paper }) => {
  for (const format of FORMATS) {
    const why = DIFFERS[`${paper.name}, ${format}`];
    const check = why ? test.fails : test;
    check(
      `[S2] is read word for word into the tree it was written as: ${format}${why ? ` (not yet: ${why})` : ""}`,
      async () => {
        expect(await rowsRead(paper, format)).toEqual(expectedRows(paper));
      },
    );
  }
});

/** Made once for all formats of a paper. */
const rendered = new Map<PaperShape, ReturnType<typeof plainRenderings>>();

async function renderingsOf(paper: PaperShape): ReturnType<typeof plainRenderings> {
  const made = rendered.get(paper) ?? plainRenderings(paper);
  rendered.set(paper, made);
  return made;
}

async function rowsRead(paper: PaperShape, format: (typeof FORMATS)[number]): Promise<Row[]> {
  const rendering = (await renderingsOf(paper)).find(({ name }) => name === format);
  if (!rendering || "skipped" in rendering) throw new Error(`Expected ${format} to be rendered.`);
  const read = await readFileAs(rendering.bytes, rendering.fileName);
  if ("refused" in read) throw new Error(`Expected ${paper.name} to be read; it was refused: ${read.refused}.`);
  expect(read.kind).toBe(paper.kind);
  return readRows(read.proposal.nodes, paper).rows;
}
