import { expect, test } from "vitest";
import { type CenterId, type MunicipalityId, newId, type SignOffId, type UserId } from "../../db/ids";
import { ROLES, type Role, type Viewer } from "../identity/viewer";
import type { Standing } from "../standing/rules";
import { answerTo, type Newest, signingProblem, type Wanted } from "./rules";
import type { SignOffState } from "./shapes";

const [social, elderly, elsewhere] = [newId<CenterId>(), newId<CenterId>(), newId<CenterId>()];

function viewer(role: Role, id?: CenterId): Viewer {
  const center = id ? { id, name: "Center", shortName: "C" } : null;
  const municipality = { id: newId<MunicipalityId>(), name: "Prøve Kommune", isDemo: false };
  return {
    id: newId<UserId>(),
    sessionId: "s",
    name: "N",
    email: "n@x.dk",
    title: "",
    municipality,
    roles: [{ role, center }],
  };
}

const STATES = ["not-started", "writing", "in-review", "approved", "filed"] as const;
const standing = (status: Standing["status"]): Standing => ({ status, participating: [social, elderly], deciders: [] });

/** Role × where it is held × state of the text: the written answer. */
const cases = ROLES.flatMap((role) =>
  ([undefined, social, elderly, elsewhere] as const).flatMap((held) =>
    STATES.map((status) => ({ role, held, status })),
  ),
);

test.each(cases)("[A24] $role held in $held, text $status", ({ role, held, status }) => {
  const isTheirManager = role === "manager" && (held === undefined || held === social);
  const expected = !isTheirManager ? "not-your-part" : status === "writing" ? null : "part-not-open";
  expect(signingProblem(viewer(role, held), social, standing(status))).toBe(expected);
  expect(signingProblem(viewer(role, held), elsewhere, standing(status))).toBe("not-found");
});

const me = newId<UserId>();
const other = newId<UserId>();
const id = newId<SignOffId>();
const NOW = "now";

type Row = [what: string, Wanted, Newest, SignOffState, isEmpty: boolean, answer: ReturnType<typeof answerTo>];
const sign = (sha256: string, after: string): Wanted => ({ decision: "signed", sha256, after });
const back = (reason: string, after: string): Wanted => ({ decision: "returned", reason, after });
const signed = (by: UserId): Newest => ({ id, decision: "signed", by, reason: null });
const returned = (by: UserId): Newest => ({ id, decision: "returned", by, reason: "Tallet" });

const TABLE: Row[] = [
  ["the first sign-off", sign(NOW, ""), null, "none", false, "decide"],
  ["one of nothing", sign(NOW, ""), null, "none", true, "empty-part"],
  ["one of another text", sign("old", ""), null, "none", false, "text-changed-since-you-read-it"],
  ["a double click", sign(NOW, ""), signed(me), "signed", false, "again"],
  ["another manager at once", sign(NOW, ""), signed(other), "signed", false, "again"],
  ["one after a lapse", sign(NOW, id), signed(me), "lapsed", false, "decide"],
  ["one after all of it was taken away", sign(NOW, id), signed(me), "lapsed", true, "decide"],
  ["a page from before the lapse", sign("old", id), signed(me), "lapsed", false, "text-changed-since-you-read-it"],
  [
    "the back button after it was sent back",
    sign(NOW, ""),
    returned(me),
    "returned",
    false,
    "decided-since-you-read-it",
  ],
  ["one after it was sent back", sign(NOW, id), returned(me), "returned", false, "decide"],
  ["the first return", back("Tallet", ""), null, "none", false, "decide"],
  ["a withdrawal", back("Tallet", id), signed(me), "signed", false, "decide"],
  [
    "a return from a page before the sign-off",
    back("Tallet", ""),
    signed(other),
    "signed",
    false,
    "decided-since-you-read-it",
  ],
  ["a return twice", back("Tallet", ""), returned(me), "returned", false, "again"],
  ["another reason", back("Andet", id), returned(me), "returned", false, "decide"],
  [
    "the same reason of another manager",
    back("Tallet", ""),
    returned(other),
    "returned",
    false,
    "decided-since-you-read-it",
  ],
];

test.each(TABLE)("[A25] %s", (_, wanted, newest, state, isEmpty, answer) => {
  expect(answerTo(wanted, me, newest, { state, sha256: NOW, isEmpty })).toBe(answer);
});
