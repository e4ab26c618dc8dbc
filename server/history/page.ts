import { countsOf, passagesOf } from "../../app/document-model/passages";
import type { UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { historyToRead } from "./access";
import type { HistoryDeps } from "./deps";
import type { Hand as LogHand } from "./log/hands";
import { type Accepted, acceptedOf, versionsOf, writersOf } from "./queries";
import type { Extent, Moment, Read, Wanted } from "./reader";
import { folded, placeIn, suggestersOf } from "./rules";
import type { Hand, HistoryAsked, HistoryMoment, HistoryPage, HistoryVersion, HistoryView, WhoWrote } from "./shapes";

const PATIENCE_MS = 1500;

export async function page(
  deps: HistoryDeps,
  viewer: Viewer,
  responseId: string,
  asked: HistoryAsked,
): Promise<HistoryPage> {
  const { matter, extent, canWrite } = await historyToRead(deps.db, viewer, responseId);
  const versions = await versionsOf(deps.db, extent);
  const focus = focusOf(asked, extent, canWrite);
  const reading = deps.read(extent, { ...wantedFor(focus), overview: { kept: keptIn(versions, focus) } });
  const read = await soon(deps, reading.read);
  const common = { responseId: matter.response.id, total: extent.headSeq, can: { write: canWrite } };
  if (!read?.overview) return { ...common, isReady: false, rows: reading.rows() };
  const { sittings, moments } = read.overview;
  const accepted = await acceptedOf(deps.db, extent.documentId);
  const view = viewOf(focus, read, moments, accepted);
  const writers = new Set([
    ...sittings.flatMap(({ who }) => who ?? []),
    ...versions.map(({ by }) => by),
    ...(view.kind === "text"
      ? view.hands.flat().flatMap(({ by, suggestedBy }) => [...(by ? [by] : []), ...suggestedBy])
      : []),
  ]);
  return {
    ...common,
    isReady: true,
    headSeq: extent.headSeq,
    moments: moments.map(momentOf),
    sittings: sittings
      .map(({ who, from, to, ...sums }) => ({ by: who, from: new Date(from), to: new Date(to), ...sums }))
      .sort((one, other) => other.lastSeq - one.lastSeq),
    versions,
    writers: await writersOf(deps.db, matter.consultation.id, writers),
    view,
  };
}

/** Of one paragraph as it is now. */
export async function whoWrote(
  deps: HistoryDeps,
  viewer: Viewer,
  responseId: string,
  block: string,
): Promise<WhoWrote> {
  const { matter, extent } = await historyToRead(deps.db, viewer, responseId);
  const read = await soon(deps, deps.read(extent, { text: { seq: extent.headSeq, block } }).read);
  if (!read?.text) return { isReady: false };
  const hands = handsOf(read.text.hands[0] ?? [], await acceptedOf(deps.db, extent.documentId));
  const writers = new Set(hands.flatMap(({ by, suggestedBy }) => [...(by ? [by] : []), ...suggestedBy]));
  return { isReady: true, hands, writers: await writersOf(deps.db, matter.consultation.id, writers) };
}

/** What the page is about. */
type Focus =
  | { kind: "text"; seq: number }
  | { kind: "compared"; before: number; after: number }
  | { kind: "restoring"; seq: number; item: string | null; now: number };

function focusOf({ at, against, restore }: HistoryAsked, { headSeq }: Extent, canWrite: boolean): Focus {
  const seq = placeIn(at, headSeq) ?? headSeq;
  const other = placeIn(against, headSeq);
  if (restore !== null && canWrite) {
    const item = restore === "alt" ? null : restore;
    return { kind: "restoring", seq, item, now: headSeq };
  }
  if (other === null || other === seq) return { kind: "text", seq };
  return { kind: "compared", before: Math.min(seq, other), after: Math.max(seq, other) };
}

function wantedFor(focus: Focus): Wanted {
  if (focus.kind === "text") return { text: { seq: focus.seq } };
  return { plain: focus.kind === "compared" ? [focus.before, focus.after] : [focus.now, focus.seq] };
}

/** Moments that are shown can be gone to, too. */
function keptIn(versions: readonly HistoryVersion[], focus: Focus): number[] {
  const shown = focus.kind === "compared" ? [focus.before, focus.after] : [focus.seq];
  return [...versions.map(({ seq }) => seq), ...shown];
}

function viewOf(focus: Focus, read: Read, moments: readonly Moment[], accepted: readonly Accepted[]): HistoryView {
  const momentAt = (seq: number) => {
    const found = moments.find((one) => one.seq === seq);
    if (!found) throw new Error(`Expected a moment at ${seq}.`);
    return momentOf(found);
  };
  if (focus.kind === "text") {
    if (!read.text) throw new Error("Expected the text that was asked for.");
    const { document, hands } = read.text;
    return { kind: "text", moment: momentAt(focus.seq), document, hands: hands.map((one) => handsOf(one, accepted)) };
  }
  const [before, after] = read.plain;
  if (!before || !after) throw new Error("Expected two texts.");
  const passages = passagesOf(before, after);
  if (focus.kind === "compared") {
    const [from, to] = [momentAt(focus.before), momentAt(focus.after)];
    return { kind: "compared", before: from, after: to, counts: countsOf(passages), passages: folded(passages) };
  }
  const { item } = focus;
  const meant = item === null ? passages : passages.filter(({ id }) => id === item);
  return { kind: "restoring", moment: momentAt(focus.seq), item, counts: countsOf(meant), passages: folded(meant) };
}

function handsOf(hands: readonly LogHand[], accepted: readonly Accepted[]): Hand[] {
  return hands.map(({ length, who, origin, at, seq }) => ({
    length,
    by: who,
    at: new Date(at),
    seq,
    suggestedBy: origin === "amendment" ? suggestersOf({ who, at }, accepted).filter((id: UserId) => id !== who) : [],
  }));
}

function momentOf({ seq, at, who }: Moment): HistoryMoment {
  return { seq, at: new Date(at), by: who };
}

/** Null when it takes longer than a page should wait. What was begun goes on, and is there when it is asked for again. */
async function soon({ patienceMs = PATIENCE_MS }: HistoryDeps, read: Promise<Read>): Promise<Read | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  // Nobody is left to hear that what nobody waits for any more has failed.
  read.catch(() => {});
  return Promise.race([read, late]).finally(() => clearTimeout(timer));
}
