import { isAboutGoals } from "../../app/document-model/goals";
import { danishDay } from "../clock";
import type { Viewer } from "../identity/viewer";
import { question } from "../once";
import { groundNow } from "./carried";
import { centersIn, daysFrom } from "./coverage";
import type { LinkDeps } from "./deps";
import { readFor } from "./ground";
import { handedOn } from "./handed-over";
import { type Cell, cellsOf, isOpen } from "./rules";
import type { Progress } from "./shapes";

const asked = question<Progress>();

/** Coverage as far as it is counted: without the words of clauses, and in no order. */
export function progress(deps: LinkDeps, viewer: Viewer, consultationId: string): Promise<Progress> {
  return asked(deps.db, viewer, consultationId, () => worked(deps, viewer, consultationId));
}

async function worked(deps: LinkDeps, viewer: Viewer, consultationId: string): Promise<Progress> {
  const { matter, ground: read, carried } = await readFor(deps, viewer, consultationId);
  const { id, kind, versionId } = matter.consultation;
  const ground = handedOn(read, carried);
  const today = danishDay(deps.clock.now());
  const cells = cellsOf(groundNow(ground, carried), today).filter(({ deadline }) => deadline !== null);
  const dueOn = daysFrom(today);
  return {
    kind,
    centers: await centersIn(deps.db, viewer, id, ground),
    cells: cells.map(({ centerId, state, isLate, cameLate, deadline: day }) => {
      const deadline = dueOn(day);
      return { centerId, state, isLate, cameLate, isAssigned: true, deadline, isOpen: isOpen(state) };
    }),
    unassignedGoals: isAboutGoals(kind) ? withoutCenter(await deps.agreements.clauses(viewer, versionId), cells) : 0,
  };
}

function withoutCenter(clauses: Awaited<ReturnType<LinkDeps["agreements"]["clauses"]>>, cells: readonly Cell[]) {
  const given = new Set(cells.map(({ clauseId }) => clauseId));
  return clauses.filter(({ id, kind }) => kind === "goal" && !given.has(id)).length;
}
