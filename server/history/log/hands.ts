import * as Y from "yjs";
import { ROOTS } from "../../../app/document-model/document";
import type { UserId } from "../../../db/ids";
import { isLetters } from "./pieces";
import type { LogRow, Tape } from "./tape";

/** So many letters of a block, and who wrote them first. */
export type Hand = { length: number; who: UserId | null; origin: LogRow["origin"]; at: number; seq: number };

/** The hands of one block. Two blocks may have one id until the server has mended that. */
export type Written = { id: string; hands: Hand[] };

/**
 * Of each block of a document that the tape has played, in order, who wrote its letters; line breaks are nobody's. What
 * one person wrote in one sitting is one hand, with the time of the last of it. [V1]
 */
export function handsIn(tape: Tape, doc: Y.Doc, sittingOf: Int32Array): Written[] {
  return [...blocksIn(doc.getXmlFragment(ROOTS.body))].map((block) => ({
    id: String(block.getAttribute("id") ?? ""),
    hands: handsOf(tape, block, sittingOf),
  }));
}

function* blocksIn(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const node of parent.toArray()) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (node.nodeName === "block") yield node;
    else yield* blocksIn(node);
  }
}

function handsOf(tape: Tape, block: Y.XmlElement, sittingOf: Int32Array): Hand[] {
  const hands: Hand[] = [];
  for (const { seq, length } of runsIn(tape, block)) {
    const row = tape.rows[seq - 1];
    if (!row) continue;
    const { userId: who, origin, at } = row;
    const last = hands.at(-1);
    const hand = { length, who, origin, at, seq };
    if (!last || !isOneHand(last, hand, sittingOf)) hands.push(hand);
    else {
      last.length += length;
      if (at >= last.at) Object.assign(last, { at, seq });
    }
  }
  return hands;
}

/** What one person wrote in one sitting; what a command put in for them stands by itself. */
export function isOneHand(one: Hand, other: Hand, sittingOf: Int32Array): boolean {
  if (one.who !== other.who || one.origin !== other.origin) return false;
  return one.origin === "amendment" ? one.seq === other.seq : sittingOf[one.seq] === sittingOf[other.seq];
}

function* runsIn(tape: Tape, within: Y.XmlElement | Y.XmlText): Generator<{ seq: number; length: number }> {
  for (let item = within._start; item; item = item.right) {
    if (item.deleted) continue;
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) yield* runsIn(tape, type);
    if (!isLetters(item)) continue;
    const { client, clock } = item.id;
    for (let at = 0; at < item.length; ) {
      const length = tape.source.same(client, clock + at, item.length - at);
      yield { seq: tape.source.get(client, clock + at), length };
      at += length;
    }
  }
}
