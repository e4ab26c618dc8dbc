import { z } from "zod";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { decide, roundToDecide } from "./decide";
import type { ReviewDeps } from "./deps";
import { frozenText } from "./queries";

const ApproveForm = z.object({ sha256: z.string("missing").min(1, "missing") });

/** Approves the bytes whose hash the approver read: the form's, the round's and the version's must be one. [A1] */
export async function approve(deps: ReviewDeps, viewer: Viewer, reviewId: string, form: unknown): Promise<void> {
  const { sha256 } = parse(ApproveForm, form);
  const documentId = await deps.db.transaction(async (tx) => {
    const matter = await roundToDecide(tx, viewer, reviewId, "approved");
    if (!matter) return null;
    if (matter.round.sha256 !== sha256) throw new Refusal("conflict", "text-changed-since-you-read-it");
    const version = await frozenText(tx, matter.round.versionId);
    if (version.sha256 !== sha256) throw new Refusal("conflict", "version-damaged");
    await decide(deps, tx, viewer, matter, { decision: "approved" });
    return matter.response.documentId;
  });
  if (documentId) deps.onDocumentChanged?.(documentId);
}
