import { accept } from "./accept";
import { correct, undo } from "./correct";
import type { AgreementDeps } from "./deps";
import { propose } from "./propose";
import { list, original, proposal, version } from "./queries";
import type { Agreements } from "./shapes";

/** The door of agreements/: a paper comes in as bytes, is proposed as a tree, corrected by people, and accepted as clauses. */
export function createAgreements(deps: AgreementDeps): Agreements {
  return {
    list: (viewer) => list(deps.db, viewer),
    propose: (viewer, form) => propose(deps, viewer, form),
    proposal: (viewer, versionId) => proposal(deps.db, viewer, versionId),
    correct: (viewer, versionId, form) => correct(deps, viewer, versionId, form),
    undo: (viewer, versionId, form) => undo(deps, viewer, versionId, form),
    accept: (viewer, versionId, form) => accept(deps, viewer, versionId, form),
    version: (viewer, versionId) => version(deps.db, viewer, versionId),
    original: (viewer, versionId) => original(deps.db, viewer, versionId),
  };
}
