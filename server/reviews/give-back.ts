import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { decide, roundToDecide } from "./decide";
import type { ReviewDeps } from "./deps";
import { ReasonForm } from "./forms";

/** Sends the text back to be written in again, with the reason. [A3] */
export async function giveBack(deps: ReviewDeps, viewer: Viewer, reviewId: string, form: unknown): Promise<void> {
  const { reason } = parse(ReasonForm, form);
  const documentId = await deps.db.transaction(async (tx) => {
    const matter = await roundToDecide(tx, viewer, reviewId, "returned");
    if (!matter) return null;
    await decide(deps, tx, viewer, matter, { decision: "returned", reason });
    await deps.documents.thaw(tx, matter.response.documentId);
    return matter.response.documentId;
  });
  if (documentId) deps.onDocumentChanged?.(documentId);
}
