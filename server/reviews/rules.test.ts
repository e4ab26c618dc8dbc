import { expect, test } from "vitest";
import { type BlockKind, type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import { type CenterId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { approverProblem, decisionOn, isEmptyText, lapses, type RoundUnderDecision } from "./rules";

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
  return { schemaVersion: SCHEMA_VERSION, blocks: made, links: {} };
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
const step = { position: 1, approverId: leader, substituteId: null, decision: null, decidedBy: null };
const round = { decision: null, reopenedAt: null, steps: [step], deciders: [leader], isNewest: true };
const signed = { ...step, decision: "approved" as const, decidedBy: leader };
const approved = { ...round, decision: "approved" as const, steps: [signed], deciders: [] };
const tacit = { ...step, decision: "tacit" as const };
const next = { ...step, position: 2, approverId: sender };
const at = new Date("2026-03-02T09:00:00Z");
const CASES: [string, RoundUnderDecision, "approved" | "returned", string][] = [
  ["a waiting round", round, "approved", "decide"],
  ["a waiting round", round, "returned", "decide"],
  ["the round one has already approved", approved, "approved", "again"],
  ["the round one has already approved", approved, "returned", "already-decided"],
  ["the step before, by oneself", { ...round, steps: [signed, next], deciders: [sender] }, "approved", "again"],
  [
    "the step before, by oneself",
    { ...round, steps: [signed, next], deciders: [sender] },
    "returned",
    "already-decided",
  ],
  [
    "one's own step, signed by the substitute",
    { ...approved, steps: [{ ...signed, substituteId: sender, decidedBy: sender }] },
    "approved",
    "already-decided",
  ],
  [
    "a step after another's",
    {
      ...round,
      steps: [
        { ...step, approverId: sender },
        { ...step, position: 2 },
      ],
      deciders: [sender],
    },
    "approved",
    "not-your-turn",
  ],
  ["one's own step, tacit", { ...round, steps: [tacit, next], deciders: [sender] }, "approved", "approved-tacitly"],
  ["a round that ended tacitly", { ...approved, steps: [tacit] }, "returned", "approved-tacitly"],
  ["a round that was reopened while it waited", { ...round, reopenedAt: at }, "approved", "already-decided"],
  ["an approved round that was reopened", { ...approved, reopenedAt: at }, "approved", "already-decided"],
  ["an older round", { ...approved, isNewest: false }, "approved", "already-decided"],
  [
    "another person's round",
    { ...round, steps: [{ ...step, approverId: sender }], deciders: [sender] },
    "approved",
    "not-your-review",
  ],
];

test.each(CASES)("[A6] [A10] %s, wanted %s", (_, one, wanted, decision) => {
  expect(decisionOn(one, viewer, wanted, [social])).toBe(decision);
});

test("[A5] the approver of a center that takes no part any more decides nothing", () => {
  expect(decisionOn(round, viewer, "approved", [elsewhere])).toBe("not-your-review");
});

const sentAt = new Date("2026-03-02T09:00:00Z");
const quiet = { decision: null, decidedAt: null, isTacit: true, dueDay: "2026-03-05" };
const before = { ...quiet, isTacit: false, dueDay: null, decision: "approved" as const };
const decided = (moment: string) => ({ ...before, decidedAt: new Date(moment) });
type Quiet = Parameters<typeof lapses>[1];
const LAPSES: [string, Quiet, string, boolean][] = [
  ["on its day", [quiet], "2026-03-05", false],
  ["the day after", [quiet], "2026-03-06", true],
  ["long after", [quiet], "2026-05-01", true],
  ["without the word for it", [{ ...quiet, isTacit: false }], "2026-03-06", false],
  ["without a day", [{ ...quiet, dueDay: null }], "2026-03-06", false],
  ["when it is decided", [{ ...quiet, decision: "approved" }], "2026-03-06", false],
  ["when it got its turn on its day", [decided("2026-03-05T22:59:00Z"), quiet], "2026-03-06", true],
  ["when it got its turn after it", [decided("2026-03-05T23:01:00Z"), quiet], "2026-03-09", false],
];

test.each(LAPSES)("[A11] whether a step approves tacitly %s", (_, steps, today, does) => {
  expect(lapses({ sentAt }, steps, today)).toBe(does);
});
