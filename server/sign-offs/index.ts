import { addAddendum } from "./addendum";
import { atDesk } from "./at-desk";
import type { SignOffDeps } from "./deps";
import { giveBack } from "./give-back";
import { giveSection } from "./give-section";
import { handOver } from "./hand-over";
import { news } from "./news";
import { page } from "./page";
import { parts } from "./parts";
import { see } from "./see";
import type { SignOffs } from "./shapes";
import { sign } from "./sign";
import { tellLapses, watch, watchHearing, watchSource } from "./tell-lapses";

export { standingsIn } from "./standings";

/** Sign-offs: which part of the text is a center's, and its manager's word for exactly that. */
export function createSignOffs(deps: SignOffDeps): SignOffs {
  return {
    parts: (viewer, responseId) => parts(deps, viewer, responseId),
    page: (viewer, responseId, centerId) => page(deps, viewer, { responseId, centerId }),
    atDesk: (viewer, responseId) => atDesk(deps, viewer, responseId),
    sign: (viewer, responseId, centerId, form) => sign(deps, viewer, { responseId, centerId }, form),
    giveBack: (viewer, responseId, centerId, form) => giveBack(deps, viewer, { responseId, centerId }, form),
    giveSection: (viewer, responseId, form) => giveSection(deps, viewer, responseId, form),
    addAddendum: (viewer, responseId, form) => addAddendum(deps, viewer, responseId, form),
    handOver: (tx, matter, from, to) => handOver(deps, tx, matter, from, to),
    see: (viewer, responseId, centerId, form) => see(deps, viewer, { responseId, centerId }, form),
    news: (viewer, responseId, centerId, since) => news(deps, viewer, { responseId, centerId }, since),
    watch: (job, tx) => watch(deps, job, tx),
    watchHearing: (tx, id) => watchHearing(deps, tx, id),
    watchSource: (tx, versionId) => watchSource(deps, tx, versionId),
    tellLapses: (job) => tellLapses(deps, job),
  };
}
