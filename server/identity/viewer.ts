import type { CenterId, ConsultationId, MunicipalityId, UserId } from "../../db/ids";

export const ROLES = [
  "contributor",
  "coordinator",
  "manager",
  "case-officer",
  "reader",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking. Made once a request from the session row; every command and query takes it first. */
export type Viewer = {
  id: UserId;
  sessionId: string;
  name: string;
  email: string;
  title: string;
  municipality: { id: MunicipalityId; name: string; isDemo: boolean };
  /** `center` null: the role holds in the whole municipality. */
  roles: readonly { role: Role; center: { id: CenterId; name: string; shortName: string } | null }[];
  /**
   * Of another municipality, and here in this one hearing alone: `municipality` is the host's and `roles` what they are in
   * it (`asGuest` of standing/). Where it says nothing, the viewer is at home. [J11]
   */
  guest?: { municipality: { id: MunicipalityId; name: string }; consultationId: ConsultationId };
};

export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.roles.some((held) => held.role === role);
}

/** The centers the viewer contributes for. A coordinator may hold none. */
export function centersOf(viewer: Viewer): CenterId[] {
  const ids = viewer.roles.flatMap((held) => (held.center && held.role === "contributor" ? [held.center.id] : []));
  return [...new Set(ids)];
}
