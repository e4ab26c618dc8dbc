import { expect, test } from "vitest";
import { type CenterId, type ClauseId, newId, type SourceVersionId } from "../../db/ids";
import { asWritten, groundNow } from "./carried";
import { handedOn } from "./handed-over";
import { cellsOf } from "./rules";

const [old, heir, other] = [newId<CenterId>(), newId<CenterId>(), newId<CenterId>()];
const [one, two] = [newId<ClauseId>(), newId<ClauseId>()];
const carried = asWritten(newId<SourceVersionId>());
const deadline = "2026-03-12";
const said = (clauseId: ClauseId, centerId: CenterId, blockId = "b") => ({
  clauseId,
  centerId,
  blockId,
  isEmpty: false,
});
const nothing = {
  assigned: [],
  answers: [],
  goals: [],
  linked: [],
  looks: [],
  missed: [],
  whole: [],
  isAssessment: false,
  handedOver: [{ from: old, to: heir }],
};

function statesOf(ground: typeof nothing) {
  const cells = cellsOf(groundNow(ground, carried), "2026-03-02");
  return cells.map(({ clauseId, centerId, state }) => [
    clauseId === one ? 1 : 2,
    centerId === old ? "old" : centerId === heir ? "heir" : "other",
    state,
  ]);
}

test("[H56] what a closed center has said and linked counts for its successor; what another has, does not", () => {
  const ground = {
    ...nothing,
    assigned: [
      { clauseId: one, centerId: heir, deadline },
      { clauseId: two, centerId: heir, deadline },
    ],
    linked: [said(one, old), said(two, other)],
    answers: [],
  };
  expect(statesOf(ground as never)).toEqual([
    [1, "heir", "answered"],
    [2, "heir", "not-looked-at"],
    [2, "other", "answered"],
  ]);
});

test("[H56] where its part stands signed, what the closed center has said stays its own", () => {
  const ground = {
    ...nothing,
    assigned: [
      { clauseId: one, centerId: old, deadline },
      { clauseId: two, centerId: heir, deadline },
    ],
    linked: [said(one, old), said(two, old)],
  };
  expect(statesOf(ground as never)).toEqual([
    [1, "old", "answered"],
    [2, "heir", "answered"],
  ]);
});

test("[H56] the successor's own answer comes after the closed center's, and counts", () => {
  const ground = {
    ...nothing,
    assigned: [{ clauseId: one, centerId: heir, deadline }],
    answers: [
      { clauseId: one, centerId: heir, answer: "in-work" },
      { clauseId: one, centerId: old, answer: "no-remarks" },
    ],
  };
  expect(statesOf(ground as never)).toEqual([[1, "heir", "in-work"]]);
});

test("[H56] said twice it is said once, and a hearing that nothing was handed over in is read as it is", () => {
  const ground = { ...nothing, linked: [said(one, old)], whole: [{ sourceId: "s", centerId: old, blockId: "b" }] };
  const once = handedOn(ground, carried);
  expect(once.whole).toEqual([{ sourceId: "s", centerId: heir, blockId: "b" }]);
  expect(handedOn(once, carried)).toEqual(once);
  const plain = { ...ground, handedOver: [] };
  expect(handedOn(plain, carried)).toBe(plain);
});
