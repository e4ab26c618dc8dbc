import { PDFDocument, PDFName } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Block, type ResponseDocument, SCHEMA_VERSION, type Table } from "../../app/document-model/document";
import { letterOf } from "../../server/exports/letter/letter";
import type { LetterFacts } from "../../server/exports/letter/shapes";
import { createPress } from "../../server/exports/pdf/press";
import { withAppendix } from "../../server/exports/remarks/letter";
import { remarksOf } from "../../server/exports/remarks/remarks";
import { everything, facts } from "../fidelity/sample";
import { hasVeraPdf, judged } from "./verapdf";

const press = createPress();
afterAll(() => press.stop());

const draft: LetterFacts = { ...facts, version: { number: null, frozenAt: facts.version.frozenAt } };
const documentOf = (...blocks: (Block | Table)[]): ResponseDocument => ({
  schemaVersion: SCHEMA_VERSION,
  blocks,
  links: {},
});

function block(id: string, text: string, kind: Block["kind"] = "paragraph", level = 0): Block {
  return { type: "block", id, kind, level, content: [{ text }] };
}

/** Over several pages, with header cells in its first row and its first column, and cells over others. */
function hugeTable(): Table {
  const rows = Array.from({ length: 90 }, (_, y) =>
    Array.from({ length: y > 0 && y % 7 === 0 ? 5 : 6 }, (_, x) => ({
      header: y === 0 || x === 0,
      colspan: y > 0 && y % 7 === 0 && x === 1 ? 2 : 1,
      rowspan: 1,
      blocks: [block(`c-${y}-${x}`, y === 0 ? `Kolonne ${x}` : `Række ${y}, felt ${x}`)],
    })),
  );
  return { type: "table", id: "t-1", rows };
}

/** What is right to left has no letters in the font and is refused [X18]; what directs it is left out, and may break no tag. */
const directed = documentOf(
  block("d-1", "Fra højre \u202eog tilbage\u202c igen", "heading", 1),
  block("d-2", "\u2067Dansk\u2069 mellem \u200ftegn\u200f, som ingen ser."),
  block("d-3", "Punkt\u200e ét", "bullet"),
);

type Judgements = Awaited<ReturnType<typeof judged>>;

/** [X6] Held against the profiles themselves: what only says that it is PDF/A is not yet one. */
describe.skipIf(!hasVeraPdf)("[X6] veraPDF (skipped where there is no Java)", () => {
  let found: Judgements;
  beforeAll(async () => {
    found = await judged(await files());
  }, 240_000);

  async function files() {
    const letter = letterOf(everything, facts);
    const made = {
      approved: await press.pdfOf(letter),
      draft: await press.pdfOf(letterOf(everything, draft)),
      "with its remarks": await press.pdfOf(withAppendix(letter, remarksOf(everything, facts, new Map()))),
      "huge table": await press.pdfOf(letterOf(documentOf(hugeTable()), facts)),
      directed: await press.pdfOf(letterOf(directed, facts)),
    };
    const both = Object.entries(made).map(([name, bytes]) => [name, { bytes, profiles: ["2a", "ua1"] as const }]);
    const data = await press.pdfOf(letter, { name: "document.json", text: "{}" });
    return {
      ...Object.fromEntries(both),
      "with its data": { bytes: data, profiles: ["3a", "ua1"] as const },
      "without tags": { bytes: await withoutTags(made.approved), profiles: ["2a", "ua1"] as const },
    };
  }

  test("finds every kind of PDF to be PDF/A-2a and PDF/UA-1, and the one with data PDF/A-3a", () => {
    const wrong = Object.entries(found).filter(([name, { isValid }]) => !isValid && !name.startsWith("without tags"));
    expect(wrong).toEqual([]);
    expect(Object.keys(found)).toHaveLength(14);
    for (const { checks } of Object.values(found)) expect(checks).toBeGreaterThan(300);
  });

  test("does find what is wrong: a letter whose tags were taken away is neither", () => {
    expect(found["without tags 2a"]?.isValid).toBe(false);
    expect(found["without tags ua1"]?.isValid).toBe(false);
  });
});

async function withoutTags(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.catalog.delete(PDFName.of("StructTreeRoot"));
  return document.save({ useObjectStreams: false });
}
