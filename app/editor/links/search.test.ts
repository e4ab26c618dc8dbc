import { expect, test } from "vitest";
import type { ClauseRow } from "../../../server/agreements/shapes";
import { labelOf, labelOfClause } from "./label";
import { searchClauses } from "./search";
import { optionGroups } from "./search-options";

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

const found = (query: string, ...mine: string[]) =>
  searchClauses(clauses, query, { recent: [], mine: new Set(mine) }).map(({ id }) => id);

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
  const byId = { clauses: new Map(clauses.map((row) => [row.id as string, row])), earlier: new Map() };
  expect(labelOf({ kind: "clause", id: "c" }, byId)).toBe("3.2");
  expect(labelOf({ kind: "clause", id: "e" }, byId)).toBe("Mål 2");
  expect(labelOf({ kind: "source", id: "x" }, byId)).toBe("Hele kilden");
  expect(labelOfClause(clause("f", "", "En meget lang overskrift uden nummer"))).toBe("En meget lang overskrift…");
});

test("[L5] what was used lately comes before one's own, and the heading's words before the text's", () => {
  const preference = { recent: ["d", "a"], mine: new Set(["c"]) };
  expect(searchClauses(clauses, "", preference).map(({ id }) => id)).toEqual(["d", "a", "c", "b", "e"]);
  const rows = [clause("x", "", "", { text: "Om tolkning." }), clause("y", "", "Tolkning")];
  expect(searchClauses(rows, "tolk", { recent: [], mine: new Set() }).map(({ id }) => id)).toEqual(["y", "x"]);
});

test("[L5] a word in another form finds, and slips are looked for only where few have the word itself", () => {
  expect(found("udskrivningen")).toEqual(["c"]);
  const many = Array.from({ length: 9 }, (_, at) => clause(`m${at}`, "", "Hjælpemidler"));
  const all = searchClauses([...many, clause("n", "", "Hjælpemiddel")], "hjælpemidler", {
    recent: [],
    mine: new Set(),
  });
  expect(all).toHaveLength(9);
});

test("[L5] before anything is typed the options stand in groups, and the whole source can be used again like a clause", () => {
  const whole = { kind: "source", id: "v" } as const;
  const groups = (recent: string[], query = "") =>
    optionGroups({ clauses, query, preference: { recent, mine: new Set(["c"]) }, whole }).map(({ name, options }) =>
      [name, ...options.map(({ target }) => target.id)].join(" "),
    );
  expect(groups(["d"])).toEqual(["Senest brugt d", "Jeres punkter c", "Kilden i rækkefølge a b e v"]);
  expect(groups(["v", "d"])[0]).toBe("Senest brugt v d");
  expect(groups(["d"], "hele")[0]?.split(" ").at(1)).toBe("v");
});
