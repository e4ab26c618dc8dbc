import { describe, expect, test } from "vitest";
import {
  type Block,
  type BlockKind,
  type ResponseDocument,
  SCHEMA_VERSION,
  type Table,
  type TableCell,
} from "../../../app/document-model/document";
import { letterOf } from "./letter";
import { referenceOf } from "./references";
import { CLAUSE_IDS, sampleFacts } from "./sample";
import type { Clause, LetterList, LetterTable } from "./shapes";
import { printable, printableInlines } from "./text";

let next = 0;
const block = (kind: BlockKind, text: string, level = 0): Block => ({
  type: "block",
  id: `letter${next++}`,
  kind,
  level,
  content: [{ text }],
});
const bodyOf = (...blocks: (Block | Table)[]) => {
  const document: ResponseDocument = { schemaVersion: SCHEMA_VERSION, blocks, links: {} };
  return letterOf(document, sampleFacts).body;
};
const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  blocks: [block("paragraph", text)],
  ...more,
});
const gridOf = (...rows: TableCell[][]) => {
  const [node] = bodyOf({ type: "table", id: "table1", rows });
  return node as LetterTable;
};

describe("a letter's body", () => {
  test("[X6] never skips a heading level, and leaves empty blocks out", () => {
    const body = bodyOf(
      block("heading", "a", 3),
      block("paragraph", " "),
      block("heading", "b", 3),
      block("heading", "", 1),
      block("heading", "c", 1),
    );
    expect(body.map((node) => (node.kind === "heading" ? node.level : node.kind))).toEqual([1, 2, 1]);
  });

  test("[X6] keeps beside each other what stands beside each other, wherever the text begins", () => {
    const body = bodyOf(block("heading", "a", 2), block("heading", "b", 3), block("heading", "c", 2));
    expect(body.map((node) => (node.kind === "heading" ? node.level : node.kind))).toEqual([1, 2, 1]);
  });

  test("nests list items by depth, and begins a new list where bullets become numbers", () => {
    const body = bodyOf(
      block("bullet", "a", 2),
      block("bullet", "b", 3),
      block("ordered", "c", 1),
      block("ordered", "d"),
      block("paragraph", "e"),
      block("ordered", "f"),
    );
    expect(body.map((node) => node.kind)).toEqual(["list", "list", "paragraph", "list"]);
    const [bullets, numbers] = body as LetterList[];
    expect(bullets).toMatchObject({ ordered: false, items: [{ children: [{ ordered: false }, { ordered: true }] }] });
    expect(numbers!.items).toHaveLength(1);
  });

  test("makes a ragged table whole, and cuts spans that leave it", () => {
    const grid = gridOf([cell("a", { rowspan: 9 }), cell("b", { colspan: 2 })], [cell("c")], []);
    expect(grid).toMatchObject({ columns: 3, rows: 3 });
    const area = grid.cells.reduce((sum, one) => sum + one.colspan * one.rowspan, 0);
    expect(area).toBe(9);
    expect(grid.cells[0]).toMatchObject({ rowspan: 3 });
  });

  test("takes leading rows of header cells as the header, but never all rows", () => {
    const header = { header: true };
    expect(gridOf([cell("a", header)], [cell("b")]).headerRows).toBe(1);
    expect(gridOf([cell("a", header)], [cell("b", header)]).headerRows).toBe(1);
    expect(gridOf([cell("a", header)]).headerRows).toBe(0);
    expect(gridOf([cell("a", { ...header, rowspan: 2 }), cell("b", header)], [cell("c")]).headerRows).toBe(0);
  });
});

