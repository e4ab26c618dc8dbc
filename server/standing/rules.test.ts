import { expect, test } from "vitest";
import { type CenterId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import type { Role, Viewer } from "../identity/viewer";
import {
  accessTo,
  isApprover,
  linksAs,
  mayLinkAs,
  mayRead,
  maySetStatus,
  maySignOff,
  mayTend,
  type Rights,
  rightsOf,
  type Standing,
  statusOf,
  writesFor,
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
const REMARKS = ["read", "read comment suggest", "read comment", "read export", "read export"];

/** Role × state: all that the role may do there. */
const TABLE: [string, Viewer, string[]][] = [
  [
    "a coordinator",
    coordinator,
    [
      "read assign start",
      "read assign write comment suggest sendForApproval",
      "read comment reopen",
      "read reopen export recordOutcome",
      "read reopen export recordOutcome",
    ],
  ],
  [
    "a coordinator of one center",
    coordinatorOfCenter,
    [
      "read assign start",
      "read assign write comment suggest sendForApproval",
      "read comment reopen",
      "read reopen export recordOutcome",
      "read reopen export recordOutcome",
    ],
  ],
  [
    "a contributor of a participating center",
    participant,
    ["read", "read write comment suggest", "read comment", "read export", "read export"],
  ],
  ["a contributor of another center", outsider, REMARKS],
  [
    "the chosen approver",
    approver,
    ["read", "read comment suggest", "read comment approve", "read export", "read export"],
  ],
  ["another manager", otherManager, REMARKS],
  [
    "a case officer",
    caseOfficer,
    ["read", "read comment suggest", "read comment", "read file export recordOutcome", "read export recordOutcome"],
  ],
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

function standing(status: Standing["status"], ...deciders: UserId[]): Standing {
  return { status, participating: [social, elderly], deciders };
}

function said(rights: Rights): string[] {
  return Object.entries(rights)
    .filter(([, may]) => may)
    .map(([name]) => name)
    .sort();
}

test.each(cases)("[D3] $who, text $status: may $wanted", ({ one, status, wanted }) => {
  const rights = rightsOf(one, standing(status, ...(status === "in-review" ? [approver.id] : [])));
  expect(said(rights)).toEqual(wanted.split(" ").filter(Boolean).sort());
});

test("[A5] a manager of a center that takes no part, and one who is no manager any more, approve nothing", () => {
  const away = viewer(["manager", elsewhere]);
  expect(rightsOf(away, standing("in-review", away.id)).approve).toBe(false);
  expect(rightsOf(reader, standing("in-review", reader.id)).approve).toBe(false);
  expect(isApprover([{ role: "manager", center: null }], [])).toBe(true);
});

test("[D3] a manager signs off for their own center, one of the whole municipality for any that takes part, while it is written", () => {
  const everywhere = viewer(["manager"]);
  const may = (who: Viewer, center: CenterId, status: Standing["status"] = "writing") =>
    maySignOff(who, center, standing(status));
  expect([may(approver, social), may(approver, elderly), may(everywhere, elderly), may(everywhere, elsewhere)]).toEqual(
    [true, false, true, false],
  );
  expect([may(coordinator, social), may(participant, social), may(approver, social, "in-review")]).toEqual([
    false,
    false,
    false,
  ]);
});

/** Role × state: for which center one says how far it is with a goal. */
const MAY_SET: [string, Viewer, string][] = [
  ["a coordinator", coordinator, "social elderly"],
  ["a coordinator of one center", coordinatorOfCenter, "social elderly"],
  ["a contributor of a participating center", participant, "social"],
  ["a contributor of another center", outsider, ""],
  ["a manager of a participating center", approver, ""],
  ["a case officer", caseOfficer, ""],
  ["a reader", reader, ""],
  ["an auditor", auditor, ""],
  ["an administrator", administrator, ""],
  ["somebody without a role", nobody, ""],
];

test.each(MAY_SET.flatMap(([who, one, centers]) => STATES.map((status) => ({ who, one, status, centers }))))(
  "[M2] [D3] $who, text $status: says how far $centers is",
  ({ one, status, centers }) => {
    const named = { social, elderly, elsewhere };
    const may = Object.entries(named).flatMap(([name, id]) => (maySetStatus(one, id, standing(status)) ? [name] : []));
    const isOpen = status === "not-started" || status === "writing";
    expect(may.join(" ")).toBe(isOpen ? centers : "");
  },
);

test("[M11] [D3] initiatives are tended by who writes for their center, by a coordinator for any, until the text is sent", () => {
  const named = { social, elderly, elsewhere };
  const tends = (one: Viewer, status: Standing["status"]) =>
    Object.entries(named).flatMap(([name, id]) => (mayTend(one, id, standing(status)) ? [name] : []));
  for (const status of ["not-started", "writing"] as const) {
    expect(tends(coordinator, status)).toEqual(["social", "elderly", "elsewhere"]);
    expect(tends(participant, status)).toEqual(["social"]);
    for (const one of [outsider, reader, caseOfficer, approver, auditor, administrator, nobody])
      expect(tends(one, status)).toEqual([]);
  }
  for (const status of ["in-review", "approved", "filed"] as const) expect(tends(coordinator, status)).toEqual([]);
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
  expect(linksAs(both, { participating: [social, elderly] })).toEqual([elderly, social]);
  expect(
    linksAs(viewer(["contributor", social], ["contributor", elsewhere]), { participating: [social, elderly] }),
  ).toEqual([social]);
  expect(linksAs(reader, { participating: [social] })).toEqual([]);
});

test("[H55] people of a closed center go on where its tasks were handed over, and nowhere else", () => {
  const { deciders } = standing("writing");
  const handed = {
    status: "writing",
    participating: [elderly],
    handedOver: [{ from: social, to: elderly }],
    deciders,
  } as const;
  const lead = viewer(["manager", social]);
  expect(rightsOf(participant, handed).write).toBe(true);
  expect(writesFor(participant, handed)).toEqual([elderly]);
  expect(linksAs(participant, handed)).toEqual([social]);
  expect(rightsOf(lead, { ...handed, status: "in-review", deciders: [lead.id] }).approve).toBe(true);
  expect(maySignOff(lead, elderly, handed)).toBe(false);
  expect(rightsOf(participant, { ...handed, handedOver: [] }).write).toBe(false);
  expect(writesFor(participant, { participating: [elsewhere], handedOver: [{ from: social, to: elderly }] })).toEqual(
    [],
  );
});

test("[L7] contributors link for their own centers, a coordinator for any, and nobody else for one", () => {
  expect([social, elderly].map((id) => mayLinkAs(participant, id))).toEqual([true, false]);
  expect([social, elderly].map((id) => mayLinkAs(coordinator, id))).toEqual([true, true]);
  for (const one of [approver, caseOfficer, reader, nobody]) expect(mayLinkAs(one, social)).toBe(false);
});
