import type { OutcomeDeps } from "./deps";
import { addOverview, addRow } from "./overview/add";
import { overviewPage } from "./overview/page";
import { removeOverview, settle, takeBack } from "./overview/settle";
import { page } from "./page";
import { record } from "./record";
import type { Outcomes } from "./shapes";

/** What the sender made of each remark of an approved text. */
export function createOutcomes(deps: OutcomeDeps): Outcomes {
  return {
    page: (viewer, responseId) => page(deps, viewer, responseId),
    record: (viewer, responseId, form) => record(deps, viewer, responseId, form),
    overview: (viewer, responseId, rowId) => overviewPage(deps, viewer, responseId, rowId),
    addOverview: (viewer, responseId, form) => addOverview(deps, viewer, responseId, form),
    addRow: (viewer, responseId, form) => addRow(deps, viewer, responseId, form),
    settle: (viewer, responseId, form) => settle(deps, viewer, responseId, form),
    takeBack: (viewer, responseId, form) => takeBack(deps, viewer, responseId, form),
    removeOverview: (viewer, responseId, form) => removeOverview(deps, viewer, responseId, form),
  };
}
