import type { Transaction } from "../../db/client";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { lockedMatterOfResponse, matterOfResponse } from "../standing";
import { mayRead, notesOutcomes, rightsOf } from "../standing/rules";
import type { OutcomeDeps } from "./deps";
import { approvedRemarks } from "./queries";

/** Before a form is read: who may note anything at all is told what is wrong with it, others that it is not theirs. */
export async function mustNote({ db }: Pick<OutcomeDeps, "db">, viewer: Viewer, responseId: string): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  await matterOfResponse(db, viewer, responseId);
  if (!notesOutcomes(viewer)) throw new Refusal("forbidden", "coordinators-and-case-officers-only");
}

/** The approved text's remarks, under the hearing's lock: of two who note, the second knows what the first has noted. */
export async function lockedRemarks(tx: Transaction, viewer: Viewer, responseId: string) {
  const matter = await lockedMatterOfResponse(tx, viewer, responseId);
  const remarks = await approvedRemarks(tx, matter);
  if (!remarks || !rightsOf(viewer, matter.standing).recordOutcome) throw new Refusal("conflict", "not-approved");
  return { matter, remarks };
}
