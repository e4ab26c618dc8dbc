import { expect, test } from "vitest";
import type { ClauseRow } from "../../../server/agreements/shapes";
import { byTarget, labelOf, labelOfClause } from "./label";
import { searchClauses } from "./search";

function clause(id: string, number: string, heading: string, over: Partial<ClauseRow> = {}): ClauseRow {
  const row = {
    id,
    parentId: null,
    depth: 0,
    kind: "clause",
    number,
    heading,
    text: "",
    path: "",
  } as unknown as ClauseRow;
  return { ...row, ...over };
}

const clauses = [
  clause("a", "1", "Formål"),
  clause("b", "3.1", "Indlæggelse", { text: "Kommunen kontaktes inden for et døgn." }),
  clause("c", "3.2", "Udskrivning", { text: "Aftalen gælder ved udskrivning til eget hjem." }),
  clause("d", "3.21", "Hjælpemidler"),
  clause("e", "2", "Tobak", { kind: "goal", text: "Færre unge ryger." }),
];

const found = (query: string, ...mine: string[]) => searchClauses(clauses, query, new Set(mine)).map(({ id }) => id);

test("[L5] a number finds its clause first, and then those it begins", () => {
  expect(found("3.2")).toEqual(["c", "d"]);
  expect(found("§ 3,2")).toEqual(["c", "d"]);
  expect(found("mål 2")[0]).toBe("e");
});

test("[L5] words find by heading and by text, whole or begun", () => {
  expect(found("udskr hjem")).toEqual(["c"]);
  expect(found("DØGN")).toEqual(["b"]);
});

test("[L5] a slip of the finger still finds", () => {
  expect(found("udskrivnnig")).toEqual(["c"]);
  expect(found("tobbak")).toEqual(["e"]);
});

test("[L5] the viewer's own clauses come first, and everything is there before anything is typed", () => {
  expect(found("", "c", "e")).toEqual(["c", "e", "a", "b", "d"]);
});

test("[L4] a target is named by its number, a goal as such, and the source as a whole", () => {
  const byId = new Map(clauses.map((row) => [row.id as string, row]));
  expect(labelOf({ kind: "clause", id: "c" }, byId)).toBe("3.2");
  expect(labelOf({ kind: "clause", id: "e" }, byId)).toBe("Mål 2");
  expect(labelOf({ kind: "source", id: "x" }, byId)).toBe("Hele kilden");
  expect(labelOfClause(clause("f", "", "En meget lang overskrift uden nummer"))).toBe("En meget lang overskrift…");
});

test("[L4] links of several centers to one target are one chip", () => {
  const links = [
    { kind: "clause", id: "c", center: "x" },
    { kind: "clause", id: "c", center: "y" },
    { kind: "source", id: "s", center: "x" },
  ] as const;
  expect(byTarget(links).map(({ centers }) => centers)).toEqual([["x", "y"], ["x"]]);
});
