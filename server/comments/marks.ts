import { and, eq, isNotNull } from "drizzle-orm";
import type * as Y from "yjs";
import {
  type Anchor,
  marksIn,
  nearestPlace,
  onlyPlace,
  type Paragraphs,
  type Put,
  paragraphsIn,
  placeWithoutMark,
  putMark,
  takeMark,
  type Words,
  wordsOfAll,
} from "../../app/document-model/comment-anchors";
import type { Transaction } from "../../db/client";
import type { ResponseId } from "../../db/ids";
import { commentThread } from "../../db/schema";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import type { CommentDeps } from "./deps";
import type { Ground, Thread } from "./ground";
import { furtherOf } from "./queries";

/** Where the words are that somebody has chosen: they may have moved, and the text may be locked. */
type Placed = Words & { more: Words[] } & Pick<Thread, "mark">;

/**
 * Finds the words and puts the thread's mark on them, in the commenting's own transaction: a mark without its thread, or a
 * thread whose mark was lost on the way, cannot be. In a locked text the mark waits. [K2]
 */
export async function placed(deps: CommentDeps, { tx, matter }: Ground, thread: Pick<Thread, "id">, wanted: Put) {
  const { documentId } = matter.response;
  if (matter.document?.state !== "active") {
    const loaded = await deps.documents.load(documentId);
    const put = loaded && allFound(paragraphsIn(loaded.doc), wanted);
    loaded?.doc.destroy();
    if (!put) throw wordsGone();
    return { at: { ...put, mark: "waiting" } satisfies Placed, amended: null };
  }
  const known = await markable(tx, matter.response.id);
  const amended = await deps.documents.amend(tx, documentId, null, (doc) => {
    const paragraphs = paragraphsIn(doc);
    const put = allFound(paragraphs, wanted);
    if (!put) throw wordsGone();
    takeMark(paragraphs, thread.id);
    for (const words of wordsOfAll(put)) putMark(paragraphs, thread.id, spanOf(words));
    return {
      put,
      settled: settle(
        doc,
        known.filter(({ id }) => id !== thread.id),
      ),
    };
  });
  await note(tx, amended.answer.settled);
  return { at: { ...amended.answer.put, mark: "put" } satisfies Placed, amended };
}

const wordsGone = () => new Refusal("conflict", "words-gone");

function spanOf({ blockId, quote, place }: Words): Anchor {
  return { blockId, from: place, to: place + quote.length };
}

/** Of several paragraphs' words those that are still there; null when none is. */
function allFound(paragraphs: Paragraphs, wanted: Put): (Words & { more: Words[] }) | null {
  const [first, ...more] = wordsOfAll(wanted).flatMap((words) => found(paragraphs, words) ?? []);
  return first ? { ...first, more } : null;
}

/** In their paragraph, the nearest to where they were seen; else in the only paragraph that has them, once. */
function found(paragraphs: Paragraphs, { blockId, quote, place }: Words): Words | null {
  const own = paragraphs.get(blockId);
  const at = own ? nearestPlace(own.text, quote, place) : null;
  if (at !== null) return { blockId, quote, place: at };
  if (quote === "") return null;
  const others = [...paragraphs.keys()].flatMap((id) => {
    const at = onlyPlace(paragraphs.get(id)?.text ?? "", quote);
    return at === null ? [] : [{ blockId: id, quote, place: at }];
  });
  return others.length === 1 ? (others[0] ?? null) : null;
}

type Markable = Pick<Thread, "id" | "blockId" | "quote" | "place" | "mark" | "more">;

function markable(tx: Transaction, responseId: ResponseId): Promise<Markable[]> {
  const { id, blockId, quote, place, mark, more } = commentThread;
  return tx
    .select({ id, blockId, quote, place, mark, more })
    .from(commentThread)
    .where(and(eq(commentThread.responseId, responseId), isNotNull(blockId)));
}

type Settled = { id: Thread["id"]; mark: Thread["mark"] }[];

/** Whatever has lost its mark (or never had one) and stands where it was put gets it back. Answers what has changed. */
function settle(doc: Y.Doc, threads: readonly Markable[]): Settled {
  const paragraphs = paragraphsIn(doc);
  const marks = marksIn(paragraphs);
  return threads.flatMap(({ id, blockId, mark, ...put }) => {
    const all = blockId === null ? [] : wordsOfAll({ ...put, blockId, more: furtherOf(put) });
    const there = all.flatMap((words) => placeWithoutMark(words, paragraphs) ?? []);
    if (!marks.has(id)) for (const anchor of there) putMark(paragraphs, id, anchor);
    const now = marks.has(id) || there.length > 0 ? "put" : "none";
    // What is only missing just now may come back by an undo, with its mark.
    return mark === now || (mark === "put" && now === "none") ? [] : [{ id, mark: now }];
  });
}

async function note(tx: Transaction, settled: Settled): Promise<void> {
  for (const { id, mark } of settled) await tx.update(commentThread).set({ mark }).where(eq(commentThread.id, id));
}

/**
 * Marks that could not be put in while the text was locked, once it is open again. The rows say which those are until the
 * marks are committed with them: whoever reads the list next does what a crash has left. [K2]
 */
export async function putWaiting(deps: CommentDeps, viewer: Viewer, responseId: ResponseId): Promise<void> {
  const amended = await deps.db.transaction(async (tx) => {
    const { document, response } = await matterOfResponse(tx, viewer, responseId);
    if (document?.state !== "active") return null;
    const waits = and(eq(commentThread.responseId, responseId), eq(commentThread.mark, "waiting"));
    const [one] = await tx
      .select({ id: commentThread.id })
      .from(commentThread)
      .where(and(waits, isNotNull(commentThread.blockId)))
      .limit(1);
    if (!one) return null;
    const known = await markable(tx, responseId);
    const written = await deps.documents.amend(tx, response.documentId, null, (doc) => settle(doc, known));
    await note(tx, written.answer);
    return written;
  });
  if (amended) deps.onAmended(amended);
}
