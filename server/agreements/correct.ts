import { eq } from "drizzle-orm";
import { applyCorrection } from "../../app/document-model/correction/apply";
import { type Change, remember, undoLast } from "../../app/document-model/correction/history";
import type { Proposal } from "../../app/document-model/proposal";
import type { Transaction } from "../../db/client";
import { newId } from "../../db/ids";
import { sourceVersion } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { AgreementDeps } from "./deps";
import { CorrectForm, UndoForm } from "./forms";
import { type LockedVersion, lockVersion } from "./lock";
import { mayCorrect } from "./rules";

/** One correction of the proposed tree, made on the revision the person saw. */
export async function correct(deps: AgreementDeps, viewer: Viewer, versionId: string, form: unknown) {
  const { revision, correction } = parse(CorrectForm, form);
  return deps.db.transaction(async (tx) => {
    const version = await versionToChange(tx, viewer, versionId, revision);
    const corrected = applyCorrection(version.proposal, correction, newId);
    if ("refused" in corrected) throw new Refusal("conflict", corrected.refused);
    const history = remember(version.history, version.proposal, corrected.proposal);
    await write(tx, version, corrected.proposal, history);
    const { op, nodeId, also } = correction;
    await deps.audit.record(tx, actorOf(viewer), {
      event: "proposal-corrected",
      objectKind: "source-version",
      objectId: version.id,
      data: { op, nodes: also ? [nodeId, ...also] : [nodeId], revision: revision + 1 },
    });
    return { made: corrected.made, revision: revision + 1 };
  });
}

/** Takes back the last correction, whoever made it. */
export async function undo(deps: AgreementDeps, viewer: Viewer, versionId: string, form: unknown) {
  const { revision } = parse(UndoForm, form);
  return deps.db.transaction(async (tx) => {
    const version = await versionToChange(tx, viewer, versionId, revision);
    const before = undoLast(version.proposal, version.history);
    if (!before) throw new Refusal("conflict", "nothing-to-undo");
    await write(tx, version, before.proposal, before.history);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "proposal-correction-undone",
      objectKind: "source-version",
      objectId: version.id,
      data: { revision: revision + 1 },
    });
    return { made: [], revision: revision + 1 };
  });
}

async function versionToChange(tx: Transaction, viewer: Viewer, versionId: string, revision: number) {
  const version = await lockVersion(tx, viewer, versionId);
  if (!mayCorrect(viewer)) throw new Refusal("forbidden", "coordinators-only");
  if (version.acceptedAt) throw new Refusal("conflict", "already-accepted");
  if (version.revision !== revision) throw new Refusal("conflict", "proposal-moved-on");
  return version;
}

/** The revision rises with an undo too: it counts what was done, not where the tree stands. */
async function write(tx: Transaction, version: LockedVersion, proposal: Proposal, proposalHistory: Change[]) {
  const revision = version.revision + 1;
  await tx.update(sourceVersion).set({ proposal, proposalHistory, revision }).where(eq(sourceVersion.id, version.id));
}
