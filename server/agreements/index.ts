import type { Log } from "../log";
import { accept } from "./accept";
import { amend, undoAmendment } from "./amend/amend";
import { amending, corrections } from "./amend/queries";
import { correct, undo } from "./correct";
import type { AgreementDeps } from "./deps";
import { propose } from "./propose";
import { clauses, head, joinedInto, list, one, original, page, proposal, version } from "./queries";
import { createReading } from "./reading";
import { createUploads } from "./reading/uploads";
import type { Agreements } from "./shapes";

export { withPaths } from "./clause-rows";
/** How an uploaded Word file is judged before anything is made of it, whatever it is for. [S16] */
export { openWord } from "./read/docx/open";
export { Unfit } from "./read/docx/unfit";
export { openZip } from "./read/docx/zip";

type Given = Omit<AgreementDeps, "reading" | "uploads"> & {
  log: Pick<Log, "warn">;
  /** What reads papers; threads of its own when nothing else is given. */
  reading?: AgreementDeps["reading"];
};

/** The door of agreements/: a paper comes in as bytes, is proposed as a tree, corrected by people, and accepted as clauses. */
export function createAgreements(given: Given): Agreements {
  const reading = createReading(given);
  const deps = { reading, ...given, uploads: createUploads() };
  return {
    list: (viewer) => list(deps.db, viewer),
    page: (viewer, wanted) => page(deps.db, viewer, wanted),
    source: (viewer, sourceId) => one(deps.db, viewer, sourceId),
    propose: (viewer, form) => propose(deps, viewer, form),
    progress: (viewer, uploadId) => deps.uploads.progress(viewer, uploadId),
    proposal: (viewer, versionId) => proposal(deps.db, viewer, versionId),
    correct: (viewer, versionId, form) => correct(deps, viewer, versionId, form),
    undo: (viewer, versionId, form) => undo(deps, viewer, versionId, form),
    accept: (viewer, versionId, form) => accept(deps, viewer, versionId, form),
    amending: (viewer, versionId) => amending(deps.db, viewer, versionId),
    amend: (viewer, versionId, form) => amend(deps, viewer, versionId, form),
    undoAmendment: (viewer, versionId, form) => undoAmendment(deps, viewer, versionId, form),
    corrections: (viewer, versionId) => corrections(deps.db, viewer, versionId),
    version: (viewer, versionId) => version(deps.db, viewer, versionId),
    clauses: (viewer, versionId) => clauses(deps.db, viewer, versionId),
    head: (viewer, versionId) => head(deps.db, viewer, versionId),
    joinedInto: (viewer, clauseId) => joinedInto(deps.db, viewer, clauseId),
    contribution: (paper) => reading.contribution(paper),
    tables: (paper) => reading.tables(paper),
    letter: (paper, today) => reading.letter(paper, today),
    words: (paper) => reading.words(paper),
    original: (viewer, versionId) => original(deps.db, viewer, versionId),
  };
}
