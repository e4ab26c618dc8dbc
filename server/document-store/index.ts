import { append } from "./append";
import { claimClient, issueClient } from "./clients";
import { create } from "./create";
import type { Deps, StoreDeps } from "./deps";
import { freeze, thaw } from "./freeze";
import { heads, load, since, tails, version } from "./queries";
import { createRefreshes } from "./refreshes";
import type { DocumentStore } from "./shapes";

export { createDoorbell, type Doorbell, type Heard, type News } from "./doorbell";
export { replay } from "./replay";
export { createSnapshots } from "./snapshots";

/** The log and the frozen versions of live documents. What each command promises stands in shapes.ts. */
export function createDocumentStore(given: StoreDeps): DocumentStore {
  const deps: Deps = { ...given, refreshes: createRefreshes() };
  return {
    create: (tx, document) => create(deps, tx, document),
    load: (documentId) => load(deps, documentId),
    since: (documentId, epoch, seq) => since(deps, documentId, epoch, seq),
    tails: (after) => tails(deps, after),
    heads: (documentIds) => heads(deps, documentIds),
    issueClient: (documentId, to) => issueClient(deps, documentId, to),
    claimClient: (documentId, claim) => claimClient(deps, documentId, claim),
    append: (batch) => append(deps, batch),
    freeze: (tx, documentId, as) => freeze(deps, tx, documentId, as),
    thaw: (tx, documentId) => thaw(tx, documentId),
    version: (versionId) => version(deps, versionId),
  };
}
