import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { isId, type ThreadId } from "../../db/ids";
import { commentThread, consultation } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { mayRead, rightsOf } from "../standing/rules";

/** The response as somebody who may comment on it now sees it. */
export type Ground = { tx: Transaction; viewer: Viewer; matter: Awaited<ReturnType<typeof matterOfResponse>> };

export type Thread = typeof commentThread.$inferSelect;

/** Shared: comments do not wait for each other, but none slips in while the text is being sent or approved. [K3] */
export async function groundFor(tx: Transaction, viewer: Viewer, responseId: string): Promise<Ground> {
  if (!mayRead(viewer)) throw notFound();
  const found = await matterOfResponse(tx, viewer, responseId);
  await tx
    .select({ id: consultation.id })
    .from(consultation)
    .where(eq(consultation.id, found.consultation.id))
    .for("share");
  const matter = await matterOfResponse(tx, viewer, responseId);
  const { standing } = matter;
  if (!rightsOf(viewer, { ...standing, status: "writing" }).comment) throw new Refusal("forbidden", "may-not-comment");
  if (!rightsOf(viewer, standing).comment) throw new Refusal("conflict", "approved");
  return { tx, viewer, matter };
}

/** A thread under its row's lock: what is done to it is done one after the other. */
export async function threadFor(
  tx: Transaction,
  viewer: Viewer,
  threadId: string,
): Promise<{ ground: Ground; thread: Thread }> {
  if (!isId<ThreadId>(threadId)) throw notFound();
  const isThis = eq(commentThread.id, threadId);
  const [known] = await tx.select({ responseId: commentThread.responseId }).from(commentThread).where(isThis);
  if (!known) throw notFound();
  // The hearing's lock first, as everywhere.
  const ground = await groundFor(tx, viewer, known.responseId);
  const [thread] = await tx.select().from(commentThread).where(isThis).for("update");
  if (!thread) throw notFound();
  return { ground, thread };
}
