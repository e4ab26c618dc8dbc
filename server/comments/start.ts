import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { type ClauseId, type CommentId, isId, type SourceVersionId, type ThreadId } from "../../db/ids";
import { clause, comment, commentThread } from "../../db/schema";
import { actorOf } from "../audit";
import type { Amended } from "../document-store/shapes";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { CommentDeps } from "./deps";
import { PlaceForm, StartForm } from "./forms";
import { type Ground, groundFor, type Thread } from "./ground";
import { placed } from "./marks";
import { assigneeOf, mentionsOf, noteMentions, tellOf } from "./tell";

type Said = z.output<typeof StartForm>;
type Place = z.output<typeof PlaceForm>;

/** A conversation begins with its first comment. The same form again is the same conversation. [K3] */
export async function start(deps: CommentDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  const said = parse(StartForm, form);
  const place = said.clauseId ? null : parse(PlaceForm, form);
  const amended = await deps.db.transaction(async (tx) => {
    const ground = await groundFor(tx, viewer, responseId);
    const begun = await begin(deps, ground, said);
    if (!begun) return null;
    const { thread, amended } = place ? await put(deps, ground, begun, place) : { thread: begun, amended: null };
    await sayFirst(deps, ground, thread, said);
    const { id: threadId, clauseId } = thread;
    await deps.audit.record(tx, actorOf(viewer), {
      event: "comment-started",
      objectKind: "response",
      objectId: thread.responseId,
      data: { threadId, commentId: said.commentId, ...(clauseId ? { clauseId } : {}) },
    });
    return amended;
  });
  if (amended) deps.onAmended(amended satisfies Amended<unknown>);
}

/** Null when it is there: sent twice, the id is the sender's own. Anybody else's is no id for this one. */
async function begin({ clock }: CommentDeps, ground: Ground, said: Said): Promise<Thread | null> {
  const { tx, viewer, matter } = ground;
  const id = said.threadId as ThreadId;
  const [row] = await tx
    .insert(commentThread)
    .values({
      id,
      clauseId: said.clauseId ? await clauseOf(ground, said.clauseId) : null,
      assignedTo: await assigneeOf(ground, said.assignedTo ?? ""),
      mustBeSolved: said.mustBeSolved === "yes",
      // What is about a clause has no words to lie on.
      mark: said.clauseId ? "none" : "waiting",
      municipalityId: viewer.municipality.id,
      responseId: matter.response.id,
      documentId: matter.response.documentId,
      startedBy: viewer.id,
      startedAt: clock.now(),
    })
    .onConflictDoNothing()
    .returning();
  if (row) return row;
  const [known] = await tx.select().from(commentThread).where(eq(commentThread.id, id));
  if (known?.startedBy !== viewer.id || known.responseId !== matter.response.id) throw notFound();
  return null;
}

async function put(deps: CommentDeps, ground: Ground, begun: Thread, place: Place) {
  const { at, amended } = await placed(deps, ground, begun, place);
  await ground.tx.update(commentThread).set(at).where(eq(commentThread.id, begun.id));
  return { thread: { ...begun, ...at }, amended };
}

async function sayFirst(deps: CommentDeps, ground: Ground, thread: Thread, said: Said): Promise<void> {
  const { tx, viewer } = ground;
  const mentions = await mentionsOf(ground, said.comment);
  const id = said.commentId as CommentId;
  const first = { id, threadId: thread.id, by: viewer.id, at: deps.clock.now(), text: said.comment };
  const made = await tx.insert(comment).values(first).onConflictDoNothing().returning({ id: comment.id });
  if (made.length === 0) throw notFound();
  await noteMentions(tx, id, mentions);
  await tellOf(deps, ground, thread, { kind: "mentioned", to: mentions });
  const { assignedTo } = thread;
  if (assignedTo) await tellOf(deps, ground, thread, { kind: "comment-assigned", to: [assignedTo] });
}

/** One of the source that the hearing is on. */
async function clauseOf({ tx, matter }: Ground, clauseId: string): Promise<ClauseId> {
  if (!isId<ClauseId>(clauseId)) throw notFound();
  const versionId: SourceVersionId = matter.consultation.versionId;
  const [known] = await tx
    .select({ id: clause.id })
    .from(clause)
    .where(and(eq(clause.id, clauseId), eq(clause.versionId, versionId), isNull(clause.joinedIntoId)));
  if (!known) throw notFound();
  return known.id;
}
