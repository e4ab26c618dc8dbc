import type { Transaction } from "../../db/client";
import { type CarryOverId, type ClauseId, newId } from "../../db/ids";
import { carryOver } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { isCoordinator } from "../standing/rules";
import { changeOf, type Decided, decidedRows } from "./decisions";
import type { CarryOverDeps } from "./deps";
import { DecideForm } from "./forms";
import { alignmentOf } from "./ground";
import { decisionsInForce, lockedStep, type Side, type Sides, type Step, sidesOf, toAlign } from "./queries";
import type { Change, DecidedRow } from "./shapes";

/** Says what a clause has become. The same again changes nothing; something else has to wait until it is taken back. [C18] */
export async function decide(deps: CarryOverDeps, viewer: Viewer, versionId: string, form: unknown): Promise<void> {
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { fromClauseId, toClauseId, isMet } = parse(DecideForm, form);
  await deps.db.transaction(async (tx) => {
    const step = await lockedStep(tx, viewer, versionId);
    const sides = await sidesOf(tx, step);
    const from = clauseOf(sides.before, fromClauseId, "fromClauseId");
    const decided = { from, to: toClauseId.map((id) => clauseOf(sides.after, id, "toClauseId")), isMet };
    if (isMet) onlyGoalsThatAreGone(sides.before, decided);
    const inForce = decidedRows(await decisionsInForce(tx, step.to.id), sides);
    const present = inForce.get(from);
    if (present && isSame(present, decided)) return;
    if (present) throw new Refusal("conflict", "decided-otherwise");
    const change = changeOf(decided, await groundOf(deps, sides, decided, inForce));
    await write(deps, tx, viewer, step, decided, change);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "carry-over-decided",
      objectKind: "source-version",
      objectId: step.to.id,
      data: { from, to: decided.to, change },
    });
    await deps.onDecided?.(tx, step.to.id);
  });
}

/** One that is shown: what a correction has joined to another is no clause to decide on. */
function clauseOf({ clauses }: Side, id: string, field: string): ClauseId {
  const found = clauses.find((clause) => clause.id === id);
  if (!found) throw new Refusal("invalid", "form", { [field]: "not-a-clause-of-this-version" });
  return found.id;
}

function onlyGoalsThatAreGone({ clauses }: Side, { from, to }: Decided): void {
  if (to.length > 0) throw new Refusal("invalid", "form", { isMet: "still-there" });
  const isGoal = clauses.some(({ id, kind }) => id === from && kind === "goal");
  if (!isGoal) throw new Refusal("invalid", "form", { isMet: "only-goals" });
}

function isSame(present: DecidedRow, { to, isMet }: Decided): boolean {
  const isAlike = (present.change === "met") === isMet;
  return isAlike && present.to.length === to.length && to.every((id) => present.to.includes(id));
}

/** What is said to be moved, and not just unchanged, the alignment knows; it is asked only where that is the question. */
async function groundOf(
  deps: CarryOverDeps,
  sides: Sides,
  decided: Decided,
  inForce: ReadonlyMap<ClauseId, DecidedRow>,
) {
  const ground = {
    before: toAlign(sides.before),
    after: toAlign(sides.after),
    taken: new Set([...inForce.values()].flatMap(({ to }) => to)),
    proposed: undefined,
  };
  if (changeOf(decided, ground) !== "unchanged") return ground;
  const { rows } = await alignmentOf(deps, sides);
  return { ...ground, proposed: rows.find((row) => row.from === decided.from) };
}

async function write(
  { clock }: CarryOverDeps,
  tx: Transaction,
  viewer: Viewer,
  { from, to }: Step,
  decided: Decided,
  change: Change,
) {
  const by = { fromVersionId: from.id, toVersionId: to.id, decidedBy: viewer.id, decidedAt: clock.now() };
  const targets = decided.to.length > 0 ? decided.to : [null];
  const rows = targets.map((toClauseId) => ({
    ...by,
    id: newId<CarryOverId>(),
    fromClauseId: decided.from,
    toClauseId,
    change,
  }));
  await tx.insert(carryOver).values(rows);
}
