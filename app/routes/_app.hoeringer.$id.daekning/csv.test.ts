import { expect, test } from "vitest";
import type { CenterId } from "../../../db/ids";
import { sketchedPage } from "../../../tests/world/coverage-sketch";
import { boardOf } from "./board";
import { csvOf } from "./csv";
import { EVERYTHING } from "./filter";

const page = sketchedPage(
  {
    clauses: [
      ["1", "Ansvar", 0, "section"],
      ["1.1", 'Besked; "straks"', 1, "clause"],
      ["1.2", '=HYPERLINK("http://evil")', 1, "clause"],
      ["1.3", "", 1, "clause", "@SUM(1)\nog mere"],
    ],
    cells: {
      "1.1": { Social: { state: "answered", blockIds: ["block1", "block2"] }, Ældre: { isHole: true, isLate: true } },
      "1.2": { Social: { state: "no-remarks", cameLate: true } },
      "1.3": { Social: { state: "look-again" }, Ældre: { state: "in-work", blockIds: ["block3"], deadline: null } },
    },
  },
  { wholeSource: [{ centerId: "Ældre" as CenterId, blockIds: ["block4"] }] },
);
const board = boardOf(page);

test("[C9] the file has a line for each clause and center, as Danish Excel opens it", () => {
  const text = csvOf(board, EVERYTHING, {});
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.slice(1).split("\r\n")).toEqual([
    "Nummer;Bestemmelse;Center;Status;Grundlag;Bemærkninger;Intern frist;Forsinket",
    ";Hele kilden;Center for Ældre;Besvaret;tekst i svaret;1;;",
    'pkt. 1.1;"Besked; ""straks""";Center for Social;Besvaret;tekst i svaret;2;12-03-2026;',
    'pkt. 1.1;"Besked; ""straks""";Center for Ældre;Ikke set på;;0;12-03-2026;mangler efter fristen',
    'pkt. 1.2;"\'=HYPERLINK(""http://evil"")";Center for Social;Ingen bemærkninger;centerets svar;0;12-03-2026;kom efter fristen',
    'pkt. 1.2;"\'=HYPERLINK(""http://evil"")";Center for Ældre;Ikke fordelt;;0;;',
    "pkt. 1.3;'@SUM(1) og mere;Center for Social;Se igen;ordlyden er ændret siden svaret;0;12-03-2026;",
    "pkt. 1.3;'@SUM(1) og mere;Center for Ældre;I gang;henvisning uden færdig tekst;1;;",
    "",
  ]);
});

test.each(["=1+1", "+45", "-1", "@a", "\t=1", "\r=1", "  =1", "\u00a0=1", "＝1"])(
  "[C9] no cell of the file is a formula: %j",
  (heading) => {
    const evil = sketchedPage({ clauses: [["1", heading, 0, "clause"]], cells: { "1": { "=Center": {} } } });
    const line = csvOf(boardOf(evil), EVERYTHING, {}).split("\r\n").slice(1).join("\n");
    expect(line).toMatch(/^1;"?'/);
    expect(line).not.toMatch(/(^|;)"?[=+\-@\t\r]/);
  },
);

test("[C9] [C6] the file has what the page shows", () => {
  const lines = csvOf(board, { ...EVERYTHING, holes: true }, {})
    .trim()
    .split("\r\n");
  expect(lines.slice(1)).toEqual([
    'pkt. 1.1;"Besked; ""straks""";Center for Ældre;Ikke set på;;0;12-03-2026;mangler efter fristen',
  ]);
});

test("[J20] [C9] of a joint hearing the file says whose each center is", () => {
  const joint = sketchedPage({
    clauses: [["1", "Besked", 0, "clause"]],
    cells: { "1": { Social: { state: "answered" }, "Social, Nabo": { isHole: true } } },
  });
  expect(csvOf(boardOf(joint), EVERYTHING, {}).slice(1).trim().split("\r\n")).toEqual([
    "Nummer;Bestemmelse;Kommune;Center;Status;Grundlag;Bemærkninger;Intern frist;Forsinket",
    "1;Besked;Prøve Kommune;Center for Social;Besvaret;tekst i svaret;0;12-03-2026;",
    "1;Besked;Nabo Kommune;Center for Social, Nabo;Ikke set på;;0;12-03-2026;",
  ]);
});
