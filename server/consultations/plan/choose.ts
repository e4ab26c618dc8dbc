import { actorOf } from "../../audit";
import { danishDay } from "../../clock";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { ConsultationDeps } from "../deps";
import { ChooseForm } from "./forms";
import { matterToPlan } from "./matter";
import { proposedFor, writePlan } from "./steps";

/** Sets the plan anew from a template, backwards from the external deadline. What is done stays. [H10] [H12] */
export async function choose(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { template } = parse(ChooseForm, form);
  await deps.db.transaction(async (tx) => {
    const { consultation } = await matterToPlan(tx, viewer, consultationId);
    const proposal = await proposedFor(tx, consultation, template, danishDay(deps.clock.now()));
    if (!proposal.fits) throw new Refusal("invalid", "form", { template: "too-few-working-days" });
    await writePlan(tx, consultation.id, template, proposal.steps);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "plan-chosen",
      objectKind: "consultation",
      objectId: consultation.id,
      data: { template },
    });
  });
}
