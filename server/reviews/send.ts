import { z } from "zod";
import { hasCpr } from "../../app/document-model/cpr";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Transaction } from "../../db/client";
import { newId, type ReviewId, type UserId } from "../../db/ids";
import { review, reviewStep } from "../../db/schema";
import { attachedNow, withAttached } from "../attachments";
import { actorOf } from "../audit";
import { carriedTo } from "../carry-over";
import { danishDay } from "../clock";
import { newerThan } from "../consultations";
import type { FrozenVersion } from "../document-store/shapes";
import { notFound, Refusal } from "../errors";
import { goalsSaid, withGoals } from "../goals";
import type { Viewer } from "../identity/viewer";
import { initiativesSaid, withInitiatives, withNewFigures } from "../initiatives";
import { linkedNow, openIn } from "../links";
import { parse } from "../parse";
import { lockedMatterOfResponse, matterOfResponse } from "../standing";
import { isCoordinator, mayRead } from "../standing/rules";
import { blocksIn, refuseBlocked } from "./blocks";
import type { ReviewDeps } from "./deps";
import { groundOf, type PlannedStep, planOf, stampOf, writtenOf } from "./plan";
import { type PlanGround, planProblems } from "./plan-rules";
import { approverProblem, isEmptyText } from "./rules";
import { beginTurn, stepsOfRound } from "./steps";

const SendForm = z.object({
  approverId: z.string().default(""),
  /** The stamp of the plan that the page showed. */
  plan: z.string().default(""),
  note: z.string().trim().max(2000, "too-long").default(""),
  holesAccepted: z.string().optional(),
  /** The trail keeps it, and so it may not tell the number itself. [F5] */
  cprReason: z
    .string()
    .trim()
    .max(500, "too-long")
    .refine((reason) => !hasCpr(reason), "cpr-in-reason")
    .default(""),
});
type Asked = z.output<typeof SendForm>;

type Matter = Awaited<ReturnType<typeof lockedMatterOfResponse>>;
type Sending = { version: FrozenVersion; steps: PlannedStep[]; holes: number; cpr: string[]; cprAttached: string[] };

/** Freezes the text and sends exactly that version round. Of two at once, the second is told so. [A1] [A6] */
export async function send(deps: ReviewDeps, viewer: Viewer, responseId: string, form: unknown): Promise<ReviewId> {
  if (!mayRead(viewer)) throw notFound();
  await matterOfResponse(deps.db, viewer, responseId);
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const asked = parse(SendForm, form);
  const { id, documentId } = await deps.db.transaction(async (tx) => {
    const matter = await lockedMatterOfResponse(tx, viewer, responseId);
    if (matter.standing.status !== "writing") throw new Refusal("conflict", "already-sent");
    if (await newerThan(tx, matter.consultation)) throw new Refusal("conflict", "newer-version");
    const ground = await groundOf(deps, tx, viewer, matter);
    const steps = chosen(await planOf(tx, matter.response.id), asked, ground);
    const sending = { steps, ...(await judged(deps, tx, viewer, matter, { asked, authors: ground.authors })) };
    return open(deps, tx, viewer, matter, sending, asked);
  });
  deps.onDocumentChanged?.(documentId);
  return id;
}

/** The plan that the page showed, or the one approver chosen where there is none. [A8] */
function chosen(stored: PlannedStep[], { approverId, plan }: Asked, ground: PlanGround): PlannedStep[] {
  if (plan !== stampOf(stored)) throw new Refusal("conflict", "plan-changed");
  if (stored.length > 0) {
    const problems = planProblems(stored.map(writtenOf), ground);
    if (Object.keys(problems).length > 0) throw new Refusal("conflict", "plan-not-possible", problems);
    return stored;
  }
  if (!approverId) throw new Refusal("invalid", "form", { approverId: "missing" });
  const manager = ground.managers.find(({ id }) => id === approverId);
  const problem = approverProblem(manager, ground);
  if (problem || !manager) throw new Refusal("invalid", "form", { approverId: problem ?? "not-an-approver" });
  return [{ position: 1, approverId: manager.id, substituteId: null, dueDay: null, isTacit: false }];
}

