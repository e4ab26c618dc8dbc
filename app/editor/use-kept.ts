import { useCallback, useEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import { onChange } from "./changes";
import type { ConnectionState } from "./connection";
import { forget, type Kept, keep, keptFor, tabStorage } from "./kept";
import type { Delivery } from "./offline/courier";
import type { Keeper } from "./offline/keeper";
import type { Deliveries } from "./offline/use-deliveries";
import type { Session } from "./session";
import { stillUnsaved, unsavedParagraphs } from "./unsaved";

type Of = { session: Session; state: ConnectionState; documentId: string; person: { id: string } };

/**
 * What this page would lose if it ended now is kept in the tab whenever it could be the last moment, unless all of it is
 * on the machine. [E10] [E30]
 */
export function useKeeping({ session, state, documentId, person }: Of, keeper: Keeper | null): () => boolean {
  const { doc, connection } = session;
  const isKept = useRef(false);
  const keepNow = useCallback(() => {
    if (!connection.hasUnsaved() || keeper?.isSafe) return true;
    const from = connection.unsavedFrom();
    isKept.current = true;
    const paragraphs = unsavedParagraphs(doc, from);
    return keep(tabStorage(), { documentId, person: person.id, client: from.client, paragraphs });
  }, [doc, connection, keeper, documentId, person.id]);
  const isEndangered = state.hasUnsaved && ["refused", "left-out", "room-full"].includes(state.phase);
  useEffect(() => {
    if (isEndangered) keepNow();
    if (state.hasUnsaved || !isKept.current) return;
    forget(tabStorage(), { documentId, client: connection.unsavedFrom().client });
    isKept.current = false;
  }, [isEndangered, state.hasUnsaved, keepNow, connection, documentId]);
  useEffect(() => whenPageEnds(keepNow), [keepNow]);
  return keepNow;
}

/** A page may end without a word, a hidden one above all; and the text ends when another page of ours takes its place. */
function whenPageEnds(act: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === "hidden") act();
  };
  window.addEventListener("pagehide", act);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    window.removeEventListener("pagehide", act);
    document.removeEventListener("visibilitychange", hidden);
    act();
  };
}

/**
 * What an earlier life of the page could not save. Nothing until the text is here, and what was sent from this machine:
 * that shows what it has by now.
 */
export function useEarlier({ session: { doc }, state, documentId, person }: Of, { list, isSettled }: Deliveries) {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const synced = state.synced && isSettled;
  useEffect(() => {
    if (!synced) return;
    const look = () => setKept((before) => withoutSaved(doc, before));
    setKept(withoutSaved(doc, keptFor(tabStorage(), { documentId, person: person.id })));
    return onChange(doc, look);
  }, [doc, synced, documentId, person.id]);
  const dismiss = () => {
    for (const one of kept) forget(tabStorage(), one);
    setKept([]);
  };
  // What cannot be sent is shown as such, once and whole.
  const shown = kept.filter(({ client }) => !list.some((delivery) => delivery.client === client && isStuck(delivery)));
  return {
    paragraphs: shown.flatMap(({ paragraphs }) => paragraphs),
    isCut: shown.some(({ isCut }) => isCut),
    dismiss,
  };
}

function isStuck({ phase }: Delivery): boolean {
  return phase === "locked" || phase === "refused";
}

/** What the text has was saved after all, and only the answer was lost. The same array when nothing changes. */
function withoutSaved(doc: Y.Doc, kept: readonly Kept[]): readonly Kept[] {
  const left = kept.flatMap((one) => {
    const paragraphs = stillUnsaved(doc, one.client, one.paragraphs);
    if (paragraphs.length === 0) forget(tabStorage(), one);
    return paragraphs.length === 0 ? [] : [{ ...one, paragraphs }];
  });
  const count = (of: readonly Kept[]) => of.reduce((total, { paragraphs }) => total + paragraphs.length, 0);
  return count(left) === count(kept) ? kept : left;
}
