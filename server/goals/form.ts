import { eq } from "drizzle-orm";
import { z } from "zod";
import { isAboutGoals } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import type { ConsultationId } from "../../db/ids";
import { assessmentForm } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfConsultation, matterOfConsultation } from "../standing";
import { isCoordinator, mayRead, rightsOf } from "../standing/rules";
import type { GoalDeps } from "./deps";
import type { Goals } from "./shapes";

/** Every status stands with its goal, until a coordinator says otherwise. */
export async function showsStatus(db: Queryable, id: ConsultationId): Promise<boolean> {
  const [row] = await db.select().from(assessmentForm).where(eq(assessmentForm.consultationId, id));
  return row?.showsStatus ?? true;
}

export async function form({ db }: GoalDeps, viewer: Viewer, consultationId: string): ReturnType<Goals["form"]> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id, kind } = matter.consultation;
  const mayChange = isAboutGoals(kind) && rightsOf(viewer, matter.standing).assign;
  return { showsStatus: await showsStatus(db, id), mayChange };
}

const ChangeForm = z.object({ showsStatus: z.enum(["yes", ""], "not-a-choice").default("") });

/** Whether the files say how far each center is. Fixed with the text once it is sent. [M5] */
export async function changeForm(deps: GoalDeps, viewer: Viewer, consultationId: string, given: unknown) {
  const { db, clock, audit } = deps;
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const isShown = parse(ChangeForm, given).showsStatus === "yes";
  await db.transaction(async (tx) => {
    const matter = await lockedMatterOfConsultation(tx, viewer, consultationId);
    if (!rightsOf(viewer, matter.standing).assign) throw new Refusal("conflict", "approved");
    const { id } = matter.consultation;
    if ((await showsStatus(tx, id)) === isShown) return;
    const row = { showsStatus: isShown, changedBy: viewer.id, changedAt: clock.now() };
    const key = { target: assessmentForm.consultationId, set: row };
    await tx
      .insert(assessmentForm)
      .values({ consultationId: id, ...row })
      .onConflictDoUpdate(key);
    await audit.record(tx, actorOf(viewer), {
      event: "assessment-form-changed",
      objectKind: "consultation",
      objectId: id,
      data: { showsStatus: isShown },
    });
  });
}
