import { and, eq, isNull } from "drizzle-orm";
import { type ClauseId, isId } from "../../db/ids";
import { carryOver } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { isCoordinator } from "../standing/rules";
import type { CarryOverDeps } from "./deps";
import { UndoForm } from "./forms";
import { lockedStep } from "./queries";

/** Takes back what was decided of a clause, by a person or by itself; what was decided stays readable in its rows. [C18] */
export async function undo(deps: CarryOverDeps, viewer: Viewer, versionId: string, form: unknown): Promise<void> {
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { fromClauseId: from } = parse(UndoForm, form);
  if (!isId<ClauseId>(from)) throw new Refusal("invalid", "form", { fromClauseId: "not-a-clause-of-this-version" });
  await deps.db.transaction(async (tx) => {
    const { to } = await lockedStep(tx, viewer, versionId);
    const inForce = and(eq(carryOver.fromClauseId, from), eq(carryOver.toVersionId, to.id), isNull(carryOver.undoneAt));
    const undone = await tx
      .update(carryOver)
      .set({ undoneBy: viewer.id, undoneAt: deps.clock.now() })
      .where(inForce)
      .returning({ to: carryOver.toClauseId, change: carryOver.change, by: carryOver.decidedBy });
    const [first] = undone;
    if (!first) return;
    await deps.audit.record(tx, actorOf(viewer), {
      event: "carry-over-undone",
      objectKind: "source-version",
      objectId: to.id,
      data: { from, to: undone.flatMap((row) => row.to ?? []), change: first.change, isCertain: first.by === null },
    });
    await deps.onDecided?.(tx, to.id);
  });
}
