import type { UserId } from "../../db/ids";
import type { CommentRow } from "./shapes";

const MENTION = /@\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}/g;

/** Who is mentioned in a comment, each once. [K5] */
export function mentionedIn(text: string): UserId[] {
  const ids = [...text.matchAll(MENTION)].map(([, id]) => id as UserId);
  return [...new Set(ids)];
}

/** What of a thread decides what may be done with it. */
export type CommentState = Pick<CommentRow, "by" | "isTakenBack">;

/** Code of why the viewer cannot change or take back that comment, or null. */
export function ownProblem(comment: CommentState, viewer: { id: UserId }): "not-your-comment" | "comment-gone" | null {
  if (comment.by !== viewer.id) return "not-your-comment";
  return comment.isTakenBack ? "comment-gone" : null;
}

/** A thread whose every comment has been taken back has nothing left to solve. [K4] */
export function isEmptied(comments: readonly CommentState[]): boolean {
  return comments.every(({ isTakenBack }) => isTakenBack);
}

/** Who hears of an answer: those who are in the conversation, except who is mentioned in it and hears of that. [K6] */
export function listeners(
  thread: { startedBy: UserId; assignedTo: UserId | null },
  writers: readonly UserId[],
  mentioned: readonly UserId[],
): UserId[] {
  const all = new Set([thread.startedBy, ...writers, ...(thread.assignedTo ? [thread.assignedTo] : [])]);
  return [...all].filter((id) => !mentioned.includes(id));
}
