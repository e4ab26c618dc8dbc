import type { Passage } from "../../app/document-model/passages";
import type { UserId } from "../../db/ids";
import type { LogRow } from "./log/tape";
import type { ComparedPassage } from "./shapes";

/** One person's work in a text without a long pause. Others may have written meanwhile. `who` null: how the text began. */
export type Stint = { who: UserId | null; firstSeq: number; lastSeq: number; from: number; to: number };

type Row = Pick<LogRow, "userId" | "origin" | "at">;

/** Away from the text for longer than this is another sitting. */
const SITTING_ENDS_MS = 30 * 60_000;
/** Within a sitting the slider stops where nobody wrote for so long. */
const PAUSE_MS = 2 * 60_000;
/** So many steps of the slider are told apart. */
export const MOST_MOMENTS = 400;

/** The sittings in the order in which they began, and of each row which one it belongs to; -1: nobody's writing. [V3] */
export function sittingsOf(rows: readonly Row[]): { stints: Stint[]; of: Int32Array } {
  const stints: Stint[] = [];
  const of = new Int32Array(rows.length + 1).fill(-1);
  const latest = new Map<UserId | null, number>();
  rows.forEach(({ userId, origin, at }, index) => {
    const seq = index + 1;
    if (userId === null && origin !== "seed") return;
    const open = latest.get(userId) ?? -1;
    const stint = stints[open];
    if (stint && at - stint.to <= SITTING_ENDS_MS) {
      stint.lastSeq = seq;
      stint.to = Math.max(stint.to, at);
      of[seq] = open;
      return;
    }
    of[seq] = stints.push({ who: userId, firstSeq: seq, lastSeq: seq, from: at, to: at }) - 1;
    latest.set(userId, of[seq]);
  });
  return { stints, of };
}

/** The places of the log that one can go to: ends of sittings, pauses, `kept` (versions), the beginning and now. [V3] */
export function momentsOf(rows: readonly Row[], stints: readonly Stint[], kept: readonly number[]): number[] {
  const head = rows.length;
  const firm = new Set([1, head, ...kept, ...stints.map(({ lastSeq }) => lastSeq)]);
  for (let pause = PAUSE_MS; ; pause *= 2) {
    const found = rows.flatMap(({ at }, index) => {
      const next = rows[index + 1];
      return firm.has(index + 1) || (next && next.at - at >= pause) ? [index + 1] : [];
    });
    if (found.length <= MOST_MOMENTS) return found;
    if (pause > SITTING_ENDS_MS) return thinned(found, new Set([1, head, ...kept]));
  }
}

/** Every so many, and what must be there. */
function thinned(moments: readonly number[], firm: ReadonlySet<number>): number[] {
  const step = Math.ceil(moments.length / MOST_MOMENTS);
  return moments.filter((seq, index) => firm.has(seq) || index % step === 0);
}

/** The moment that a text of an address names: a place of the log, or the newest one. */
export function placeIn(text: string | null, headSeq: number): number | null {
  if (text === null || !/^\d{1,12}$/.test(text)) return null;
  const seq = Number(text);
  return seq >= 1 && seq <= headSeq ? seq : null;
}

/** As the live text shows them: see server/sync/presence.ts. */
const COLORS = ["#1f6f8b", "#8a4b08", "#5b3a8c", "#2f6b2f", "#a02c4a", "#35508f", "#7a5c00", "#00695c", "#8b3a62"];

function colorOf(id: UserId): string {
  const number = Number.parseInt(id.replace(/\D/g, "").slice(0, 9) || "0", 10);
  return COLORS[number % COLORS.length] ?? "#1f6f8b";
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return ends
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Each the colour that the live text shows them in, or another one where two would have the same. */
export function colorsOf(ids: readonly UserId[]): Map<UserId, string> {
  const found = new Map<UserId, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const own = colorOf(id);
    const color = taken.has(own) ? (COLORS.find((one) => !taken.has(one)) ?? own) : own;
    taken.add(color);
    found.set(id, color);
  }
  return found;
}

type Stretch = { length: number };

/**
 * Hands by whole words: a word that was typed over keeps now and then a letter of the one before, which says nothing to
 * anybody. It is whose most of its letters are. [V1]
 */
export function byWords<Of extends Stretch>(
  text: string,
  hands: readonly Of[],
  isSame: (a: Of, b: Of) => boolean,
): Of[] {
  const found: Of[] = [];
  let at = 0;
  let [index, left] = [0, hands[0]?.length ?? 0];
  for (const [word] of text.matchAll(/\S+\s*|\s+/gu)) {
    const lengths = new Map<Of, number>();
    for (let length = word.length; length > 0 && hands[index]; ) {
      const hand = hands[index] as Of;
      const taken = Math.min(length, left);
      const known = [...lengths.keys()].find((one) => isSame(one, hand)) ?? hand;
      lengths.set(known, (lengths.get(known) ?? 0) + taken);
      length -= taken;
      left -= taken;
      if (left === 0) {
        index += 1;
        left = hands[index]?.length ?? 0;
      }
    }
    const [most] = [...lengths].sort(([, one], [, other]) => other - one);
    if (!most) break;
    const last = found.at(-1);
    if (last && isSame(last, most[0])) last.length += word.length;
    else found.push({ ...most[0], length: word.length });
    at += word.length;
  }
  return at === 0 ? [...hands] : found;
}

/** An amendment and the decision it belongs to are written in one transaction, a moment apart. */
const ONE_COMMAND_MS = 10_000;

/** Whose suggestions an amendment has put into the text: those that its writer accepted in the same command. [V1] */
export function suggestersOf(
  row: { who: UserId | null; at: number },
  accepted: readonly { by: UserId; decidedBy: UserId; at: Date }[],
): UserId[] {
  const late = accepted
    .filter(({ decidedBy, at }) => decidedBy === row.who && at.getTime() >= row.at)
    .map((one) => ({ ...one, after: one.at.getTime() - row.at }))
    .filter(({ after }) => after <= ONE_COMMAND_MS);
  const first = Math.min(...late.map(({ after }) => after));
  return [...new Set(late.flatMap(({ by, after }) => (after === first ? [by] : [])))];
}

/** What is the same is told as a number. */
export function folded(passages: readonly Passage[]): ComparedPassage[] {
  const shown: ComparedPassage[] = [];
  for (const one of passages) {
    const last = shown.at(-1);
    if (one.kind !== "same" || one.isMoved) shown.push(one);
    else if (last?.kind === "unchanged") last.count += 1;
    else shown.push({ kind: "unchanged", id: one.id, count: 1 });
  }
  return shown;
}
