import { board, boardIn } from "./board";
import type { GoalDeps } from "./deps";
import { changeForm, form } from "./form";
import { history } from "./history";
import { say } from "./say";
import type { Goals } from "./shapes";

export { goalsSaid, withGoals } from "./said";

/** How far each center is with each goal of a goal paper, assessment by assessment. */
export function createGoals(deps: GoalDeps): Goals {
  return {
    say: (viewer, consultationId, given) => say(deps, viewer, consultationId, given),
    form: (viewer, consultationId) => form(deps, viewer, consultationId),
    changeForm: (viewer, consultationId, given) => changeForm(deps, viewer, consultationId, given),
    history: (viewer, clauseIds) => history(deps, viewer, clauseIds),
    board: (viewer, versionId) => board(deps, viewer, versionId),
    boardIn: (viewer, consultationId) => boardIn(deps, viewer, consultationId),
  };
}
