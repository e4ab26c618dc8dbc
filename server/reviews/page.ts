import { danishDay } from "../clock";
import { deadlineOf } from "../deadline";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { holesOf } from "../links";
import { matterOfResponse } from "../standing";
import { mayRead, rightsOf } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { authorsOf, frozenText, managersOf, roundsOf } from "./queries";
import { approverProblem } from "./rules";
import type { ReviewPage } from "./shapes";

type Matter = Awaited<ReturnType<typeof matterOfResponse>>;

/** The rounds, the frozen text of the newest, and what stands between the text and approval. */
export async function page(deps: ReviewDeps, viewer: Viewer, responseId: string): Promise<ReviewPage> {
  const { db, clock, agreements, projections } = deps;
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(db, viewer, responseId);
  const { response, round, standing } = matter;
  if (standing.status === "not-started") throw notFound();
  const rights = rightsOf(viewer, standing);
  if (rights.sendForApproval) await projections.refreshNow(response.documentId);
  const { clauses, version } = await agreements.version(viewer, matter.consultation.versionId);
  const { id, userKey, title, deadline: day, deadlineTime } = matter.consultation;
  const today = danishDay(clock.now());
  const deadline = deadlineOf(day, deadlineTime, today);
  return {
    responseId: response.id,
    title: response.title,
    status: standing.status,
    consultation: { id, userKey, title, deadline, sourceTitle: version.source.title },
    rounds: await roundsOf(db, response.id),
    frozen: round ? (await frozenText(db, round.versionId)).text : null,
    clauses,
    holes: await holesOf(db, id, clauses, today),
    approvers: await approversFor(deps, viewer, matter),
    can: { send: rights.sendForApproval, approve: rights.approve, giveBack: rights.approve, reopen: rights.reopen },
  };
}

/** Whom the viewer could send the text to. */
async function approversFor({ db }: ReviewDeps, viewer: Viewer, { response, standing }: Matter) {
  const authors = await authorsOf(db, response.documentId);
  const ground = { senderId: viewer.id, authors, participating: standing.participating };
  const able = (await managersOf(db, viewer)).filter((manager) => !approverProblem(manager, ground));
  return able.map(({ id, name, title }) => ({ id, name, title }));
}
