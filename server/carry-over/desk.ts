import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { isCoordinator, mayRead } from "../standing/rules";
import { beginLate } from "./begin";
import { carriedTo } from "./carried";
import { decidedRows } from "./decisions";
import type { CarryOverDeps } from "./deps";
import { addedIn, countsOf, deskRows } from "./desk-rows";
import { alignmentOf, atOneMoment, isBegun } from "./ground";
import { decisionsInForce, sidesOf, stepTo, versionsBeside } from "./queries";
import type { DeskPage } from "./shapes";
import { inUse, placed } from "./usage";
import { hearingsBeingWritten, usageIn } from "./usage-queries";

/** Eleven queries, whatever the number of clauses and hearings. */
export async function desk(deps: CarryOverDeps, viewer: Viewer, versionId: string): Promise<DeskPage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const found = await groundOf(deps, viewer, versionId);
  const alignment = await alignmentOf(deps, found.sides);
  const isLate = !found.isBegun && alignment.rows.some((row) => row.isCertain);
  if (isLate) await beginLate(deps, viewer, versionId, alignment);
  const { from, to, sides, decisions, used, hearings } = isLate ? await groundOf(deps, viewer, versionId) : found;
  const [before, after] = [sides.before.clauses, sides.after.clauses];
  const decided = decidedRows(decisions, sides);
  const rows = deskRows({ before, after, alignment, decided, used });
  return {
    from,
    to,
    rows,
    after,
    added: addedIn({ after, decided }),
    counts: countsOf(rows),
    hearings,
    can: { decide: isCoordinator(viewer) },
  };
}

function groundOf({ db }: CarryOverDeps, viewer: Viewer, versionId: string) {
  return atOneMoment(db, async (tx) => {
    const versions = await versionsBeside(tx, viewer, versionId);
    const { from, to } = stepTo(versions, versionId);
    const sides = await sidesOf(tx, { from, to });
    const decisions = await decisionsInForce(tx, to.id);
    const ids = versions.map(({ id }) => id);
    const hearings = placed(await hearingsBeingWritten(tx, viewer, ids), to, versions);
    const usage = await usageIn(
      tx,
      hearings.map(({ id }) => id),
    );
    const used = inUse(usage, hearings, await carriedTo(tx, from.id));
    return { from, to, sides, decisions, hearings, used, isBegun: await isBegun(tx, to.id) };
  });
}
