import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { membership, person } from "../../db/schema";
import { danishDay } from "../clock";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { isCoordinator } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import { plusDays } from "./plan/holidays";
import { workingDayUntil } from "./plan/working-days";
import { sources } from "./queries";
import type { Consultations } from "./shapes";

/** Six weeks: two for the centers, two to write it together, two for those who approve. */
const ASSESSMENT_DAYS = 42;

/** What an assessment of this source may be called, for when, and under whom; a person says yes or otherwise. */
export async function assessmentProposal(
  deps: ConsultationDeps,
  viewer: Viewer,
  versionId: string,
): ReturnType<Consultations["assessmentProposal"]> {
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const coordinators = await coordinatorsOf(deps.db, viewer);
  const chosen = (await sources(deps, viewer)).find((one) => one.versionId === versionId);
  const deadline = workingDayUntil(plusDays(danishDay(deps.clock.now()), ASSESSMENT_DAYS));
  return {
    source: chosen ? { title: chosen.title, publisher: chosen.publisher, goals: chosen.goals } : null,
    deadline,
    coordinatorId: viewer.id,
    coordinators,
  };
}

export function coordinatorsOf(db: Queryable, viewer: Viewer) {
  return db
    .selectDistinct({ id: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.userId))
    .where(and(eq(person.municipalityId, viewer.municipality.id), eq(membership.role, "coordinator")))
    .orderBy(asc(person.name));
}
