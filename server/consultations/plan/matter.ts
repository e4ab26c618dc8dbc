import type { Queryable, Transaction } from "../../../db/client";
import { notFound, Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { lockedMatterOfConsultation, type Matter, matterOfConsultation } from "../../standing";
import { isCoordinator, mayPlan, mayRead } from "../../standing/rules";

export async function matterFor(db: Queryable, viewer: Viewer, consultationId: string): Promise<Matter> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  return matter;
}

/** Under the hearing's lock: of two who change its days at once, the second decides on what the first has left. [A6] */
export async function matterToPlan(tx: Transaction, viewer: Viewer, consultationId: string): Promise<Matter> {
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const matter = await lockedMatterOfConsultation(tx, viewer, consultationId);
  if (!mayPlan(viewer, matter.standing)) throw new Refusal("conflict", "filed-already");
  return matter;
}
