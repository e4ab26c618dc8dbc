import type { Viewer } from "../../identity/viewer";
import type { ConsultationDeps } from "../deps";
import { change } from "./change";
import { choose } from "./choose";
import { confirm } from "./confirm";
import { extend } from "./extend";
import { internalDay, page } from "./page";
import type { Plans } from "./shapes";
import { tick } from "./tick";

/** A hearing's plan: proposed when it is opened, confirmed or changed by its coordinator. */
export function createPlans(deps: ConsultationDeps): Plans {
  return {
    page: (viewer: Viewer, consultationId) => page(deps, viewer, consultationId),
    internalDay: (viewer, consultationId) => internalDay(deps, viewer, consultationId),
    choose: (viewer, consultationId, form) => choose(deps, viewer, consultationId, form),
    confirm: (viewer, consultationId, form) => confirm(deps, viewer, consultationId, form),
    tick: (viewer, consultationId, form) => tick(deps, viewer, consultationId, form),
    change: (viewer, consultationId, form) => change(deps, viewer, consultationId, form),
    extend: (viewer, consultationId, form) => extend(deps, viewer, consultationId, form),
  };
}
