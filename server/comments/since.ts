import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { mayRead, rightsOf } from "../standing/rules";
import type { CommentDeps } from "./deps";
import { putWaiting } from "./marks";
import { peopleCalled, peopleIn, stampOf, threadsOf } from "./queries";
import type { CommentsNews, PersonRow } from "./shapes";

/** The stamp is read before the threads are: what is said in between makes the next question look again. [K7] */
export async function since(
  deps: CommentDeps,
  viewer: Viewer,
  responseId: string,
  stamp: string | null,
): Promise<CommentsNews> {
  if (!mayRead(viewer)) throw notFound();
  const now = await stampOf(deps.db, viewer, responseId);
  if (now === stamp) return { stamp: now, page: null };
  const { response, standing } = await matterOfResponse(deps.db, viewer, responseId);
  await putWaiting(deps, viewer, response.id);
  const threads = await threadsOf(deps.db, response.id);
  const people = await peopleIn(deps.db, response.id, threads);
  return { stamp: now, page: { threads, people, can: { comment: rightsOf(viewer, standing).comment } } };
}

export async function people(
  { db }: CommentDeps,
  viewer: Viewer,
  responseId: string,
  query: string,
): Promise<PersonRow[]> {
  if (!mayRead(viewer)) throw notFound();
  const { response } = await matterOfResponse(db, viewer, responseId);
  return peopleCalled(db, viewer, response.id, query);
}
