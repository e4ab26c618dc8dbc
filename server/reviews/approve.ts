import { z } from "zod";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { roundToDecide } from "./decide";
import type { ReviewDeps } from "./deps";
import { remarksIn } from "./forms";
import { frozenText } from "./queries";
import { settle } from "./steps";

const ApproveForm = z.object({ sha256: z.string("missing").min(1, "missing") });

/** Approves the bytes whose hash the approver read: the form's, the round's and the version's must be one. [A1] */
export async function approve(deps: ReviewDeps, viewer: Viewer, reviewId: string, form: unknown): Promise<void> {
  const { sha256 } = parse(ApproveForm, form);
  const documentId = await deps.db.transaction(async (tx) => {
    const matter = await roundToDecide(deps, tx, viewer, reviewId, "approved");
    if (!matter) return null;
    if (matter.round.sha256 !== sha256) throw new Refusal("conflict", "text-changed-since-you-read-it");
    const version = await frozenText(tx, matter.round.versionId);
    if (version.sha256 !== sha256) throw new Refusal("conflict", "version-damaged");
    // What is said of a paragraph goes back with the text; an approval has nowhere to put it.
    if (remarksIn(form).size > 0) throw new Refusal("invalid", "remarks-need-return");
    await settle(deps, tx, actorOf(viewer), matter, { decision: "approved", by: viewer.id, reason: null });
    return matter.response.documentId;
  });
  if (documentId) deps.onDocumentChanged?.(documentId);
}
