import { board, ofGoal } from "./board";
import type { InitiativeDeps } from "./deps";
import { addIndicator, changeIndicator, count, say, takeBack, uncount } from "./figures";
import { handOver } from "./hand-over";
import type { Initiatives } from "./shapes";
import { add, change, end } from "./tend";

export { nameOfGoal } from "./goals";
export { initiativesIn } from "./queries";
export { type Head, initiativesSaid, keepHeadings, withInitiatives } from "./said";
export { withNewFigures } from "./since";

/** What is done towards the goals of a paper, and its figures, follow-up by follow-up. */
export function createInitiatives(deps: InitiativeDeps): Initiatives {
  return {
    board: (viewer, consultationId) => board(deps, viewer, consultationId),
    ofGoal: (viewer, clauseIds) => ofGoal(deps, viewer, clauseIds),
    add: (viewer, consultationId, form) => add(deps, viewer, consultationId, form),
    change: (viewer, consultationId, id, form) => change(deps, viewer, consultationId, id, form),
    end: (viewer, consultationId, id, isEnded) => end(deps, viewer, consultationId, id, isEnded),
    addIndicator: (viewer, consultationId, id, form) => addIndicator(deps, viewer, consultationId, id, form),
    changeIndicator: (viewer, consultationId, id, form) => changeIndicator(deps, viewer, consultationId, id, form),
    say: (viewer, consultationId, id, form) => say(deps, viewer, consultationId, id, form),
    count: (viewer, id, form) => count(deps, viewer, id, form),
    uncount: (viewer, id, form) => uncount(deps, viewer, id, form),
    handOver: (tx, which) => handOver(deps, tx, which),
    takeBack: (viewer, consultationId, id, form) => takeBack(deps, viewer, consultationId, id, form),
  };
}
