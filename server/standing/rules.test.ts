import { expect, test } from "vitest";
import { type CenterId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import type { Role, Viewer } from "../identity/viewer";
import {
  accessTo,
  isApprover,
  linksAs,
  mayLinkAs,
  mayRead,
  type Rights,
  rightsOf,
  type Standing,
  statusOf,
} from "./rules";

const social = newId<CenterId>();
const elderly = newId<CenterId>();
const elsewhere = newId<CenterId>();

function viewer(...roles: [Role, CenterId?][]): Viewer {
  const held = roles.map(([role, id]) => ({ role, center: id ? { id, name: "Center", shortName: "C" } : null }));
  const municipality = { id: newId<MunicipalityId>(), name: "Prøve Kommune", isDemo: false };
  return { id: newId<UserId>(), sessionId: "s", name: "N", email: "n@x.dk", title: "", municipality, roles: held };
}

const at = new Date("2026-03-02T09:00:00Z");
const waiting = { decision: null, reopenedAt: null };
const approved = { decision: "approved", reopenedAt: null } as const;

test.each([
  ["no round yet", null, null, "writing"],
  ["a round that waits", waiting, null, "in-review"],
  ["a round given back", { decision: "returned", reopenedAt: null } as const, null, "writing"],
  ["an approved round", approved, null, "approved"],
  ["an approved round whose filing is on its way", approved, { state: "sent" } as const, "approved"],
  ["an approved round whose filing failed", approved, { state: "failed" } as const, "approved"],
  ["an approved round that is filed", approved, { state: "filed" } as const, "filed"],
  ["an approved round, reopened", { ...approved, reopenedAt: at }, null, "writing"],
  ["a filed round, reopened", { ...approved, reopenedAt: at }, { state: "filed" } as const, "writing"],
  ["a waiting round, reopened", { ...waiting, reopenedAt: at }, null, "writing"],
] as const)("[A2] %s makes the text stand as it should", (_, round, filing, status) => {
  expect(statusOf(round, filing)).toBe(status);
});

const coordinator = viewer(["coordinator"]);
const coordinatorOfCenter = viewer(["coordinator", elsewhere]);
const participant = viewer(["contributor", social]);
const outsider = viewer(["contributor", elsewhere]);
const approver = viewer(["manager", social]);
const otherManager = viewer(["manager", social]);
const caseOfficer = viewer(["case-officer"]);
const reader = viewer(["reader"]);
const auditor = viewer(["auditor"]);
const administrator = viewer(["administrator"]);
const nobody = viewer();

const STATES = ["not-started", "writing", "in-review", "approved", "filed"] as const;
const NOTHING = ["", "", "", "", ""];
const READS = ["read", "read", "read", "read export", "read export"];

/** Role × state: all that the role may do there. */
const TABLE: [string, Viewer, string[]][] = [
  [
    "a coordinator",
    coordinator,
    [
      "read assign start",
      "read assign write sendForApproval",
      "read reopen",
      "read reopen export",
      "read reopen export",
    ],
  ],
  [
    "a coordinator of one center",
    coordinatorOfCenter,
    [
      "read assign start",
      "read assign write sendForApproval",
      "read reopen",
      "read reopen export",
      "read reopen export",
    ],
  ],
  [
    "a contributor of a participating center",
    participant,
    ["read", "read write", "read", "read export", "read export"],
  ],
  ["a contributor of another center", outsider, READS],
  ["the chosen approver", approver, ["read", "read", "read approve", "read export", "read export"]],
  ["another manager", otherManager, READS],
  ["a case officer", caseOfficer, ["read", "read", "read", "read file export", "read export"]],
  ["a reader", reader, READS],
  ["an auditor", auditor, NOTHING],
  ["an administrator", administrator, NOTHING],
  ["an auditor who is administrator too", viewer(["auditor"], ["administrator"]), NOTHING],
  ["an administrator who reads too", viewer(["administrator"], ["reader"]), READS],
  ["somebody without a role", nobody, NOTHING],
];

const cases = TABLE.flatMap(([who, one, rights]) =>
  STATES.map((status, index) => ({ who, one, status, wanted: rights[index] ?? "" })),
);

function standing(status: Standing["status"], approverId: UserId | null = null): Standing {
  return { status, participating: [social, elderly], approverId };
}

function said(rights: Rights): string[] {
  return Object.entries(rights)
    .filter(([, may]) => may)
    .map(([name]) => name)
    .sort();
}

test.each(cases)("[D3] $who, text $status: may $wanted", ({ one, status, wanted }) => {
  const rights = rightsOf(one, standing(status, status === "in-review" ? approver.id : null));
  expect(said(rights)).toEqual(wanted.split(" ").filter(Boolean).sort());
});

test("[A5] a manager of a center that takes no part, and one who is no manager any more, approve nothing", () => {
  const away = viewer(["manager", elsewhere]);
  expect(rightsOf(away, standing("in-review", away.id)).approve).toBe(false);
  expect(rightsOf(reader, standing("in-review", reader.id)).approve).toBe(false);
  expect(isApprover([{ role: "manager", center: null }], [])).toBe(true);
});

test("[D11] nobody writes in a document that is not active, whatever their role", () => {
  expect(accessTo(coordinator, standing("writing"), true)).toBe("write");
  expect(accessTo(coordinator, standing("writing"), false)).toBe("read");
  expect(accessTo(participant, standing("in-review"), true)).toBe("read");
  expect(accessTo(auditor, standing("writing"), true)).toBeNull();
});

test("[D10] keeping the house is not reading in it", () => {
  expect([auditor, administrator, nobody].map(mayRead)).toEqual([false, false, false]);
  expect([reader, caseOfficer, approver, outsider].every(mayRead)).toBe(true);
});

test("[D11] one links for one's own participating centers; a coordinator for all of them, their own first", () => {
  const both = viewer(["coordinator"], ["contributor", elderly]);
  expect(linksAs(both, [social, elderly])).toEqual([elderly, social]);
  expect(linksAs(viewer(["contributor", social], ["contributor", elsewhere]), [social, elderly])).toEqual([social]);
  expect(linksAs(reader, [social])).toEqual([]);
});

test("[L7] contributors link for their own centers, a coordinator for any, and nobody else for one", () => {
  expect([social, elderly].map((id) => mayLinkAs(participant, id))).toEqual([true, false]);
  expect([social, elderly].map((id) => mayLinkAs(coordinator, id))).toEqual([true, true]);
  for (const one of [approver, caseOfficer, reader, nobody]) expect(mayLinkAs(one, social)).toBe(false);
});
