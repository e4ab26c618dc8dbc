import { allBlocks } from "../../app/document-model/document";
import { reviewRemark } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { roundToDecide } from "./decide";
import type { ReviewDeps } from "./deps";
import { ReasonForm, remarksIn } from "./forms";
import { frozenText } from "./queries";
import { settle } from "./steps";

/** Sends the text back to be written in again, with the reason, and what is to be said of single paragraphs. [A3] [A14] */
export async function giveBack(deps: ReviewDeps, viewer: Viewer, reviewId: string, form: unknown): Promise<void> {
  const { reason } = parse(ReasonForm, form);
  const remarks = remarksIn(form);
  const documentId = await deps.db.transaction(async (tx) => {
    const matter = await roundToDecide(deps, tx, viewer, reviewId, "returned");
    if (!matter) return null;
    const { text } = await frozenText(tx, matter.round.versionId);
    const blocks = new Set([...allBlocks(text)].map(({ id }) => id));
    if ([...remarks.keys()].some((id) => !blocks.has(id))) throw new Refusal("invalid", "no-such-paragraph");
    await settle(deps, tx, actorOf(viewer), matter, { decision: "returned", by: viewer.id, reason });
    const rows = [...remarks].map(([blockId, said]) => ({ reviewId: matter.round.id, blockId, text: said }));
    if (rows.length > 0) await tx.insert(reviewRemark).values(rows);
    await deps.documents.thaw(tx, matter.response.documentId);
    await deps.onReopened?.(tx, actorOf(viewer), matter.consultation.id);
    return matter.response.documentId;
  });
  if (documentId) deps.onDocumentChanged?.(documentId);
}
