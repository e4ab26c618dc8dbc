import type { Transaction } from "../../db/client";
import type { UserId } from "../../db/ids";
import { commentMention } from "../../db/schema";
import { Refusal } from "../errors";
import type { NoticeKind } from "../notices/shapes";
import type { CommentDeps } from "./deps";
import type { Ground, Thread } from "./ground";
import { knownAmong } from "./queries";
import { mentionedIn } from "./rules";

/** Tells people that something in the thread waits for them, in the command's own transaction. [K6] */
export async function tellOf(
  { notices }: CommentDeps,
  { tx, viewer, matter }: Ground,
  thread: Pick<Thread, "id" | "blockId">,
  news: { kind: NoticeKind; to: readonly UserId[] },
): Promise<void> {
  const about = { threadId: thread.id, ...(thread.blockId ? { blockId: thread.blockId } : {}) };
  await notices.tell(tx, {
    ...news,
    municipalityId: viewer.municipality.id,
    responseId: matter.response.id,
    by: viewer.id,
    about,
  });
}

/** Who is mentioned, each of them somebody here; else the refusal names whom it is about. [K5] */
export async function mentionsOf({ tx, viewer, matter }: Ground, text: string): Promise<UserId[]> {
  const ids = mentionedIn(text);
  const known = await knownAmong(tx, viewer, matter.response.id, ids);
  const strangers = ids.filter((id) => !known.has(id));
  if (strangers.length > 0)
    throw new Refusal(
      "invalid",
      "form",
      Object.fromEntries(strangers.map((id) => [`mention.${id}`, "mentions-nobody"])),
    );
  return ids;
}

/** The rows of a comment's mentions as they are now; answers those who were not mentioned before. */
export async function noteMentions(
  tx: Transaction,
  commentId: typeof commentMention.$inferSelect.commentId,
  ids: readonly UserId[],
): Promise<UserId[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .insert(commentMention)
    .values(ids.map((userId) => ({ commentId, userId })))
    .onConflictDoNothing()
    .returning({ userId: commentMention.userId });
  return rows.map(({ userId }) => userId);
}

/** Somebody a thread is given to; "" is nobody. */
export async function assigneeOf({ tx, viewer, matter }: Ground, id: string): Promise<UserId | null> {
  if (id === "") return null;
  const [known] = await knownAmong(tx, viewer, matter.response.id, [id as UserId]);
  if (!known) throw new Refusal("invalid", "form", { assignedTo: "mentions-nobody" });
  return known;
}
