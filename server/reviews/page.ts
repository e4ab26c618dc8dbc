import { attachedWithCpr } from "../../app/document-model/attached";
import { blocksWithCpr } from "../../app/document-model/cpr";
import { allBlocks, type ResponseDocument, textOf } from "../../app/document-model/document";
import { wholeOf } from "../../app/document-model/part";
import { partChanges } from "../../app/document-model/part-changes";
import { readDocument } from "../../app/document-model/read";
import type { Queryable } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import { attachedIn } from "../attachments";
import { carriedFor } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { danishDay } from "../clock";
import { newerThan } from "../consultations";
import { deadlineOf } from "../deadline";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { earlierClauses, openOf } from "../links";
import { forgetRead } from "../once";
import { matterOfResponse, stepsOf } from "../standing";
import { mayRead, rightsOf, turnIn } from "../standing/rules";
import { blocksIn } from "./blocks";
import type { ReviewDeps } from "./deps";
import { lapseWhenDue } from "./lapse";
import { stampOf as newsStampOf } from "./news";
import { groundOf, planOf, stampOf, writtenOf } from "./plan";
import { planProblems } from "./plan-rules";
import { frozenText, namesOf, roundsOf, stoodInUntil } from "./queries";
import { approverProblem, turnBegan } from "./rules";
import type { ReviewPage } from "./shapes";

type Matter = Awaited<ReturnType<typeof matterOfResponse>>;

/** The rounds, the frozen text of the newest, and what stands between the text and approval. */
export async function page(deps: ReviewDeps, viewer: Viewer, responseId: string): Promise<ReviewPage> {
  const { db, clock, agreements, projections } = deps;
  if (!mayRead(viewer)) throw notFound();
  const today = danishDay(clock.now());
  const matter = await matterNow(deps, viewer, responseId, today);
  const { consultation, response, standing } = matter;
  if (standing.status === "not-started") throw notFound();
  const rights = rightsOf(viewer, standing);
  const isOpen = standing.status === "writing";
  if (rights.sendForApproval) await projections.refreshNow(response.documentId);
  const clauses = await agreements.clauses(viewer, consultation.versionId);
  const carried = await carriedFor(db, viewer, consultation.versionId);
  const rounds = await roundsOf(db, response.id, today);
  const frozen = rounds[0] ? (await frozenText(db, rounds[0].versionId)).text : null;
  const before = rounds[1] ? (await frozenText(db, rounds[1].versionId)).text : null;
  return {
    responseId: response.id,
    title: response.title,
    status: standing.status,
    consultation: await aboutOf(deps, viewer, matter, today),
    rounds,
    frozen,
    changed: frozen && before ? changedSince(before, frozen) : [],
    changes: frozen && before ? partChanges(wholeOf(before), wholeOf(frozen)) : [],
    ...(await namedIn(db, frozen, { clauses, carried })),
    ...(await waitingOf(deps, viewer, matter, { isOpen, clauses, carried, today })),
    blocks: isOpen
      ? await blocksIn(db, matter, await textNow(deps, response.documentId))
      : letThrough(standing.status, frozen),
    attached: isOpen ? await attachedIn(db, consultation.id) : (frozen?.attached ?? []),
    ...(isOpen ? await plannedBy(deps, viewer, matter) : SENT),
    stoodIn: await stoodInFor(deps, viewer, matter, today),
    stamp: await newsStampOf(deps, matter),
    can: { send: rights.sendForApproval, approve: rights.approve, giveBack: rights.approve, reopen: rights.reopen },
  };
}

async function aboutOf({ agreements }: ReviewDeps, viewer: Viewer, { consultation }: Matter, today: string) {
  const { id, userKey, title, deadline, deadlineTime, versionId } = consultation;
  const { source } = await agreements.head(viewer, versionId);
  return { id, userKey, title, deadline: deadlineOf(deadline, deadlineTime, today), sourceTitle: source.title };
}

/** Whoever decides is told of what was confirmed with a reason. [F5] */
function letThrough(status: Matter["standing"]["status"], frozen: ResponseDocument | null): ReviewPage["blocks"] {
  const shown = status === "in-review" && frozen;
  const cpr = shown ? blocksWithCpr(frozen) : [];
  const cprAttached = shown ? attachedWithCpr(frozen) : [];
  return { suggestions: [], signOffs: [], comments: [], cpr, cprAttached };
}

/** As it stands today: a step whose day has ended is decided before the page is shown. [A11] */
async function matterNow(deps: ReviewDeps, viewer: Viewer, responseId: string, today: string) {
  const matter = await matterOfResponse(deps.db, viewer, responseId, today);
  if (!(await lapseWhenDue(deps, viewer, matter))) return matter;
  forgetRead(viewer);
  return matterOfResponse(deps.db, viewer, responseId, today);
}

