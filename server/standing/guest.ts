import type { CenterId, ConsultationId } from "../../db/ids";
import type { Role, Viewer } from "../identity/viewer";

/** An invitation that stands: whose hearing it is, and which of the guest's centers take part, named with the guest. */
export type Joint = {
  consultationId: ConsultationId;
  host: Viewer["municipality"];
  centers: readonly { id: CenterId; name: string; shortName: string }[];
};

type Held = Viewer["roles"][number];

/**
 * Somebody of a guest municipality as the hearing's host sees them: inside this one hearing, and with less than they are at
 * home. Null: they do not take part. Nobody is coordinator, case officer or approver of the whole in another's hearing. [J11]
 */
export function asGuest(viewer: Viewer, { consultationId, host, centers }: Joint): Viewer | null {
  const roles = once(viewer.roles.flatMap((held) => narrowed(held, centers)));
  if (roles.length === 0) return null;
  const { id, name } = viewer.municipality;
  return { ...viewer, municipality: host, roles, guest: { municipality: { id, name }, consultationId } };
}

function narrowed({ role, center }: Held, centers: Joint["centers"]): Held[] {
  const own = centers.filter(({ id }) => id === center?.id);
  if (role === "contributor") return as("contributor", own);
  if (role === "manager") return as("manager", center ? own : centers);
  if (role === "coordinator") return as("contributor", centers);
  const reads = role === "reader" || role === "case-officer";
  return reads && centers.length > 0 ? [{ role: "reader", center: null }] : [];
}

function as(role: Role, centers: Joint["centers"]): Held[] {
  return centers.map((center) => ({ role, center }));
}

function once(roles: readonly Held[]): Held[] {
  const key = ({ role, center }: Held) => `${role} ${center?.id ?? ""}`;
  return [...new Map(roles.map((held) => [key(held), held])).values()];
}

/** What a guest may not be shown is not there for them; for everybody else nothing changes. [J12] [D2] */
export function isBeyond({ guest }: Pick<Viewer, "guest">, consultationId: ConsultationId): boolean {
  return guest !== undefined && guest.consultationId !== consultationId;
}
