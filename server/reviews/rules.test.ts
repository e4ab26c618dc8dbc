import { expect, test } from "vitest";
import type { BlockKind, ResponseDocument } from "../../app/document-model/document";
import { type CenterId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { approverProblem, decisionOn, isEmptyText } from "./rules";

const social = newId<CenterId>();
const elsewhere = newId<CenterId>();
const leader = newId<UserId>();
const sender = newId<UserId>();
const writer = newId<UserId>();
const managerOf = (id: CenterId | null) => ({ role: "manager" as const, center: id ? { id } : null });

test.each([
  ["a manager of a participating center", { roles: [managerOf(social)] }, {}, null],
  ["a director", { roles: [managerOf(null)] }, {}, null],
  ["a manager of a center that takes no part", { roles: [managerOf(elsewhere)] }, {}, "not-an-approver"],
  ["somebody who manages nothing", { roles: [{ role: "coordinator" as const, center: null }] }, {}, "not-an-approver"],
  ["a manager who has left", { roles: [managerOf(null)], isActive: false }, {}, "not-an-approver"],
  ["the sender", { roles: [managerOf(null)] }, { senderId: leader }, "approver-is-sender"],
  ["the only author", { roles: [managerOf(null)] }, { authors: [leader] }, "approver-is-author"],
  ["one author of several", { roles: [managerOf(null)] }, { authors: [leader, writer] }, null],
])("[A5] as approver: %s", (_, person, ground, problem) => {
  const candidate = { id: leader, isActive: true, ...person };
  const around = { senderId: sender, authors: [writer], participating: [social], ...ground };
  expect(approverProblem(candidate, around)).toBe(problem);
});

test("[A5] somebody nobody knows is no approver", () => {
  expect(approverProblem(undefined, { senderId: sender, authors: [], participating: [] })).toBe("not-an-approver");
});

function text(...blocks: [BlockKind, string][]): ResponseDocument {
  const made = blocks.map(([kind, words], index) => ({
    type: "block" as const,
    id: `block${index}`,
    kind,
    level: 0,
    content: words ? [{ text: words }] : [],
  }));
  return { schemaVersion: 1, blocks: made, links: {} };
}

test.each([
  ["headings alone", text(["heading", "Generelle bemærkninger"], ["paragraph", "  "]), [writer], true],
  ["what only the seed wrote", text(["paragraph", "På vegne af Prøve Kommune"]), [], true],
  ["a sentence somebody wrote", text(["paragraph", "Vi støtter forslaget."]), [writer], false],
])("[A4] nothing to approve in %s", (_, document, authors, is) => {
  expect(isEmptyText(document, authors)).toBe(is);
});

const viewer: Viewer = {
  id: leader,
  sessionId: "s",
  name: "Leder",
  email: "l@x.dk",
  title: "",
  municipality: { id: newId<MunicipalityId>(), name: "Prøve Kommune", isDemo: false },
  roles: [{ role: "manager", center: { id: social, name: "Social", shortName: "S" } }],
};
const round = { decision: null, reopenedAt: null, decidedBy: null, approverId: leader, isNewest: true };
const approved = { ...round, decision: "approved" as const, decidedBy: leader };
const at = new Date("2026-03-02T09:00:00Z");

test.each([
  ["a waiting round", round, "approved", "decide"],
  ["a waiting round", round, "returned", "decide"],
  ["the round one has already approved", approved, "approved", "again"],
  ["the round one has already approved", approved, "returned", "already-decided"],
  ["a round that was reopened while it waited", { ...round, reopenedAt: at }, "approved", "already-decided"],
  ["an approved round that was reopened", { ...approved, reopenedAt: at }, "approved", "already-decided"],
  ["an older round", { ...approved, isNewest: false }, "approved", "already-decided"],
  ["another person's round", { ...round, approverId: sender }, "approved", "not-your-review"],
] as const)("[A6] %s, wanted %s", (_, one, wanted, decision) => {
  expect(decisionOn({ ...one }, viewer, wanted, [social])).toBe(decision);
});

test("[A5] the approver of a center that takes no part any more decides nothing", () => {
  expect(decisionOn(round, viewer, "approved", [elsewhere])).toBe("not-your-review");
});
