import { and, desc, eq, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { delegation, person } from "../../db/schema";
import { danishDay } from "../clock";
import { hasRole, type Viewer } from "../identity/viewer";
import type { ReviewDeps } from "./deps";
import { managersOf } from "./queries";
import type { Absence, AbsencePage } from "./shapes";

const from = alias(person, "from_person");
const to = alias(person, "to_person");
const giver = alias(person, "giver");

/** One's own absences, and those one stands in for; an administrator sees everybody's. [A12] */
export async function absences({ db, clock }: ReviewDeps, viewer: Viewer): Promise<AbsencePage> {
  const today = danishDay(clock.now());
  const isAdministrator = hasRole(viewer, "administrator");
  const own = or(eq(delegation.fromId, viewer.id), eq(delegation.toId, viewer.id));
  const rows = await db
    .select({ delegation, from: from.name, to: to.name, givenBy: giver.name })
    .from(delegation)
    .innerJoin(from, eq(from.id, delegation.fromId))
    .innerJoin(to, eq(to.id, delegation.toId))
    .innerJoin(giver, eq(giver.id, delegation.givenBy))
    .where(and(eq(delegation.municipalityId, viewer.municipality.id), isAdministrator ? undefined : own))
    .orderBy(desc(delegation.firstDay), desc(delegation.givenAt));
  const all = rows.map(({ delegation: row, ...names }): Absence & { isPast: boolean } => {
    const { id, fromId, firstDay, lastDay, endedAt } = row;
    const isPast = endedAt !== null || lastDay < today;
    const isNow = !isPast && firstDay <= today;
    const mayEnd = !isPast && (isAdministrator || fromId === viewer.id);
    return { id, ...names, firstDay, lastDay, endedAt, isNow, isPast, mayEnd };
  });
  const managers = (await managersOf(db, viewer)).map(({ id, name, title }) => ({ id, name, title }));
  const isManager = managers.some(({ id }) => id === viewer.id);
  return {
    today,
    current: all.filter(({ isPast }) => !isPast).reverse(),
    past: all.filter(({ isPast }) => isPast),
    managers: isManager || isAdministrator ? managers : [],
    viewerId: viewer.id,
    can: { delegate: isManager || isAdministrator, forOthers: isAdministrator },
  };
}
