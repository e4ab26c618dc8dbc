import { expect, test } from "vitest";
import { type CenterId, type ConsultationId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import { ROLES, type Role, type Viewer } from "../identity/viewer";
import { asGuest, isBeyond } from "./guest";
import { isApprover, mayRead, maySignOff, rightsOf, type Standing } from "./rules";

const host = { id: newId<MunicipalityId>(), name: "Ishøj Kommune", isDemo: false };
const home = { id: newId<MunicipalityId>(), name: "Vallensbæk Kommune", isDemo: false };
const named = (name: string) => ({ id: newId<CenterId>(), name, shortName: name });
const [one, other, uninvited] = [named("En"), named("To"), named("Tre")];
const ours = newId<CenterId>();
const consultationId = newId<ConsultationId>();
const joint = { consultationId, host, centers: [one, other] };

function viewer(role: Role, center: typeof one | null = null): Viewer {
  const roles = [{ role, center }];
  return { id: newId<UserId>(), sessionId: "s", name: "N", email: "n@x.dk", title: "", municipality: home, roles };
}

const WAYS = [
  ["coordinator", null, "contributor@En contributor@To"],
  ["coordinator", uninvited, "contributor@En contributor@To"],
  ["contributor", one, "contributor@En"],
  ["contributor", uninvited, ""],
  ["contributor", null, ""],
  ["manager", one, "manager@En"],
  ["manager", uninvited, ""],
  ["manager", null, "manager@En manager@To"],
  ["case-officer", null, "reader"],
  ["reader", null, "reader"],
  ["auditor", null, ""],
  ["administrator", null, ""],
] as const;

test.each(WAYS)("[J11] %s of %o is %s in another's hearing", (role, center, wanted) => {
  const found = asGuest(viewer(role, center), joint);
  const said = found?.roles.map((held) => (held.center ? `${held.role}@${held.center.name}` : held.role));
  expect(said?.join(" ") ?? "").toBe(wanted);
  if (found)
    expect([found.municipality, found.guest]).toEqual([
      host,
      { municipality: { id: home.id, name: home.name }, consultationId },
    ]);
});

const STATES = ["not-started", "writing", "in-review", "approved", "filed"] as const;
const HOSTS_ALONE = ["assign", "start", "sendForApproval", "approve", "reopen", "file", "recordOutcome"] as const;

test.each(ROLES.flatMap((role) => STATES.map((status) => [role, status] as const)))(
  "[J11] [D3] a guest's %s does nothing that is the host's alone, text %s",
  (role, status) => {
    for (const center of [null, one, uninvited]) {
      const guest = asGuest(viewer(role, center), joint);
      if (!guest) continue;
      const standing: Standing = { status, participating: [one.id, ours], deciders: [guest.id] };
      const rights = rightsOf(guest, standing);
      // Nobody makes them a decider: the approvers are people of the host. [A5]
      const rest = HOSTS_ALONE.filter((right) => right !== "approve");
      expect(rest.filter((right) => rights[right])).toEqual([]);
      expect(mayRead(guest)).toBe(true);
      expect(maySignOff(guest, ours, standing)).toBe(false);
      expect(isApprover(guest.roles, [ours])).toBe(false);
    }
  },
);

test("[J11] somebody with several roles has each narrowed, and nobody is in without a center that takes part", () => {
  const both = { ...viewer("coordinator"), roles: [...viewer("coordinator").roles, ...viewer("manager", one).roles] };
  expect(asGuest(both, joint)?.roles.map(({ role }) => role)).toEqual(["contributor", "contributor", "manager"]);
  for (const role of ROLES) expect(asGuest(viewer(role), { ...joint, centers: [] })).toBeNull();
});

test("[J12] a guest's other hearings of the same host are beyond them; for who is at home nothing is", () => {
  const guest = asGuest(viewer("reader"), joint);
  expect([consultationId, newId<ConsultationId>()].map((id) => guest && isBeyond(guest, id))).toEqual([false, true]);
  expect(isBeyond(viewer("reader"), newId<ConsultationId>())).toBe(false);
});
