import { z } from "zod";
import { actorOf } from "../audit";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { OutcomeDeps } from "./deps";
import { lockedRemarks, mustNote } from "./noting";
import { OUTCOMES } from "./shapes";
import { NONE, type Told, write } from "./write";

/** What a sender says of one remark may be a page. */
const LONGEST_REASON = 10_000;

export const reasonField = z.string().trim().max(LONGEST_REASON, "too-long").default("");

const OutcomeForm = z
  .object({
    blockId: z.string("missing").min(1, "missing"),
    outcome: z.enum([...OUTCOMES, NONE], "missing"),
    reason: reasonField,
  })
  .refine(({ outcome, reason }) => outcome === "accepted" || outcome === NONE || reason !== "", {
    path: ["reason"],
    message: "missing",
  });

/** Records what the sender made of one remark. What was recorded before stays in the audit trail. [Q7] */
export async function record(deps: OutcomeDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  await mustNote(deps, viewer, responseId);
  const told: Told = parse(OutcomeForm, form);
  await deps.db.transaction(async (tx) => {
    const { matter, remarks } = await lockedRemarks(tx, viewer, responseId);
    if (!remarks.some(({ blockId }) => blockId === told.blockId)) throw notFound();
    const { before, isSame } = await write(deps, tx, viewer, matter.response.id, told);
    if (isSame) return;
    await deps.audit.record(tx, actorOf(viewer), {
      event: told.outcome === NONE ? "outcome-withdrawn" : "outcome-recorded",
      objectKind: "response",
      objectId: matter.response.id,
      data: { ...told, before: before && { outcome: before.outcome, reason: before.reason } },
    });
  });
}
