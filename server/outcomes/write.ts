import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { ResponseId, UserId } from "../../db/ids";
import { outcome as outcomes } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import type { OutcomeDeps } from "./deps";
import type { Outcome } from "./shapes";

export const NONE = "none";
export type Told = { blockId: string; outcome: Outcome | typeof NONE; reason: string };
export type Noted = { outcome: Outcome; reason: string; by: UserId; at: Date };

/** Answers what stood there, and whether it was the very same; then nothing is written. */
export async function write(
  { clock }: Pick<OutcomeDeps, "clock">,
  tx: Transaction,
  viewer: Viewer,
  responseId: ResponseId,
  { blockId, outcome, reason }: Told,
): Promise<{ before: Noted | null; isSame: boolean }> {
  const before = await notedOn(tx, responseId, blockId);
  const isSame = outcome === NONE ? !before : before?.outcome === outcome && before.reason === reason;
  if (isSame) return { before, isSame };
  await put(tx, responseId, blockId, outcome === NONE ? null : { outcome, reason, by: viewer.id, at: clock.now() });
  return { before, isSame };
}

export async function notedOn(tx: Transaction, responseId: ResponseId, blockId: string): Promise<Noted | null> {
  const { outcome, reason, recordedBy: by, recordedAt: at } = outcomes;
  const [known] = await tx.select({ outcome, reason, by, at }).from(outcomes).where(isIt(responseId, blockId));
  return known ?? null;
}

export async function put(
  tx: Transaction,
  responseId: ResponseId,
  blockId: string,
  noted: Noted | null,
): Promise<void> {
  if (!noted) {
    await tx.delete(outcomes).where(isIt(responseId, blockId));
    return;
  }
  const row = { outcome: noted.outcome, reason: noted.reason, recordedBy: noted.by, recordedAt: noted.at };
  await tx
    .insert(outcomes)
    .values({ responseId, blockId, ...row })
    .onConflictDoUpdate({ target: [outcomes.responseId, outcomes.blockId], set: row });
}

function isIt(responseId: ResponseId, blockId: string) {
  return and(eq(outcomes.responseId, responseId), eq(outcomes.blockId, blockId));
}
