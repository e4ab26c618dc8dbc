import type * as Y from "yjs";
import { allBlocks, type Block, type ResponseDocument } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { Queryable } from "../../db/client";
import type { DocumentId, UserId } from "../../db/ids";
import { prepared } from "../../db/prepared";
import { type Hand, handsIn, isOneHand } from "./log/hands";
import { type LogRow, Tape } from "./log/tape";
import { type Sum, sumsOf } from "./log/words";
import { byWords, momentsOf, type Stint, sittingsOf } from "./rules";

/** A document as far as it was written when somebody asked. */
export type Extent = { documentId: DocumentId; epoch: number; headSeq: number };
export type Wanted = {
  /** A text with its authors; of one block alone where it is named. */
  text?: { seq: number; block?: string };
  /** Texts without. */
  plain?: readonly number[];
  /** Every sitting there was, and the moments one can go to, among them those of `kept`. */
  overview?: { kept: readonly number[] };
};
type CountedStint = Stint & Sum;
/** A place of the log: when it was written, and by whom. */
export type Moment = { seq: number; at: number; who: UserId | null };
type WrittenText = { document: ResponseDocument; hands: Hand[][] };
export type Read = {
  text: WrittenText | null;
  plain: ResponseDocument[];
  overview: { sittings: CountedStint[]; moments: Moment[] } | null;
};

export type Reader = (extent: Extent, wanted: Wanted) => Promise<Read>;

/** How far the reading of a log has come. */
type OnProgress = (extent: Extent, done: number) => void;

/** Documents whose log stays at hand: of what is looked at, somebody soon looks at another moment. */
const KEPT = 3;
const ROWS_AT_ONCE = 5000;

const LOG = `select payload, user_id as "userId", origin, (extract(epoch from at) * 1000)::float8 as at from document_update
  where document_id = $1::uuid and epoch = $2::int and seq > $3::bigint and seq <= $4::bigint order by seq`;

type Known = { tape: Tape; sittings: { stints: Stint[]; of: Int32Array }; counted: CountedStint[] | null };

/** Plays logs and answers what they say. What it has played it goes on from: a log only grows. [V2] */
export function createReader(db: Queryable, onProgress: OnProgress = () => {}): Reader {
  const kept = new Map<string, Known>();
  return async (extent, wanted) => {
    const key = `${extent.documentId} ${extent.epoch}`;
    const before = kept.get(key);
    kept.delete(key);
    const known = await grown(db, before, extent, onProgress);
    kept.set(key, known);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    return answer(known, wanted);
  };
}

async function grown(db: Queryable, before: Known | undefined, extent: Extent, onProgress: OnProgress): Promise<Known> {
  const tape = before?.tape ?? new Tape();
  if (before && tape.headSeq >= extent.headSeq) return before;
  while (tape.headSeq < extent.headSeq) {
    const until = Math.min(extent.headSeq, tape.headSeq + ROWS_AT_ONCE);
    const rows = await prepared<LogRow>(db, LOG, [extent.documentId, extent.epoch, tape.headSeq, until]);
    const expected = until - tape.headSeq;
    if (rows.length !== expected)
      throw new Error(`Expected ${expected} updates after ${tape.headSeq}; found ${rows.length}.`);
    tape.add(rows);
    onProgress(extent, tape.headSeq);
  }
  return { tape, sittings: sittingsOf(tape.rows), counted: null };
}

function answer(known: Known, { text, plain = [], overview }: Wanted): Read {
  return {
    text: text ? written(known, text) : null,
    plain: plain.map((seq) => on(known.tape, seq, readDocument)),
    overview: overview ? { sittings: counted(known), moments: momentsIn(known, overview.kept) } : null,
  };
}

/** Of the newest moment the tape has the text itself. */
function on<Answer>(tape: Tape, seq: number, ask: (doc: Y.Doc) => Answer): Answer {
  if (seq === tape.headSeq) return ask(tape.doc);
  const doc = tape.at(seq);
  const found = ask(doc);
  doc.destroy();
  return found;
}

function written({ tape, sittings }: Known, { seq, block }: { seq: number; block?: string }): WrittenText {
  return on(tape, seq, (doc) => {
    const document = readDocument(doc);
    const found = handsIn(tape, doc, sittings.of);
    const isSame = (one: Hand, other: Hand) => isOneHand(one, other, sittings.of);
    const settled = (of: Block | undefined, hands: readonly Hand[]) => byWords(of ? lettersOf(of) : "", hands, isSame);
    const blocks = [...allBlocks(document)];
    if (block === undefined) return { document, hands: blocks.map((of, at) => settled(of, found[at]?.hands ?? [])) };
    const at = found.findIndex(({ id }) => id === block);
    const one = found[at];
    return { document: { ...document, blocks: [], links: {} }, hands: one ? [settled(blocks[at], one.hands)] : [] };
  });
}

/** Line breaks are nobody's. */
function lettersOf({ content }: Block): string {
  return content.map((inline) => ("text" in inline ? inline.text : "")).join("");
}

function momentsIn({ tape, sittings }: Known, kept: readonly number[]): Moment[] {
  return momentsOf(tape.rows, sittings.stints, kept).flatMap((seq) => {
    const row = tape.rows[seq - 1];
    return row ? [{ seq, at: row.at, who: row.userId }] : [];
  });
}

function counted(known: Known): CountedStint[] {
  const { stints, of } = known.sittings;
  known.counted ??= sumsOf(known.tape, of, stints.length).map((sum, index) => ({
    ...(stints[index] as Stint),
    ...sum,
  }));
  return known.counted;
}
