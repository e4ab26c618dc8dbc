import { expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { type ClauseId, newId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import { type SeedGround, seedOf } from "./seed";

type Sketch = [kind: ClauseRow["kind"], heading: string, text?: string, children?: Sketch[]];

function tree(sketches: readonly Sketch[], parentId: ClauseId | null = null, depth = 0): ClauseRow[] {
  return sketches.flatMap(([kind, heading, text = "", children = []]) => {
    const id = newId<ClauseId>();
    const row = { id, parentId, depth, kind, number: "1", heading, text, path: heading };
    return [row, ...tree(children, id, depth + 1)];
  });
}

function written(ground: Omit<SeedGround, "municipality">): string[] {
  let made = 0;
  const document = seedOf({ ...ground, municipality: "Prøve Kommune" }, () => `block${made++}`);
  return document.blocks.map((block) => (block.type === "block" ? `${block.kind} ${textOf(block)}`.trim() : "table"));
}

const agreement = tree([
  ["section", "Indlæggelse", "", [["clause", "", "Der holdes møde."]]],
  ["section", "Udskrivning", "", [["section", "Varsling", "", [["clause", "", "Der varsles."]]]]],
  ["section", "Økonomi", "", [["clause", "", "Der betales."]]],
]);
const idOf = (text: string) => agreement.find((clause) => clause.text === text)!.id;

test("[H6] a hearing's text begins with general remarks, a heading for each section given out, and the signature", () => {
  const assigned = [idOf("Der varsles."), idOf("Der betales.")];
  expect(written({ kind: "hearing", clauses: agreement, assigned })).toEqual([
    "heading Generelle bemærkninger",
    "paragraph",
    "heading Vedr. Udskrivning",
    "paragraph",
    "heading Vedr. Økonomi",
    "paragraph",
    "paragraph På vegne af Prøve Kommune",
  ]);
});

test("[H6] a paper that lies inside one section is headed by the sections of that one", () => {
  const clauses = tree([
    [
      "section",
      "Aftale",
      "",
      [
        ["section", "Mål", "", [["clause", "", "a"]]],
        ["section", "Midler", "", [["clause", "", "b"]]],
      ],
    ],
  ]);
  const assigned = clauses.filter((clause) => clause.text === "b").map((clause) => clause.id);
  expect(written({ kind: "hearing", clauses, assigned })).toContain("heading Vedr. Midler");
});

test("[H6] nothing given out yet leaves general remarks and the signature", () => {
  expect(written({ kind: "hearing", clauses: agreement, assigned: [] })).toHaveLength(3);
});

test("[H6] an assessment quotes each goal under its area, asks how the municipality works with it, and ends in the areas", () => {
  const clauses = tree([
    [
      "section",
      "Mål",
      "",
      [
        ["section", "KKR-mål for Unges trivsel", "", [["goal", "", "Flere unge trives."]]],
        ["section", "KKR-mål om IT-sikkerhed:", "", [["goal", "Mål 2", ""]]],
      ],
    ],
    ["area", "A", "Rusmidler"],
  ]);
  expect(written({ kind: "assessment", clauses, assigned: [] })).toEqual([
    "heading KKR-mål for Unges trivsel",
    "quote Flere unge trives.",
    "heading Hvordan arbejder Prøve Kommune aktuelt med unges trivsel?",
    "paragraph",
    "heading KKR-mål om IT-sikkerhed:",
    "quote Mål 2",
    "heading Hvordan arbejder Prøve Kommune aktuelt med IT-sikkerhed?",
    "paragraph",
    "heading Udviklingsområder",
    "bullet A",
    "heading Hvordan arbejder Prøve Kommune aktuelt med udviklingsområderne?",
    "paragraph",
    "paragraph På vegne af Prøve Kommune",
  ]);
});

test("[H6] every block has an id of its own", () => {
  let made = 0;
  const ground = { kind: "hearing", municipality: "Prøve Kommune", clauses: agreement, assigned: [] } as const;
  const { blocks } = seedOf(ground, () => `block${made++}`);
  expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
});
