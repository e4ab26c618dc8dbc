import { expect, test } from "vitest";
import type { CenterId, ClauseId, ConsultationId, DocumentId, SourceVersionId } from "../../db/ids";
import type { Successor } from "./shapes";
import { type Hearing, inUse, placed, type Usage } from "./usage";

const id = <Id extends string>(text: string) => text as Id;
const version = (number: number, follows?: number) => ({
  id: id<SourceVersionId>(`v${number}`),
  number,
  followsId: follows === undefined ? null : id<SourceVersionId>(`v${follows}`),
});
const hearing = (name: string, on: number, staysBefore?: number): Hearing => ({
  id: id<ConsultationId>(name),
  userKey: name,
  title: name,
  versionId: id<SourceVersionId>(`v${on}`),
  staysBeforeId: staysBefore === undefined ? null : id<SourceVersionId>(`v${staysBefore}`),
});

/** 1 ← 2 ← 3, and 4 that was accepted before 3 was. */
const VERSIONS = [version(1), version(2, 1), version(3, 2), version(4, 1)];

test("[C20] a hearing follows, stays, or waits for somebody to say; one of another line is not here", () => {
  const hearings = [
    hearing("on the first", 1),
    hearing("stays before this", 1, 2),
    hearing("stays before the next", 1, 3),
    hearing("on this", 2),
    hearing("on a later one", 3),
    hearing("on another line", 4),
  ];
  expect(placed(hearings, version(2, 1), VERSIONS).map(({ title, place }) => [title, place])).toEqual([
    ["on the first", "waits"],
    ["stays before this", "stays"],
    ["stays before the next", "stays"],
    ["on this", "follows"],
    ["on a later one", "follows"],
  ]);
  const third = placed(
    [hearing("stays before the second", 1, 2), hearing("on the second", 2)],
    version(3, 2),
    VERSIONS,
  );
  expect(third.map(({ place }) => place)).toEqual(["waits", "waits"]);
});

const clauseId = (name: string) => id<ClauseId>(name);
const said = (clause: string, consultation = "waits") => ({
  consultationId: id<ConsultationId>(consultation),
  clauseId: clauseId(clause),
});
const remark = (clause: string, blockId: string, consultation?: string) => ({
  ...said(clause, consultation),
  documentId: id<DocumentId>("d"),
  blockId,
});
const of = (clause: string, center: string, consultation?: string) => ({
  ...said(clause, consultation),
  centerId: id<CenterId>(center),
});
const hearings = (["waits", "stays", "follows"] as const).map((place) => {
  const consultationId = id<ConsultationId>(place);
  return { id: consultationId, userKey: place, title: place, place };
});

function used(usage: Partial<Usage>, successors: [string, Successor][] = []) {
  const successorOf = new Map(successors.map(([from, successor]) => [clauseId(from), successor]));
  return inUse({ remarks: [], answers: [], assignments: [], ...usage }, hearings, { successorOf });
}

test("[C20] a paragraph is one remark on a clause, an answer one of a center's", () => {
  const found = used({
    remarks: [remark("a", "p1"), remark("a", "p1"), remark("a", "p2"), remark("b", "p1")],
    answers: [of("a", "social"), of("a", "elderly")],
    assignments: [of("a", "social")],
  });
  expect(found.get(clauseId("a"))).toEqual({
    remarks: 2,
    answers: 2,
    assignments: 1,
    remarkedOn: new Set(["a"]),
    isFollowed: true,
  });
  expect(found.get(clauseId("b"))).toMatchObject({ remarks: 1, answers: 0 });
});

test("[C20] what was said of an older version's clause counts for all that it has become, and once where it met itself", () => {
  const usage = { remarks: [remark("older", "p1"), remark("a", "p1"), remark("gone", "p2"), remark("waits", "p3")] };
  const found = used(usage, [
    ["older", { state: "carried", to: [clauseId("a"), clauseId("b")], isChanged: true }],
    ["gone", { state: "dropped" }],
    ["waits", { state: "undecided", at: id<SourceVersionId>("v1") }],
  ]);
  expect([...found].map(([clause, { remarks, remarkedOn }]) => [clause, remarks, [...remarkedOn]])).toEqual([
    ["a", 1, ["older", "a"]],
    ["b", 1, ["older"]],
  ]);
});

test("[C20] a hearing that stays where it is keeps nothing from being sent, but what it says is told", () => {
  const found = used({
    answers: [of("a", "social", "stays"), of("b", "social", "follows"), of("c", "social", "filed")],
  });
  expect(found.get(clauseId("a"))).toMatchObject({ answers: 1, isFollowed: false });
  expect(found.get(clauseId("b"))).toMatchObject({ answers: 1, isFollowed: true });
  expect(found.has(clauseId("c"))).toBe(false);
});
