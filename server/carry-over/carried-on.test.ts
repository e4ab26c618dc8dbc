import { expect, test } from "vitest";
import { type CenterId, type ClauseId, newId, type SourceVersionId } from "../../db/ids";
import { assignedNow, carriedOn } from "./carried-on";
import type { Carried, Successor } from "./shapes";

const [first, second, third] = [newId<SourceVersionId>(), newId<SourceVersionId>(), newId<SourceVersionId>()];
const [oldest, older, joined, now, other] = [1, 2, 3, 4, 5].map(() => newId<ClauseId>()) as [
  ClauseId,
  ClauseId,
  ClauseId,
  ClauseId,
  ClauseId,
];
const social = newId<CenterId>();
const elderly = newId<CenterId>();

function carried(successors: [ClauseId, SourceVersionId, Successor][]): Carried {
  return {
    versionId: third,
    lineage: new Set([first, second, third]),
    successorOf: new Map(successors.map(([id, , successor]) => [id, successor])),
    versionOf: new Map(successors.map(([id, version]) => [id, version])),
  };
}
const to = (...ids: ClauseId[]): Successor => ({ state: "carried", to: ids, isChanged: false });
const changed = (...ids: ClauseId[]): Successor => ({ state: "carried", to: ids, isChanged: true });

test("[C14] a row stands where its clause is now, several times where that was split, nowhere where it is gone or waits", () => {
  const gone = newId<ClauseId>();
  const waits = newId<ClauseId>();
  const history = carried([
    [oldest, first, changed(now, other)],
    [older, second, to(now)],
    [joined, third, to(now)],
    [gone, first, { state: "dropped" }],
    [waits, second, { state: "undecided", at: third }],
  ]);
  const rows = [oldest, older, joined, now, gone, waits].map((clauseId) => ({ clauseId, said: clauseId }));
  expect(carriedOn(rows, history)).toEqual([
    { clauseId: now, said: oldest, step: 0, isChanged: true },
    { clauseId: other, said: oldest, step: 0, isChanged: true },
    { clauseId: now, said: older, step: 1, isChanged: false },
    { clauseId: now, said: joined, step: 2, isChanged: false },
    { clauseId: now, said: now, step: 3, isChanged: false },
  ]);
});

test("[C16] of several clauses that became one, the earliest deadline counts; given anew, the new one, in any order", () => {
  const history = carried([
    [oldest, first, changed(now)],
    [older, second, changed(now)],
    [joined, third, to(now)],
  ]);
  const given = (clauseId: ClauseId, deadline: string, centerId = social) => ({ clauseId, centerId, deadline });
  const merged = [given(oldest, "2026-03-12"), given(older, "2026-03-09"), given(joined, "2026-03-10")];
  expect(assignedNow(merged, history)).toEqual([given(now, "2026-03-09")]);
  const anew = [...merged, given(now, "2026-03-15"), given(older, "2026-03-01", elderly)];
  const wanted = [given(now, "2026-03-15"), given(now, "2026-03-01", elderly)];
  expect(assignedNow(anew, history)).toEqual(wanted);
  expect(new Set(assignedNow(anew.reverse(), history))).toEqual(new Set(wanted));
});
