import { danishDay } from "../../clock";
import type { Viewer } from "../../identity/viewer";
import type { ConsultationDeps } from "../deps";
import { partStates } from "../part-queries";
import { matterFor } from "../plan/matter";
import { activity } from "./activity";
import type { FrontPage } from "./shapes";
import { timeline } from "./timeline";

/** What stands on a hearing's front page beside its head: where it is in time, each center's part, what was done of late. */
export async function front(deps: ConsultationDeps, viewer: Viewer, consultationId: string): Promise<FrontPage> {
  const { db, clock } = deps;
  const matter = await matterFor(db, viewer, consultationId);
  const today = danishDay(clock.now());
  const { response, standing } = matter;
  const [told, parts, done] = await Promise.all([
    timeline(deps, viewer, matter, today),
    response ? partStates(db, matter.consultation.id, response.id, standing.participating) : [],
    activity(deps, viewer, matter),
  ]);
  return { today, timeline: told, parts, activity: done };
}
