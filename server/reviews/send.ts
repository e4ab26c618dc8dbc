import { z } from "zod";
import type { Transaction } from "../../db/client";
import { newId, type ReviewId, type UserId } from "../../db/ids";
import { review } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import type { FrozenVersion } from "../document-store/shapes";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { holesIn } from "../links";
import { parse } from "../parse";
import { lockedMatterOfResponse, matterOfResponse } from "../standing";
import { isCoordinator, mayRead } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { authorsOf, managersOf, textIn } from "./queries";
import { approverProblem, isEmptyText } from "./rules";

const SendForm = z.object({
  approverId: z.string("missing").min(1, "missing"),
  note: z.string().trim().max(2000, "too-long").default(""),
  holesAccepted: z.string().optional(),
});

type Matter = Awaited<ReturnType<typeof lockedMatterOfResponse>>;

/** Freezes the text and sends exactly that version to one approver. Of two at once, the second is told so. [A1] [A6] */
export async function send(deps: ReviewDeps, viewer: Viewer, responseId: string, form: unknown): Promise<ReviewId> {
  if (!mayRead(viewer)) throw notFound();
  await matterOfResponse(deps.db, viewer, responseId);
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const given = parse(SendForm, form);
  const { id, documentId } = await deps.db.transaction(async (tx) => {
    const matter = await lockedMatterOfResponse(tx, viewer, responseId);
    if (matter.standing.status !== "writing") throw new Refusal("conflict", "already-sent");
    const authors = await authorsOf(tx, matter.response.documentId);
    const approverId = await chosenApprover(tx, viewer, matter, authors, given.approverId);
    const version = await frozen(deps, tx, viewer, matter);
    const text = textIn(version.canonical);
    if (isEmptyText(text, authors)) throw new Refusal("invalid", "empty-text");
    // In the frozen bytes themselves, under the hearing's lock: a projection may lag, these cannot. [A4]
    const holes = await holesIn(tx, matter.consultation.id, text, danishDay(deps.clock.now()));
    if (holes > 0 && given.holesAccepted !== "yes") {
      throw new Refusal("invalid", "form", { holesAccepted: "holes-not-accepted" });
    }
    return open(deps, tx, viewer, matter, version, { approverId, note: given.note, holes });
  });
  deps.onDocumentChanged?.(documentId);
  return id;
}

function frozen({ documents }: ReviewDeps, tx: Transaction, viewer: Viewer, { response, round }: Matter) {
  const label = `approval-${(round?.round ?? 0) + 1}`;
  return documents.freeze(tx, response.documentId, { label, by: viewer.id });
}

async function chosenApprover(
  tx: Transaction,
  viewer: Viewer,
  { standing }: Matter,
  authors: UserId[],
  approverId: string,
): Promise<UserId> {
  const chosen = (await managersOf(tx, viewer)).find((manager) => manager.id === approverId);
  const { participating } = standing;
  const problem = approverProblem(chosen, { senderId: viewer.id, authors, participating });
  if (problem || !chosen) throw new Refusal("invalid", "form", { approverId: problem ?? "not-an-approver" });
  return chosen.id;
}

async function open(
  { clock, audit }: ReviewDeps,
  tx: Transaction,
  viewer: Viewer,
  { response, round: last }: Matter,
  { id: versionId, sha256, number }: FrozenVersion,
  { holes, ...asked }: { approverId: UserId; note: string; holes: number },
) {
  const id = newId<ReviewId>();
  const round = (last?.round ?? 0) + 1;
  const row = {
    id,
    responseId: response.id,
    round,
    versionId,
    sha256,
    sentBy: viewer.id,
    sentAt: clock.now(),
    ...asked,
  };
  await tx.insert(review).values(row);
  await audit.record(tx, actorOf(viewer), {
    event: "sent-for-approval",
    objectKind: "response",
    objectId: response.id,
    data: { round, version: number, versionId, sha256, approverId: asked.approverId, holesAccepted: holes },
  });
  return { id, documentId: response.documentId };
}
