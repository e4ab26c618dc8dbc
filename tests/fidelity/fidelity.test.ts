import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BLOCK_KINDS } from "../../app/document-model/document";
import { ELEMENTS, MARKS } from "../../app/document-model/names";
import { docxOf } from "../../server/exports/docx/write";
import { htmlOf } from "../../server/exports/html/write";
import { letterOf } from "../../server/exports/letter/letter";
import { odtOf } from "../../server/exports/odt/write";
import { createPress } from "../../server/exports/pdf/press";
import { FEATURES, NOT_OF_THE_LETTER } from "./features";
import { asLibreOfficeReads } from "./libreoffice";
import { readDocx } from "./read-docx";
import { readPage } from "./read-html";
import { readFlat, readOdt } from "./read-odf";
import { readPdf } from "./read-pdf";
import { everything, facts } from "./sample";
import type { Seen } from "./seen";
import { type Column, columnIn, tableOf } from "./table";

const BOARD = "docs/export-fidelity.md";
const press = createPress();
const letter = letterOf(everything, facts);

const columns: Column[] = [];
beforeAll(async () => {
  const docx = await docxOf(letter);
  columns.push(scored("DOCX", await readDocx(docx)));
  columns.push(scored("PDF", await readPdf(await press.pdfOf(letter))));
  const odt = await odtOf(letter);
  columns.push(scored("ODT", await readOdt(odt)));
  columns.push(scored("HTML", readPage(new TextDecoder().decode(htmlOf(letter)))));
  const read = await asLibreOfficeReads({ "word.docx": docx, "open.odt": odt });
  columns.push(elsewhere("DOCX i LibreOffice", read?.["word.docx"]));
  columns.push(elsewhere("ODT i LibreOffice", read?.["open.odt"]));
}, 240_000);
afterAll(() => press.stop());

function scored(name: string, seen: Seen): Column {
  return { name, scores: FEATURES.map(({ look }) => look(seen)) };
}

function elsewhere(name: string, flat: string | undefined): Column {
  if (flat !== undefined) return scored(name, readFlat(flat));
  const board = existsSync(BOARD) ? readFileSync(BOARD, "utf8") : "";
  return { name, scores: columnIn(board, name) ?? FEATURES.map(() => "lost") };
}

describe("[X10] every kind of thing in a text, in every kind of file", () => {
  test("is looked for: no node, mark or kind of block is left out", () => {
    const looked = new Set(FEATURES.flatMap(({ of }) => of));
    const all = [...Object.keys(ELEMENTS), ...Object.keys(MARKS), ...BLOCK_KINDS];
    expect(all.filter((name) => !looked.has(name))).toEqual(NOT_OF_THE_LETTER);
  });

  test("is there: nothing is lost", () => {
    const lost = columns.flatMap(({ name, scores }) =>
      FEATURES.flatMap((feature, at) => (scores[at] === "lost" ? [`${feature.name} in ${name}`] : [])),
    );
    expect(lost).toEqual([]);
  });

  test("stands in docs/export-fidelity.md as it was found", async () => {
    const names = FEATURES.map(({ name }) => name);
    await expect(tableOf(names, columns)).toMatchFileSnapshot(`../../${BOARD}`);
  });
});
