import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { type CarryOverId, newId, type SourceVersionId } from "../../db/ids";
import { carryOver, sourceVersion } from "../../db/schema";
import { type Actor, actorOf } from "../audit";
import type { Viewer } from "../identity/viewer";
import { Overdue } from "../thread";
import type { CarryOverDeps } from "./deps";
import { isBegun } from "./ground";
import { lockedStep, type Step, sidesOf, toAlign, versionsBeside } from "./queries";
import type { Alignment } from "./shapes";

/** PostgreSQL takes 65,535 values in a statement. */
const ROWS_AT_ONCE = 5000;
/**
 * Carries over what is certain, in the transaction that accepts the version. [C22] Nobody's acceptance hangs on it: where
 * the two cannot be aligned, or not soon, the version is accepted all the same with every clause undecided, which is safe,
 * and the first who opens its desk has it done. Called before the acceptance is recorded: the audit trail's lock is not
 * held meanwhile.
 */
export async function begin(deps: CarryOverDeps, tx: Transaction, viewer: Viewer, versionId: SourceVersionId) {
  const versions = await versionsBeside(tx, viewer, versionId);
  const to = versions.find(({ id }) => id === versionId);
  const from = to && versions.find(({ id }) => id === to.followsId);
  if (!from) return;
  // No correction of the version before while what it says is compared.
  await tx.select({ id: sourceVersion.id }).from(sourceVersion).where(eq(sourceVersion.id, from.id)).for("share");
  const { before, after } = await sidesOf(tx, { from, to });
  const order = { before: toAlign(before), after: toAlign(after) };
  const alignment = await soon(deps.alignments.of(order), deps.patienceMs).catch((error) => {
    deps.log.warn({ err: error, versionId }, "a version is accepted before it is aligned");
  });
  if (alignment) await carryCertain(deps, tx, actorOf(viewer), { from, to }, alignment);
}

/** What acceptance could not do. The trail names the system: nobody has decided anything. */
export async function beginLate(deps: CarryOverDeps, viewer: Viewer, versionId: string, alignment: Alignment) {
  await deps.db.transaction(async (tx) => {
    const step = await lockedStep(tx, viewer, versionId);
    if (await isBegun(tx, step.to.id)) return;
    const system = { id: null, name: "Samsvar", roles: "system", municipalityId: viewer.municipality.id };
    await carryCertain(deps, tx, system, step, alignment);
  });
}

async function carryCertain(
  { clock, audit }: CarryOverDeps,
  tx: Transaction,
  actor: Actor,
  { from, to }: Step,
  { rows }: Alignment,
) {
  // What a person has decided, or taken back, stands.
  const judged = new Set(await judgedIn(tx, to.id));
  const open = rows.filter((row) => !judged.has(row.from));
  const carried = open.filter((row) => row.isCertain);
  if (carried.length === 0 && judged.size > 0) return;
  const step = { fromVersionId: from.id, toVersionId: to.id, decidedBy: null, decidedAt: clock.now() };
  for (let start = 0; start < carried.length; start += ROWS_AT_ONCE) {
    const values = carried.slice(start, start + ROWS_AT_ONCE).map((row) => ({
      ...step,
      id: newId<CarryOverId>(),
      fromClauseId: row.from,
      toClauseId: row.to[0],
      change: row.change,
    }));
    await tx.insert(carryOver).values(values);
  }
  const moved = carried.filter(({ change }) => change === "moved").length;
  const waiting = open.filter((row) => !row.isCertain && !row.isContext).length;
  const data = { from: from.id, carried: carried.length, moved, waiting };
  await audit.record(tx, actor, { event: "carry-over-begun", objectKind: "source-version", objectId: to.id, data });
}

async function judgedIn(tx: Transaction, toVersionId: SourceVersionId) {
  const rows = await tx
    .selectDistinct({ from: carryOver.fromClauseId })
    .from(carryOver)
    .where(eq(carryOver.toVersionId, toVersionId));
  return rows.map(({ from }) => from);
}

/** It goes on being worked out, and whoever opens the desk finds it done. */
function soon(alignment: Promise<Alignment>, patienceMs: number): Promise<Alignment> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue(`Expected an alignment within ${patienceMs} ms.`)), patienceMs);
  });
  return Promise.race([alignment, late]).finally(() => clearTimeout(timer));
}
