import { amend } from "./amend";
import { append } from "./append";
import { claimClient, issueClient } from "./clients";
import { create } from "./create";
import type { Deps, StoreDeps } from "./deps";
import { freeze, thaw } from "./freeze";
import { nameVersion } from "./name-version";
import { heads, load, since, tails, version } from "./queries";
import { createRefreshes } from "./refreshes";
import type { DocumentStore } from "./shapes";

export { createDoorbell, type Doorbell, type News } from "./doorbell";
export { documentIn } from "./frozen-text";
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
    amend: (tx, documentId, by, change) => amend(deps, tx, documentId, by, change),
    freeze: (tx, documentId, as, resolve) => freeze(deps, tx, documentId, as, resolve),
    nameVersion: (tx, documentId, as) => nameVersion(deps, tx, documentId, as),
    thaw: (tx, documentId) => thaw(tx, documentId),
    version: (versionId) => version(deps, versionId),
  };
}
