import type { MunicipalityId } from "../../../db/ids";
import type { Standing } from "../../standing/rules";
import type { InvitationState } from "./shapes";

type Marks = { answer: "accepted" | "declined" | null; withdrawnAt: Date | null };

export function stateOf({ answer, withdrawnAt }: Marks): InvitationState {
  if (withdrawnAt) return "withdrawn";
  return answer ?? "waiting";
}

/** Who takes part changes until the text is sent: from then on it is part of what is approved. [J15] */
export function isStillOpen({ status }: Pick<Standing, "status">): boolean {
  return status === "not-started" || status === "writing";
}

export type Asked = {
  hostId: MunicipalityId;
  /** Null: there is no such municipality. `answerers`: how many of its people could answer. */
  municipality: { id: MunicipalityId; answerers: number } | null;
  before: Marks | null;
};

/** Code of why that municipality is not invited, or null. Who has declined, or was withdrawn, may be asked again. [J10] */
export function inviteProblem({ hostId, municipality, before }: Asked): string | null {
  if (!municipality) return "no-such-municipality";
  if (municipality.id === hostId) return "own-municipality";
  const state = before && stateOf(before);
  if (state === "waiting" || state === "accepted") return "already-invited";
  return municipality.answerers === 0 ? "nobody-to-answer" : null;
}

type Center = { id: string; isClosed: boolean; takesPart: boolean; hasTasks: boolean };

/** Code of why these centers cannot be those that take part, or null. They are the guest's own. [J13] */
export function centersProblem(wanted: readonly string[], own: readonly Center[]): string | null {
  const isWanted = ({ id }: Center) => wanted.includes(id);
  // One that closes meanwhile goes on with what it had.
  if (own.some((one) => isWanted(one) && one.isClosed && !one.takesPart)) return "center-is-closed";
  return own.some((one) => !isWanted(one) && one.hasTasks) ? "center-has-tasks" : null;
}