/** Said to whoever might decide yesterday, and finds no button today. [A16] */
async function stoodInFor({ db }: ReviewDeps, viewer: Viewer, { round, standing }: Matter, today: string) {
  if (!round || standing.status !== "in-review" || standing.deciders.includes(viewer.id)) return null;
  const steps = (await stepsOf(db, [round.id])).get(round.id) ?? [];
  const turn = turnIn(steps);
  if (!turn) return null;
  const since = danishDay(turnBegan(round, steps));
  const until = await stoodInUntil(db, { fromId: turn.approverId, toId: viewer.id, since, today });
  return until === null ? null : { approver: (await namesOf(db, [turn.approverId])).get(turn.approverId) ?? "", until };
}

/** The live text as far as it is committed. */
async function textNow({ documents }: ReviewDeps, documentId: DocumentId): Promise<ResponseDocument> {
  const loaded = await documents.load(documentId);
  if (!loaded) throw new Error(`Expected document ${documentId} to be there; it is not.`);
  return readDocument(loaded.doc);
}

/** The paragraphs that read otherwise than in the round before, or are new. */
function changedSince(before: ResponseDocument, now: ResponseDocument): string[] {
  const earlier = new Map([...allBlocks(before)].map((block) => [block.id, textOf(block)]));
  return [...allBlocks(now)].filter((block) => earlier.get(block.id) !== textOf(block)).map(({ id }) => id);
}

type Blocks = Pick<ReviewPage, "holes" | "newer" | "undecided">;

/** What stands between the text and approval; a text that is sent already is not asked to move or to decide. [C15] [C16] */
async function waitingOf(
  { db }: ReviewDeps,
  viewer: Viewer,
  { consultation }: Matter,
  { isOpen, ...ground }: { isOpen: boolean; clauses: readonly ClauseRow[]; carried: Carried; today: string },
): Promise<Blocks> {
  if (!isOpen) return { holes: [], newer: null, undecided: [] };
  const { holes, undecided } = await openOf(db, consultation.id, ground);
  // A guest has no page of the source to decide at. [J12]
  if (viewer.guest) return { holes, newer: null, undecided: [] };
  const newer = await newerThan(db, consultation);
  return { holes, newer, undecided: undecided.map(({ clause, at }) => ({ clause: clause.path, at })) };
}

/** The clauses that the frozen text comments on or quotes: of a source of hundreds the page shows no other. */
async function namedIn(
  db: Queryable,
  frozen: ReviewPage["frozen"],
  { clauses, carried }: { clauses: readonly ClauseRow[]; carried: Carried },
): Promise<Pick<ReviewPage, "clauses" | "earlier">> {
  if (!frozen) return { clauses: [], earlier: [] };
  const linked = Object.values(frozen.links).flatMap((links) => links.map(({ id }) => id));
  const named = new Set<string>([...linked, ...[...allBlocks(frozen)].flatMap(({ of }) => of ?? [])]);
  const isNamed = ({ id }: ClauseRow) => named.has(id);
  return { clauses: clauses.filter(isNamed), earlier: (await earlierClauses(db, carried)).filter(isNamed) };
}

/** Of a text that is sent nobody chooses any more to whom. */
const SENT = { approvers: [], plan: [], planStamp: stampOf([]) };

/** Whom the viewer could send the text to, and in which order it is planned. [A8] */
async function plannedBy(
  deps: ReviewDeps,
  viewer: Viewer,
  matter: Matter,
): Promise<Pick<ReviewPage, "approvers" | "plan" | "planStamp">> {
  const ground = await groundOf(deps, deps.db, viewer, matter);
  const able = ground.managers.filter((manager) => !approverProblem(manager, ground));
  const steps = await planOf(deps.db, matter.response.id);
  const names = await namesOf(
    deps.db,
    steps.flatMap(({ approverId, substituteId }) => [approverId, substituteId ?? approverId]),
  );
  const problems = Object.entries(planProblems(steps.map(writtenOf), ground));
  return {
    // A guest sends nothing, and is not told who manages what at the host. [J12]
    approvers: (viewer.guest ? [] : able).map(({ id, name, title }) => ({ id, name, title })),
    plan: steps.map(({ position, ...step }) => ({
      ...step,
      approver: names.get(step.approverId) ?? "",
      substitute: step.substituteId ? (names.get(step.substituteId) ?? "") : null,
      problems: problems.flatMap(([name, code]) => (name.endsWith(`.${position}`) ? [code] : [])),
    })),
    planStamp: stampOf(steps),
  };
}
