import { eq } from "drizzle-orm";
import { filing } from "../../../db/schema";
import { actorOf } from "../../audit";
import { notFound, Refusal } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import { mayRead } from "../../standing/rules";
import type { ExportDeps } from "../deps";
import { lockedFilingFor, standsApproved } from "./queries";

/** A case officer lets a failed filing be tried again, four times from now. It is looked up first, as ever. [F6] */
export async function retry({ db, audit, jobs }: ExportDeps, viewer: Viewer, filingId: string): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  await db.transaction(async (tx) => {
    const found = await lockedFilingFor(tx, viewer, filingId);
    if (!found) throw notFound();
    if (!hasRole(viewer, "case-officer")) throw new Refusal("forbidden", "case-officers-only");
    if (found.state !== "failed") throw new Refusal("conflict", "filing-not-failed");
    if (!(await standsApproved(tx, found))) throw new Refusal("conflict", "not-approved");
    await tx.update(filing).set({ state: "sent" }).where(eq(filing.id, found.id));
    await jobs.enqueue(tx, "deliver-filing", { filingId: found.id }, { key: `deliver-filing:${found.id}` });
    await audit.record(tx, actorOf(viewer), {
      event: "filing-retried",
      objectKind: "response",
      objectId: found.responseId,
      data: { filingId: found.id, versionId: found.versionId },
    });
  });
}
