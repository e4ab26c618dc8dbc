import { and, asc, countDistinct, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../db/client";
import { type CenterId, isId } from "../../../db/ids";
import { center, membership, person } from "../../../db/schema";
import { danishDay } from "../../clock";
import { notFound, Refusal } from "../../errors";
import type { IdentityDeps } from "../deps";
import { hasRole, type Viewer } from "../viewer";
import { stateOf } from "./rules";

type CenterOnPage = {
  id: CenterId;
  name: string;
  shortName: string;
  kind: "center" | "council";
  /** Active people with a role in it. */
  members: number;
  state: "open" | "closing" | "closed";
  /** The Danish day from which it is closed. */
  closedOn: string | null;
  successor: { id: CenterId; name: string } | null;
};

export function onlyAdministrators(viewer: Viewer): void {
  if (!hasRole(viewer, "administrator")) throw new Refusal("forbidden", "administrators-only");
}

/** The municipality's centers and councils, the open ones first, with how many people each has. */
export async function centersPage({ db, clock }: IdentityDeps, viewer: Viewer): Promise<CenterOnPage[]> {
  onlyAdministrators(viewer);
  const today = danishDay(clock.now());
  const next = alias(center, "next");
  const { id, name, shortName, kind, closedOn } = center;
  const rows = await db
    .select({
      row: { id, name, shortName, kind, closedOn },
      successor: { id: next.id, name: next.name },
      members: countDistinct(person.id),
    })
    .from(center)
    .leftJoin(next, eq(next.id, center.successorId))
    .leftJoin(membership, eq(membership.centerId, id))
    .leftJoin(person, and(eq(person.id, membership.userId), eq(person.isActive, true)))
    .where(eq(center.municipalityId, viewer.municipality.id))
    .groupBy(id, next.id)
    .orderBy(asc(kind), asc(name), asc(id));
  const found = rows.map(({ row, ...beside }) => ({ ...row, ...beside, state: stateOf(row, today) }));
  return [...found.filter(({ state }) => state !== "closed"), ...found.filter(({ state }) => state === "closed")];
}

/**
 * The municipality's centers, their rows locked in one order: who closes, names or opens one waits for whoever does just now,
 * and whoever gives a center something [H50] comes before or after. Not "update": rows that name a center share its key.
 */
export function lockedCenters(tx: Transaction, viewer: Viewer) {
  return tx
    .select()
    .from(center)
    .where(eq(center.municipalityId, viewer.municipality.id))
    .orderBy(asc(center.id))
    .for("no key update");
}

/** One of them; of another municipality, or none, it is not there. [D2] */
export function among<Row extends { id: CenterId }>(rows: readonly Row[], centerId: string): Row {
  const found = isId<CenterId>(centerId) ? rows.find(({ id }) => id === centerId) : undefined;
  if (!found) throw notFound();
  return found;
}
