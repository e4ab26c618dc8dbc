import { eq } from "drizzle-orm";
import { commentThread } from "../../db/schema";
import { Refusal } from "../errors";
import { parse } from "../parse";
import type { Acting, Done } from "./acting";
import { AssignForm, MustBeSolvedForm, PlaceForm } from "./forms";
import { placed } from "./marks";
import { assigneeOf, tellOf } from "./tell";

/** Gives the thread to somebody, or with "" to nobody. */
export async function assign(acting: Acting): Promise<Done> {
  const { deps, ground, thread } = acting;
  const assignedTo = await assigneeOf(ground, parse(AssignForm, acting.form).assignedTo);
  if (assignedTo === thread.assignedTo) return null;
  await set(acting, { assignedTo });
  if (assignedTo) await tellOf(deps, ground, thread, { kind: "comment-assigned", to: [assignedTo] });
  return { event: assignedTo ? "comment-assigned" : "comment-unassigned", data: { assignedTo } };
}

/** As long as it is open and marked so, the text is not sent for approval. [A15] */
export async function mustBeSolved(acting: Acting): Promise<Done> {
  const isSo = parse(MustBeSolvedForm, acting.form).isSo === "yes";
  if (isSo === acting.thread.mustBeSolved) return null;
  await set(acting, { mustBeSolved: isSo });
  return { event: isSo ? "comment-must-be-solved" : "comment-may-stand" };
}

/** Solved twice is solved once. */
export async function resolve(acting: Acting): Promise<Done> {
  if (acting.thread.resolvedAt) return null;
  await set(acting, { resolvedBy: acting.ground.viewer.id, resolvedAt: acting.deps.clock.now() });
  return { event: "comment-resolved" };
}

export async function reopen(acting: Acting): Promise<Done> {
  if (!acting.thread.resolvedAt) return null;
  await set(acting, { resolvedBy: null, resolvedAt: null });
  return { event: "comment-reopened" };
}

/** Puts a thread whose words are gone on others. [K2] */
export async function attach(acting: Acting): Promise<Done> {
  const { deps, ground, thread } = acting;
  const wanted = parse(PlaceForm, acting.form);
  if (thread.clauseId) throw new Refusal("conflict", "comment-of-clause");
  const where = await placed(deps, ground, thread, wanted);
  await set(acting, where.at);
  return { event: "comment-attached", data: { blockId: where.at.blockId }, amended: where.amended };
}

async function set({ ground: { tx }, thread }: Acting, values: Partial<typeof commentThread.$inferInsert>) {
  await tx.update(commentThread).set(values).where(eq(commentThread.id, thread.id));
}
