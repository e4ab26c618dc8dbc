import {
  type Block,
  type BlockKind,
  type Inline,
  type ResponseDocument,
  SCHEMA_VERSION,
  type TableCell,
} from "../../app/document-model/document";
import { CLAUSE_IDS, sampleFacts } from "../../server/exports/letter/sample";

const CENTER = "44444444-4444-4444-8444-444444444444";

function block(id: string, kind: BlockKind, content: string | Inline[], more: Partial<Block> = {}): Block {
  const inlines = typeof content === "string" ? [{ text: content }] : content;
  return { type: "block", id, kind, level: kind === "heading" ? 1 : 0, content: inlines, ...more };
}

function cell(id: string, content: string | Block[], more: Partial<TableCell> = {}): TableCell {
  const blocks = typeof content === "string" ? [block(id, "paragraph", content)] : content;
  return { header: false, colspan: 1, rowspan: 1, blocks, ...more };
}

export const TITLE = "Om udskrivning og mentorer";
export const facts = { ...sampleFacts, title: TITLE };

/** One text with everything that a text may hold, each in words of its own, short enough to stand on one line. */
export const everything: ResponseDocument = {
  schemaVersion: SCHEMA_VERSION,
  blocks: [
    block("heading-1", "heading", "Hovedafsnit"),
    block("heading-2", "heading", "Underafsnit", { level: 2 }),
    block("heading-3", "heading", "Delafsnit", { level: 3 }),
    block("plain-1", "paragraph", "Et almindeligt afsnit."),
    block("break-1", "paragraph", [{ text: "Før bruddet" }, { break: true }, { text: "efter bruddet." }]),
    block("marks-1", "paragraph", [
      { text: "Med " },
      { text: "fed", bold: true },
      { text: ", " },
      { text: "skrå", italic: true },
      { text: ", " },
      { text: "begge", bold: true, italic: true },
      { text: " og " },
      { text: "henvisning", href: "https://example.dk/a?b=1&c=2" },
      { text: " samt " },
      { text: "postadresse", href: "mailto:svar@example.dk" },
      { text: "." },
    ]),
    block("signs-1", "paragraph", "Æblegrød & <kød> – „ja“, 5 € og § 4"),
    block("bullet-1", "bullet", "Yderste punkt"),
    block("bullet-2", "bullet", "Indre punkt", { level: 1 }),
    block("bullet-3", "bullet", "Inderste punkt", { level: 2 }),
    block("plain-2", "paragraph", "Mellem listerne."),
    block("ordered-1", "ordered", "Trin ét"),
    block("ordered-2", "ordered", "Deltrin", { level: 1 }),
    block("bullet-4", "bullet", "Blandet punkt", { level: 2 }),
    block("quote-1", "quote", "Udskrivning varsles.", { of: CLAUSE_IDS.mentor }),
    block("noted-1", "paragraph", [{ text: "Et ord", notes: ["footnote-1"] }, { text: " med note." }]),
    block("footnote-1", "footnote", [{ text: "Notens ord og " }, { text: "notens fed", bold: true }]),
    block("noted-2", "paragraph", [{ text: "Samme note", notes: ["footnote-1"] }, { text: " igen." }]),
    block("footnote-2", "footnote", "Uden ord i teksten"),
    block("linked-1", "paragraph", "Om udskrivning."),
    block("linked-2", "paragraph", "Om det hele."),
    {
      type: "table",
      id: "table-1",
      rows: [
        [cell("head-1", "Opgave", { header: true }), cell("head-2", "Frist", { header: true })],
        [cell("side-1", "Rækkehoved", { header: true }), cell("cell-1", "Almindelig celle")],
        [cell("cell-2", "To brede", { colspan: 2 })],
        [cell("cell-3", "To høje", { rowspan: 2 }), cell("cell-4", [block("item-1", "bullet", "Liste i celle")])],
        [cell("cell-5", [block("noted-3", "paragraph", [{ text: "Celle med note", notes: ["footnote-3"] }])])],
      ],
    },
    block("footnote-3", "footnote", "Note fra celle"),
  ],
  links: {
    "linked-1": [{ kind: "clause", id: CLAUSE_IDS.discharge, center: CENTER }],
    "linked-2": [{ kind: "source", id: "99999999-9999-4999-8999-999999999999", center: CENTER, stance: "support" }],
  },
};
