import { eq, sql } from "drizzle-orm";
import { commentThread } from "../../db/schema";
import { actorOf } from "../audit";
import type { Viewer } from "../identity/viewer";
import type { Acting, Done } from "./acting";
import { assign, attach, mustBeSolved, reopen, resolve } from "./decide";
import type { CommentDeps } from "./deps";
import { threadFor } from "./ground";
import { edit, reply, takeBack } from "./say";
import type { ThreadCommand } from "./shapes";

const ACTS: Readonly<Record<ThreadCommand, (acting: Acting) => Promise<Done>>> = {
  reply,
  edit,
  "take-back": takeBack,
  assign,
  "must-be-solved": mustBeSolved,
  resolve,
  reopen,
  attach,
};

/** One thing is done to a thread, and whoever looks at the response's comments sees that something was. [K3] */
export async function act(
  deps: CommentDeps,
  viewer: Viewer,
  threadId: string,
  command: ThreadCommand,
  form: unknown,
): Promise<void> {
  const amended = await deps.db.transaction(async (tx) => {
    const { ground, thread } = await threadFor(tx, viewer, threadId);
    const done = await ACTS[command]({ deps, ground, thread, form });
    if (!done) return null;
    await tx
      .update(commentThread)
      .set({ revision: sql`${commentThread.revision} + 1` })
      .where(eq(commentThread.id, thread.id));
    await deps.audit.record(tx, actorOf(viewer), {
      event: done.event,
      objectKind: "response",
      objectId: thread.responseId,
      data: { threadId: thread.id, ...done.data },
    });
    return done.amended ?? null;
  });
  if (amended) deps.onAmended(amended);
}