/** The text frozen, and nothing in it or beside it that keeps it from being sent. [A4] [A15] */
async function judged(
  deps: ReviewDeps,
  tx: Transaction,
  viewer: Viewer,
  matter: Matter,
  { asked, authors }: { asked: Asked; authors: readonly UserId[] },
): Promise<Omit<Sending, "steps">> {
  const { version, carried, hasGoals } = await frozen(deps, tx, viewer, matter);
  const text = version.written;
  // "Ikke aktuelt i gang" of every goal is an assessment, though nobody has written a word. [M3]
  if (isEmptyText(text, authors) && !hasGoals) throw new Refusal("invalid", "empty-text");
  // In what was frozen itself, under the hearing's lock: a projection may lag, this cannot.
  const today = danishDay(deps.clock.now());
  const { holes, undecided } = await openIn(tx, matter.consultation.id, { text, carried, today });
  if (undecided > 0) throw new Refusal("conflict", "carry-over-undecided");
  const blocks = await blocksIn(tx, matter, text);
  refuseBlocked(blocks, asked.cprReason);
  if (holes > 0 && asked.holesAccepted !== "yes")
    throw new Refusal("invalid", "form", { holesAccepted: "holes-not-accepted" });
  return { version, holes, cpr: blocks.cpr, cprAttached: blocks.cprAttached.map(({ id }) => id) };
}

/** The text with its links as they lead now, and shall from then on. Until the end of the sending nobody decides otherwise. [A7] */
async function frozen({ documents, clock }: ReviewDeps, tx: Transaction, viewer: Viewer, matter: Matter) {
  const { consultation, response, round } = matter;
  const carried = await carriedTo(tx, consultation.versionId, "lock");
  const as = { label: `approval-${(round?.round ?? 0) + 1}`, by: viewer.id };
  // How far the centers are with the goals is approved with the text: nobody says otherwise before the end of the sending. [M4]
  const goals = await goalsSaid(tx, consultation, carried);
  const followed = await withNewFigures(tx, consultation, await initiativesSaid(tx, consultation, carried));
  // And what councils have answered in documents of their own goes along with it. [F51]
  const attached = await attachedNow(tx, consultation.id, clock.now());
  const said = (text: ResponseDocument) => withInitiatives(withGoals(linkedNow(text, carried), goals), followed);
  const resolve = (text: ResponseDocument) => withAttached(said(text), attached);
  const version = await documents.freeze(tx, response.documentId, as, resolve);
  return { version, carried, hasGoals: goals.said.length > 0 };
}

async function open(
  deps: ReviewDeps,
  tx: Transaction,
  viewer: Viewer,
  { consultation, response, round: last }: Matter,
  { version, steps, holes, cpr, cprAttached }: Sending,
  { note, cprReason }: Asked,
) {
  const { id: versionId, sha256, number } = version;
  const id = newId<ReviewId>();
  const first = steps[0];
  if (!first) throw new Error(`Expected somebody to approve response ${response.id}; found nobody.`);
  const sent = { sentBy: viewer.id, sentAt: deps.clock.now(), approverId: first.approverId, note };
  const told = { cprReason: cpr.length > 0 ? cprReason : null };
  const row = { id, responseId: response.id, round: (last?.round ?? 0) + 1, versionId, sha256, ...sent, ...told };
  const [round] = await tx.insert(review).values(row).returning();
  await tx.insert(reviewStep).values(steps.map((step) => ({ reviewId: id, ...step })));
  const approverIds = steps.map(({ approverId }) => approverId);
  const isConfirmed = cpr.length + cprAttached.length > 0;
  const confirmed = isConfirmed
    ? { cprReason, cprBlocks: cpr, ...(cprAttached.length > 0 ? { cprAttached } : {}) }
    : {};
  await deps.audit.record(tx, actorOf(viewer), {
    event: "sent-for-approval",
    objectKind: "response",
    objectId: response.id,
    data: { round: row.round, version: number, versionId, sha256, approverIds, holesAccepted: holes, ...confirmed },
  });
  if (round) await beginTurn(deps, tx, { consultation, response, round, steps: await stepsOfRound(tx, id) }, viewer.id);
  return { id, documentId: response.documentId };
}
