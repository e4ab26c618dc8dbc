import { expect, test } from "vitest";
import { type Block, type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import { type CenterId, type ClauseId, newId } from "../../db/ids";
import { type CoverageGround, cellsOf, countsOf, isHole, linkedIn, stateOf } from "./rules";

const clause = newId<ClauseId>();
const other = newId<ClauseId>();
const social = newId<CenterId>();
const elderly = newId<CenterId>();
const TODAY = "2026-03-10";
const text = { isEmpty: false };
const empty = { isEmpty: true };

test.each([
  ["nothing at all", [], null, "not-looked-at"],
  ["only an answer", [], "no-remarks", "no-remarks"],
  ["not relevant", [], "not-relevant", "not-relevant"],
  ["at work, no text yet", [], "in-work", "in-work"],
  ["a paragraph with words", [text], null, "answered"],
  ["a paragraph with words, though no remarks were promised", [text], "no-remarks", "answered"],
  ["a paragraph with words, though called not relevant", [text], "not-relevant", "answered"],
  ["a paragraph with words that is still in work", [text], "in-work", "in-work"],
  ["an empty paragraph", [empty], null, "in-work"],
  ["an empty paragraph and no remarks", [empty], "no-remarks", "in-work"],
  ["an empty and a full paragraph", [empty, text], null, "answered"],
] as const)("[C2] %s", (_, paragraphs, answer, state) => {
  expect(stateOf(paragraphs, answer)).toBe(state);
});

function ground(given: Partial<CoverageGround>): CoverageGround {
  return { assigned: [], answers: [], goals: [], isAssessment: false, linked: [], again: [], missed: [], ...given };
}

const given = { clauseId: clause, centerId: social, deadline: "2026-03-09" };

test.each([
  ["the day after, nothing said", { assigned: [given] }, true],
  ["on the day itself", { assigned: [{ ...given, deadline: TODAY }] }, false],
  [
    "the day after, still in work",
    { assigned: [given], answers: [{ clauseId: clause, centerId: social, answer: "in-work" as const }] },
    true,
  ],
  [
    "the day after, answered in a word",
    { assigned: [given], answers: [{ clauseId: clause, centerId: social, answer: "no-remarks" as const }] },
    false,
  ],
  [
    "never given to the center",
    { linked: [{ clauseId: clause, centerId: social, blockId: "b1b1b1", isEmpty: true }] },
    false,
  ],
])("[C3] late or not: %s", (_, rows, isLate) => {
  expect(cellsOf(ground(rows), TODAY)[0]?.isLate).toBe(isLate);
});

const missed = { clauseId: clause, centerId: social, deadline: "2026-03-09" };
const answered = { answers: [{ clauseId: clause, centerId: social, answer: "no-remarks" as const }] };

test.each([
  ["answered after a deadline that was missed", { assigned: [given], ...answered, missed: [missed] }, true],
  ["still owed: late, but nothing has come", { assigned: [given], missed: [missed] }, false],
  ["answered in time", { assigned: [given], ...answered }, false],
  ["given more time since", { assigned: [{ ...given, deadline: "2026-03-20" }], ...answered, missed: [missed] }, false],
  ["taken back from the center since", { ...answered, missed: [missed] }, false],
  [
    "missed, given more time, and missed again",
    { assigned: [given], ...answered, missed: [{ ...missed, deadline: "2026-03-01" }, missed] },
    true,
  ],
])("[H40] came late or not: %s", (_, rows, cameLate) => {
  expect(cellsOf(ground(rows), TODAY)[0]?.cameLate).toBe(cameLate);
});

test("[C4] a hole is what was given and not looked at; what was never given is none, and counts nowhere", () => {
  const cells = cellsOf(
    ground({
      assigned: [given, { ...given, centerId: elderly }],
      answers: [{ clauseId: clause, centerId: elderly, answer: "no-remarks" }],
      linked: [{ clauseId: other, centerId: elderly, blockId: "b1b1b1", isEmpty: false }],
    }),
    TODAY,
  );
  expect(cells.filter(isHole).map((cell) => cell.centerId)).toEqual([social]);
  expect(countsOf(cells)).toEqual({
    "not-looked-at": 1,
    "look-again": 0,
    "in-work": 0,
    answered: 0,
    "no-remarks": 1,
    "not-relevant": 0,
  });
});

test("[C2] one center's text does not answer for another, and a link to a clause says nothing of the next", () => {
  const linked = [
    { clauseId: clause, centerId: social, blockId: "first1", isEmpty: false },
    { clauseId: clause, centerId: social, blockId: "second", isEmpty: true },
  ];
  const assigned = [given, { ...given, centerId: elderly }, { ...given, clauseId: other }];
  const cells = cellsOf(ground({ assigned, linked }), TODAY);
  expect(cells.map((cell) => cell.state)).toEqual(["answered", "not-looked-at", "not-looked-at"]);
  expect(cells[0]?.blockIds).toEqual(["first1", "second"]);
});

test("[C1] 400 clauses and 12 centers make 4,800 cells, each with its own answer", () => {
  const clauses = Array.from({ length: 400 }, () => newId<ClauseId>());
  const centers = Array.from({ length: 12 }, () => newId<CenterId>());
  const places = clauses.flatMap((clauseId) => centers.map((centerId) => ({ clauseId, centerId })));
  const assigned = places.map((place) => ({ ...place, deadline: TODAY }));
  const linked = places.map((place, index) => ({ ...place, blockId: `block${index}`, isEmpty: index % 2 === 0 }));
  expect(cellsOf(ground({ assigned, linked }), TODAY)).toHaveLength(4800);
});

test("[A4] what a frozen text links is read from its own blocks, those in tables too", () => {
  const block = (id: string, words: string): Block => ({
    type: "block",
    id,
    kind: "paragraph",
    level: 0,
    content: words ? [{ text: words }] : [],
  });
  const cell = { header: false, colspan: 1, rowspan: 1, blocks: [block("cell01", "I en tabel.")] };
  const link = { kind: "clause", id: clause, center: social } as const;
  const document: ResponseDocument = {
    schemaVersion: SCHEMA_VERSION,
    blocks: [block("empty1", " "), { type: "table", id: "table1", rows: [[cell]] }],
    links: {
      cell01: [link],
      empty1: [
        { kind: "source", id: newId<ClauseId>(), center: social },
        { ...link, id: other },
      ],
      gone01: [link],
    },
  };
  expect(linkedIn(document)).toEqual([
    { blockId: "empty1", clauseId: other, centerId: social, isEmpty: true },
    { blockId: "cell01", clauseId: clause, centerId: social, isEmpty: false },
  ]);
});
