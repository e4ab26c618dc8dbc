import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import { comparedRows, countChanges } from "./compared-rows";
import { decidedRows } from "./decisions";
import type { CarryOverDeps } from "./deps";
import { alignmentOf, atOneMoment } from "./ground";
import { decisionsInForce, sidesOf, stepTo, versionsBeside } from "./queries";
import type { ComparisonPage } from "./shapes";

/** What is not decided is shown as it is proposed, and says so. */
export async function comparison(deps: CarryOverDeps, viewer: Viewer, versionId: string): Promise<ComparisonPage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const { from, to, sides, decisions } = await atOneMoment(deps.db, async (tx) => {
    const step = stepTo(await versionsBeside(tx, viewer, versionId), versionId);
    return { ...step, sides: await sidesOf(tx, step), decisions: await decisionsInForce(tx, step.to.id) };
  });
  const alignment = await alignmentOf(deps, sides);
  const [before, after] = [sides.before.clauses, sides.after.clauses];
  const rows = comparedRows({ before, after, alignment, decided: decidedRows(decisions, sides) });
  return { from, to, rows, counts: countChanges(rows) };
}
