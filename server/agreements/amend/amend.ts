import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { type ClauseId, newId } from "../../../db/ids";
import { clause, clauseCorrection, sourceVersion } from "../../../db/schema";
import { actorOf } from "../../audit";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { AgreementDeps } from "../deps";
import { CorrectForm, UndoForm } from "../forms";
import { type LockedVersion, lockVersion } from "../lock";
import { mayCorrect } from "../rules";
import { inUse } from "./in-use";
import { correctionInForce, rowsOf } from "./queries";
import { type Amended, amendedRows, closedTo, differenceOf, rowsBefore, type StoredClause } from "./rows";
import { writeDifference } from "./write";

/** One correction of an accepted version: its next minor. What changes nothing is none. [S18] [S20] */
export async function amend(deps: AgreementDeps, viewer: Viewer, versionId: string, form: unknown) {
  const { revision, correction } = parse(CorrectForm, form);
  return deps.db.transaction(async (tx) => {
    const version = await versionToAmend(tx, viewer, versionId, revision);
    const rows = await rowsOf(tx, version.id);
    const amended = amendedRows(rows, correction, newId);
    if ("refused" in amended) throw new Refusal("conflict", amended.refused);
    const { op, nodeId, also } = correction;
    const nodes = also ? [nodeId, ...also] : [nodeId];
    const said = { correction, event: "source-corrected", data: { op, nodes } } as const;
    const minor = await write({ deps, tx, viewer, version, rows, amended, ...said });
    return { made: amended.made.map(({ id }) => id), revision: minor };
  });
}

/** Takes back the last correction in force, whoever made it; that is a minor version too. [S20] */
export async function undoAmendment(deps: AgreementDeps, viewer: Viewer, versionId: string, form: unknown) {
  const { revision } = parse(UndoForm, form);
  return deps.db.transaction(async (tx) => {
    const version = await versionToAmend(tx, viewer, versionId, revision);
    const last = await correctionInForce(tx, version.id);
    if (!last) throw new Refusal("conflict", "nothing-to-undo");
    const rows = await rowsOf(tx, version.id);
    const amended = { rows: rowsBefore(rows, last.before), made: [], leftOut: new Set<string>() };
    const said = { correction: null, event: "source-correction-undone", data: { undone: last.minor } } as const;
    return { made: [], revision: await write({ deps, tx, viewer, version, rows, amended, ...said }) };
  });
}

async function versionToAmend(tx: Transaction, viewer: Viewer, versionId: string, minor: number) {
  const version = await lockVersion(tx, viewer, versionId);
  if (!mayCorrect(viewer)) throw new Refusal("forbidden", "coordinators-only");
  if (!version.acceptedAt) throw new Refusal("conflict", "not-accepted-yet");
  if (version.minor !== minor) throw new Refusal("conflict", "proposal-moved-on");
  return version;
}

type Writing = {
  deps: AgreementDeps;
  tx: Transaction;
  viewer: Viewer;
  version: LockedVersion;
  rows: StoredClause[];
  amended: Amended;
  correction: unknown;
  event: "source-corrected" | "source-correction-undone";
  data: Record<string, unknown>;
};

/** Gives the minor that stands. */
async function write({ deps, tx, viewer, version, rows, amended, correction, event, data }: Writing): Promise<number> {
  await refuseWhatIsInUse(tx, closedTo(rows, amended));
  const difference = differenceOf(rows, amended.rows);
  if (difference.made.length + difference.changed.length === 0) return version.minor;
  await writeDifference(tx, version.id, difference);
  const minor = version.minor + 1;
  await tx.update(sourceVersion).set({ minor }).where(eq(sourceVersion.id, version.id));
  await tx.insert(clauseCorrection).values({
    versionId: version.id,
    minor,
    correction,
    before: { changed: difference.changed.map((change) => change.before), made: amended.made },
    correctedBy: viewer.id,
    correctedAt: deps.clock.now(),
  });
  const about = { objectKind: "source-version", objectId: version.id };
  await deps.audit.record(tx, actorOf(viewer), { event, ...about, data: { ...data, minor } });
  return minor;
}

/** The rows are locked against new assignments and answers until the end, so that what is asked here still holds then. */
async function refuseWhatIsInUse(tx: Transaction, closed: readonly string[]): Promise<void> {
  if (closed.length === 0) return;
  const ids = closed as readonly ClauseId[]; // Of rows of `clause`.
  const rows = tx.select({ id: clause.id }).from(clause);
  await rows
    .where(inArray(clause.id, [...ids]))
    .orderBy(clause.id)
    .for("update");
  if ((await inUse(tx, ids)).size > 0) throw new Refusal("conflict", "clause-in-use");
}
