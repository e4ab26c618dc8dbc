import * as Y from "yjs";
import { ROOTS } from "../../../app/document-model/document";
import { isLetters } from "./pieces";
import type { Tape } from "./tape";

export type Sum = { added: number; removed: number };

// biome-ignore lint/suspicious/noExplicitAny: Yjs types each of its types by its own events, which are nothing to us.
type AnyType = Y.AbstractType<any>;
/** A word, and how often it came (or, below nothing, went). */
type Tally = Map<string, number>;
type Stretch = { text: string; by: number };

/**
 * How many words each sitting has added and taken away. What it typed and took back, and what it only moved, is neither:
 * words are weighed against each other over the whole of the sitting. [V3]
 */
export function sumsOf(tape: Tape, sittingOf: Int32Array, count: number): Sum[] {
  const tallies = Array.from({ length: count }, (): Tally => new Map());
  const weigh = (sitting: number, text: string, by: number) => {
    const tally = tallies[sitting];
    for (const word of text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []) tally?.set(word, (tally.get(word) ?? 0) + by);
  };
  for (const type of typesIn(tape.doc.getXmlFragment(ROOTS.body))) weighText(tape, type, sittingOf, weigh);
  return tallies.map((tally) => {
    const sum = { added: 0, removed: 0 };
    for (const often of tally.values()) {
      sum.added += Math.max(0, often);
      sum.removed += Math.max(0, -often);
    }
    return sum;
  });
}

function* typesIn(type: AnyType): Generator<AnyType> {
  yield type;
  for (let item = type._start; item; item = item.right)
    if (item.content instanceof Y.ContentType) yield* typesIn(item.content.type);
}

function weighText(
  tape: Tape,
  type: AnyType,
  sittingOf: Int32Array,
  weigh: (sitting: number, text: string, by: number) => void,
): void {
  const open = new Map<number, Stretch>();
  const close = (sitting: number, { text, by }: Stretch) => {
    weigh(sitting, text, by);
    open.delete(sitting);
  };
  for (const { text, written, gone } of stretchesIn(tape, type)) {
    const came = sittingOf[written] ?? -1;
    const went = gone === 0 ? -1 : (sittingOf[gone] ?? -1);
    // Typed and taken back within one sitting: nobody else has seen it stay.
    if (came === went && gone !== 0) continue;
    for (const [sitting, stretch] of open) if (sitting !== came && sitting !== went) close(sitting, stretch);
    for (const [sitting, by] of [[came, 1] as const, [went, -1] as const]) {
      if (sitting < 0) continue;
      const stretch = open.get(sitting);
      if (stretch && stretch.by === by) stretch.text += text;
      else {
        if (stretch) close(sitting, stretch);
        open.set(sitting, { text, by });
      }
    }
  }
  for (const [sitting, stretch] of open) close(sitting, stretch);
}

/** The letters of a text, those that are gone too, in runs that came with one row of the log and went with one. */
function* stretchesIn({ written, gone }: Tape, type: AnyType) {
  for (let item = type._start; item; item = item.right) {
    if (!isLetters(item)) continue;
    const { client, clock } = item.id;
    for (let at = 0; at < item.length; ) {
      const most = item.length - at;
      const length = Math.min(written.same(client, clock + at, most), gone.same(client, clock + at, most));
      const text = item.content.str.slice(at, at + length);
      yield { text, written: written.get(client, clock + at), gone: gone.get(client, clock + at) };
      at += length;
    }
  }
}