describe("[X3] a reference", () => {
  const clause = (more: Partial<Clause>): Clause => ({
    id: CLAUSE_IDS.goal,
    kind: "clause",
    number: "",
    heading: "",
    text: "",
    position: 1,
    ...more,
  });
  const said = (more: Partial<Clause>) =>
    referenceOf([{ kind: "clause", id: CLAUSE_IDS.goal, center: "x" }], {
      clauses: [clause(more)],
      source: { kind: "goal-paper" },
    });

  test.each([
    [{ number: "4.2" }, "(pkt. 4.2)"],
    [{ number: "4.", kind: "section" as const }, "(pkt. 4)"],
    [{ number: "§ 4" }, "(§ 4)"],
    [{ kind: "goal" as const, number: "2" }, "(Mål 2)"],
    [{ kind: "goal" as const, number: "KKR-mål 2" }, "(KKR-mål 2)"],
    [{ kind: "goal" as const, heading: "Færre genindlæggelser" }, "(Mål: Færre genindlæggelser)"],
    [{ kind: "goal" as const, text: "Mål: Flere i job" }, "(Mål: Flere i job)"],
    [{ kind: "area" as const, number: "A" }, "(Udviklingsområde A)"],
    [
      { heading: "Et meget langt navn på en bestemmelse, som ingen kan huske" },
      "(Et meget langt navn på en bestemmelse …)",
    ],
  ])("of %j is %s", (more, expected) => expect(said(more)).toBe(expected));

  test("names each clause once, in the source's order, the whole source first; what is not in the source is left out", () => {
    const of = (id: string, center = "a") => ({ kind: "clause" as const, id, center });
    const links = [
      of(CLAUSE_IDS.mentor),
      of(CLAUSE_IDS.discharge),
      of(CLAUSE_IDS.mentor, "b"),
      of("gone"),
      { kind: "source" as const, id: "s", center: "a" },
    ];
    expect(referenceOf(links, sampleFacts)).toBe("(hele aftalen, pkt. 4.2 og 5)");
  });
});

describe("[X4] printable text", () => {
  test("has no control or invisible characters, and bullets of symbol fonts as bullets", () => {
    expect(printable("\uf0b7\ta\u0002\u200b\ufeffb\u000c e\u0301")).toBe("• ab é");
  });

  test("keeps a link only when it is one", () => {
    expect(printableInlines([{ text: "a", href: "javascript:alert(1)" }])).toEqual([{ text: "a" }]);
    expect(printableInlines([{ text: "a", href: "mailto:a@b.dk" }])).toEqual([{ text: "a", href: "mailto:a@b.dk" }]);
  });

  test("turns line ends inside a text into breaks, and drops breaks at the edges", () => {
    expect(printableInlines([{ break: true }, { text: "a\nb" }, { break: true }])).toEqual([
      { text: "a" },
      { break: true },
      { text: "b" },
    ]);
  });
});

describe("how far the centers are with goals", () => {
  const quote = (of: string): Block => ({ ...block("quote", "Et mål."), of });
  const said = { center: "c", centerName: "Center for Social", status: "in-progress", day: "2026-03-02" } as const;
  const [first, second] = [CLAUSE_IDS.discharge, CLAUSE_IDS.mentor];
  const linesOf = (isShown: boolean) => {
    const goals = {
      isShown,
      said: [
        { ...said, goal: first, isOwner: true as const, nextStep: "Møde med skolerne.", due: "2026-05-04" },
        { ...said, goal: first, centerName: "Center for Unge", status: "not-current" as const },
        { ...said, goal: second },
      ],
    };
    const blocks = [quote(first), block("paragraph", "Svaret."), quote(first)];
    return letterOf({ schemaVersion: SCHEMA_VERSION, blocks, links: {}, goals }, sampleFacts).body.map((node) =>
      "content" in node ? node.content.map((inline) => ("text" in inline ? inline.text : "")).join("") : node.kind,
    );
  };

  test("[M5] stands once under its quote, in words; of what is not quoted, at the end", () => {
    const [, owner, other, answer, again, rest, ...more] = linesOf(true);
    expect([owner, other]).toEqual([
      "Status: I gang (Center for Social, ansvarlig, 2. marts 2026). Næste skridt: Møde med skolerne, senest 4. maj 2026.",
      "Status: Ikke aktuelt i gang (Center for Unge, 2. marts 2026).",
    ]);
    expect([answer, again]).toEqual(["Svaret.", "Et mål."]);
    expect(rest).toMatch(/\. Status: I gang \(Center for Social, 2\. marts 2026\)\.$/);
    expect(more).toEqual([]);
  });

  test("[M5] is left out of the file where that was chosen, approved though it is", () => {
    expect(linesOf(false)).toEqual(["Et mål.", "Svaret.", "Et mål."]);
  });
});
