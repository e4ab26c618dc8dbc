import { and, asc, eq, isNull } from "drizzle-orm";
import type { CommentId } from "../../db/ids";
import { comment, commentMention, commentThread } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import { parse } from "../parse";
import type { Acting, Done } from "./acting";
import { CommentForm, OwnForm } from "./forms";
import { isEmptied, listeners, ownProblem } from "./rules";
import { mentionsOf, noteMentions, tellOf } from "./tell";

/** An answer in an open thread. The same form again is the same answer. [K3] */
export async function reply({ deps, ground, thread, form }: Acting): Promise<Done> {
  const said = parse(CommentForm, form);
  const { tx, viewer } = ground;
  const commentId = said.commentId as CommentId;
  const [known] = await tx.select().from(comment).where(eq(comment.id, commentId));
  if (known && (known.by !== viewer.id || known.threadId !== thread.id)) throw notFound();
  if (known) return null;
  if (thread.resolvedAt) throw new Refusal("conflict", "thread-resolved");
  const mentions = await mentionsOf(ground, said.comment);
  const writers = await tx
    .selectDistinct({ by: comment.by })
    .from(comment)
    .where(and(eq(comment.threadId, thread.id), isNull(comment.removedAt)));
  await tx.insert(comment).values({
    id: commentId,
    threadId: thread.id,
    by: viewer.id,
    at: deps.clock.now(),
    text: said.comment,
  });
  await noteMentions(tx, commentId, mentions);
  await tellOf(deps, ground, thread, { kind: "mentioned", to: mentions });
  const others = listeners(
    thread,
    writers.map(({ by }) => by),
    mentions,
  );
  await tellOf(deps, ground, thread, { kind: "comment-answered", to: others });
  return { event: "comment-answered", data: { commentId } };
}

/** One's own words, changed: who is mentioned anew is told. */
export async function edit(acting: Acting): Promise<Done> {
  const { deps, ground, thread, form } = acting;
  const said = parse(CommentForm, form);
  const before = await ownComment(acting, said.commentId);
  if (before.text === said.comment) return null;
  const { tx } = ground;
  const mentions = await mentionsOf(ground, said.comment);
  const anew = await noteMentions(tx, before.id, mentions);
  await tx.update(comment).set({ text: said.comment, editedAt: deps.clock.now() }).where(eq(comment.id, before.id));
  await tellOf(deps, ground, thread, { kind: "mentioned", to: anew });
  return { event: "comment-edited", data: { commentId: before.id } };
}

/** Its place in the thread stays, its words are nowhere any more; a thread without words is solved. [K4] */
export async function takeBack(acting: Acting): Promise<Done> {
  const { deps, ground, thread, form } = acting;
  const { commentId } = parse(OwnForm, form);
  const { tx, viewer } = ground;
  const all = await tx.select().from(comment).where(eq(comment.threadId, thread.id)).orderBy(asc(comment.at));
  const own = all.find(({ id, by }) => id === commentId && by === viewer.id);
  if (own?.removedAt) return null;
  const { id } = await ownComment(acting, commentId);
  const at = deps.clock.now();
  await tx.update(comment).set({ text: "", removedAt: at }).where(eq(comment.id, id));
  await tx.delete(commentMention).where(eq(commentMention.commentId, id));
  const left = all.map((one) => ({ by: one.by, isTakenBack: one.removedAt !== null || one.id === id }));
  if (isEmptied(left) && !thread.resolvedAt)
    await tx
      .update(commentThread)
      .set({ resolvedBy: viewer.id, resolvedAt: at })
      .where(eq(commentThread.id, thread.id));
  return { event: "comment-taken-back", data: { commentId: id } };
}

async function ownComment({ ground: { tx, viewer }, thread }: Acting, commentId: string) {
  const [found] = await tx
    .select()
    .from(comment)
    .where(and(eq(comment.id, commentId as CommentId), eq(comment.threadId, thread.id)))
    .for("update");
  if (!found) throw notFound();
  const problem = ownProblem({ by: found.by, isTakenBack: found.removedAt !== null }, viewer);
  if (problem === "not-your-comment") throw new Refusal("forbidden", problem);
  if (problem) throw new Refusal("conflict", problem);
  return found;
}
