import { expect, test } from "vitest";
import { type Block, type Link, type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import { type CenterId, type ClauseId, newId, type SourceVersionId } from "../../db/ids";
import type { Carried, Successor } from "../carry-over/shapes";
import { asWritten, droppedIn, groundNow, linkedNow, undecidedIn, type Written } from "./carried";
import { cellsOf } from "./rules";

const [first, second] = [newId<SourceVersionId>(), newId<SourceVersionId>()];
const [here, beside] = [newId<ClauseId>(), newId<ClauseId>()];
const [same, reworded, split, gone, waits] = ["s", "r", "p", "g", "w"].map(() => newId<ClauseId>()) as [
  ClauseId,
  ClauseId,
  ClauseId,
  ClauseId,
  ClauseId,
];
const social = newId<CenterId>();
const elderly = newId<CenterId>();

const successors: [ClauseId, Successor][] = [
  [same, { state: "carried", to: [here], isChanged: false }],
  [reworded, { state: "carried", to: [here], isChanged: true }],
  [split, { state: "carried", to: [here, beside], isChanged: true }],
  [gone, { state: "dropped" }],
  [waits, { state: "undecided", at: second }],
];
const carried: Carried = {
  versionId: second,
  lineage: new Set([first, second]),
  successorOf: new Map(successors),
  versionOf: new Map(successors.map(([id]) => [id, first])),
};

function written(given: Partial<Written>): Written {
  return { assigned: [], answers: [], goals: [], isAssessment: false, linked: [], looks: [], missed: [], ...given };
}
const given = (clauseId: ClauseId) => ({ clauseId, centerId: social, deadline: "2026-03-09" });
const said = (clauseId: ClauseId, answer: "in-work" | "no-remarks" | "not-relevant" = "no-remarks") => ({
  clauseId,
  centerId: social,
  answer,
});
const linked = (clauseId: ClauseId, blockId = "block1") => ({ clauseId, centerId: social, blockId, isEmpty: false });
const look = { clauseId: here, centerId: social };

function stateOf(rows: Partial<Written>, clauseId = here, centerId = social) {
  const cells = cellsOf(groundNow(written(rows), carried), "2026-03-02");
  return cells.find((cell) => cell.clauseId === clauseId && cell.centerId === centerId)?.state;
}

test.each<[string, Partial<Written>, string]>([
  ["an answer to the same words", { answers: [said(same)] }, "no-remarks"],
  ["an answer to other words", { answers: [said(reworded)] }, "look-again"],
  ["text on other words", { linked: [linked(reworded)] }, "look-again"],
  ["text on other words and on the same", { linked: [linked(reworded), linked(same)] }, "look-again"],
  ["only given, by other words", { assigned: [given(reworded)] }, "not-looked-at"],
  ["an answer to other words, and one since", { answers: [said(reworded), said(here, "in-work")] }, "in-work"],
  ["an answer to other words, and text since", { answers: [said(reworded)], linked: [linked(here)] }, "answered"],
  ["text on other words, looked at again", { linked: [linked(reworded)], looks: [look] }, "answered"],
  [
    "text on other words, looked at by another center",
    { linked: [linked(reworded)], looks: [{ ...look, centerId: elderly }] },
    "look-again",
  ],
  ["an answer to a part of it, looked at again", { answers: [said(split)], looks: [look] }, "no-remarks"],
])("[C17] %s", (_, rows, state) => {
  expect(stateOf(rows)).toBe(state);
});

test("[C17] one part of a split clause that was looked at says nothing of the other", () => {
  const rows = { answers: [said(split)], looks: [look] };
  expect([stateOf(rows), stateOf(rows, beside)]).toEqual(["no-remarks", "look-again"]);
});

test("[C17] what is to be looked at again is open and a hole; nobody else's cell is", () => {
  const rows = { assigned: [given(reworded)], linked: [linked(reworded)], answers: [said(same)] };
  const [cell] = cellsOf(groundNow(written(rows), carried), "2026-03-10");
  expect(cell).toMatchObject({ state: "look-again", isLate: true, deadline: "2026-03-09", blockIds: ["block1"] });
  expect(stateOf(rows, here, elderly)).toBeUndefined();
});

test("[C14] a paragraph on two clauses that became one is one in its cell; of two answers the one that leaves more to do counts", () => {
  const rows = { linked: [linked(same), linked(split), linked(same, "block2")], looks: [look] };
  const [cell] = cellsOf(groundNow(written(rows), carried), "2026-03-02");
  expect(cell?.blockIds).toEqual(["block1", "block2"]);
  expect(stateOf({ answers: [said(same, "not-relevant"), said(reworded, "in-work")], looks: [look] })).toBe("in-work");
});

test("[C15] what waits is named once, whatever it is used by; what is gone is told apart from it", () => {
  const rows = written({ assigned: [given(waits)], answers: [said(waits)], linked: [linked(gone), linked(waits)] });
  expect(undecidedIn(rows, carried)).toEqual(new Map([[waits, second]]));
  const gones = [linked(gone), linked(gone, "block2"), { ...linked(gone), centerId: elderly }];
  expect(droppedIn(gones, carried)).toEqual([
    { clauseId: gone, centerId: social, blockIds: ["block1", "block2"] },
    { clauseId: gone, centerId: elderly, blockIds: ["block1"] },
  ]);
  expect(cellsOf(groundNow(rows, carried), "2026-03-02")).toEqual([]);
});

const text = (links: Link[]): ResponseDocument => ({
  schemaVersion: SCHEMA_VERSION,
  blocks: [],
  links: { block1: links },
});
const link = (id: string, more: Partial<Link> = {}): Link => ({ kind: "clause", id, center: social, ...more });
const sorted = (links: Link[]) => [...links].sort((a, b) => (`${a.id}${a.center}` < `${b.id}${b.center}` ? -1 : 1));

test("[A7] frozen links lead to what their clauses are now, each once and in their order; what is gone keeps its link", () => {
  const links = [link(gone), link(here), link(reworded), link(split), link(same, { center: elderly }), link(waits)];
  const wanted = [link(gone), link(here), link(beside), link(here, { center: elderly }), link(waits)];
  expect(linkedNow(text(links), carried)).toEqual(text(sorted(wanted)));
  const whole = [first, second].map((id) => ({ kind: "source" as const, id, center: social }));
  expect(linkedNow(text(whole), carried)).toEqual(text(whole.slice(1)));
  const away = [link(newId()), { kind: "source" as const, id: newId(), center: social }];
  expect(linkedNow(text(away), carried)).toEqual(text(away));
});

test("[A7] where there are no versions before, a text is frozen as it is", () => {
  const plain = text([link(here), link(gone)]);
  expect(linkedNow(plain, asWritten(second))).toBe(plain);
});

test("[A7] frozen quotes are of what their clause is now, in cells too; where that is none or several, of what they were", () => {
  const quote = (id: string, of?: string): Block => {
    const kind = of ? "quote" : "paragraph";
    return { type: "block", id, kind, level: 0, content: [{ text: "Der varsles." }], ...(of ? { of } : {}) };
  };
  const blocksOf = (...ofs: (string | undefined)[]): ResponseDocument => {
    const all = ofs.map((of, index) => quote(`block${index}`, of));
    const cell = { header: false, colspan: 1, rowspan: 1, blocks: all };
    return { ...text([]), blocks: [...all, { type: "table", id: "table1", rows: [[cell]] }] };
  };
  const stranger = newId<ClauseId>();
  const before = blocksOf(undefined, reworded, here, split, gone, waits, stranger);
  expect(linkedNow(before, carried)).toEqual(blocksOf(undefined, here, here, split, gone, waits, stranger));
});

test("[A7] of two links that become one, the stance of the later wording counts, and any before none", () => {
  const at = (...links: Link[]) => linkedNow(text(links), carried).links["block1"];
  const [question, support] = [{ stance: "question" }, { stance: "support" }] as const;
  expect(at(link(reworded, question), link(here))).toEqual([link(here, question)]);
  expect(at(link(here), link(reworded, question))).toEqual([link(here, question)]);
  expect(at(link(reworded, question), link(here, support))).toEqual([link(here, support)]);
  expect(at(link(here, support), link(reworded, question))).toEqual([link(here, support)]);
});

test("[H40] what came late stays late when the hearing moves to another version", () => {
  const rows = { assigned: [given(same)], answers: [said(same)], missed: [given(same)] };
  expect(cellsOf(groundNow(written(rows), carried), "2026-03-20")).toMatchObject([{ clauseId: here, cameLate: true }]);
});
