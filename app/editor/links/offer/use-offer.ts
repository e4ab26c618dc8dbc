import type { Editor } from "@tiptap/core";
import { type MutableRefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { persistently } from "../../../components/later";
import { whenIdle } from "../../../components/when-idle";
import { offer as words } from "../../../words/linking";
import { nameOf } from "../label";
import type { Linker } from "../linker";
import type { LinksByBlock } from "../use-links";
import type { Source } from "../use-source";
import type { Offer } from "./offer-for";
import type { createOfferWatch } from "./offer-watch";

type Given = {
  editor: Editor;
  links: LinksByBlock;
  source: Source;
  center: string | null;
  /** Null for who only reads: nothing is offered then. */
  linker: Linker | null;
  announce: (message: string) => void;
};

export type Offered = {
  offer: Offer | null;
  text: string;
  /** The clause that it is about, when it is one. */
  clauseId: string | null;
  take: () => void;
  wave: () => void;
};

/** What is offered for the paragraph of the caret, once the person rests there. [L9] */
export function useOffer(given: Given): Offered {
  const { editor, links, source, center, linker, announce } = given;
  const latest = useRef(given);
  latest.current = given;
  const [offer, setOffer] = useState<Offer | null>(null);
  const waved = useRef<Set<string>>(new Set());
  const watch = useWatch(latest, waved, setOffer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is offered depends on them
  useEffect(() => watch.current?.lookSoon(), [links, source, center, linker === null]);
  const text = offer ? textOf(offer, source) : "";
  useEffect(() => {
    if (text) announce(words.heard(text));
  }, [text, announce]);
  const take = useCallback(() => {
    if (offer) latest.current.linker?.link(offer.blockIds, offer.targets);
  }, [offer]);
  const wave = useCallback(() => {
    if (!offer) return;
    waved.current.add(offer.blockId);
    latest.current.announce(words.dismissed);
    watch.current?.lookSoon();
  }, [offer, watch]);
  useOfferKeys(editor, offer, take, wave);
  const clauseId = offer?.kind === "clause" ? (offer.targets[0]?.id ?? null) : null;
  return useMemo(() => ({ offer, text, clauseId, take, wave }), [offer, text, clauseId, take, wave]);
}

function useWatch(
  latest: MutableRefObject<Given>,
  waved: MutableRefObject<Set<string>>,
  show: (offer: Offer | null) => void,
) {
  const watch = useRef<ReturnType<typeof createOfferWatch> | null>(null);
  const { editor } = latest.current;
  useEffect(() => {
    const ask = () => {
      const { links, source, center, linker } = latest.current;
      return linker && center ? { links, source, center, waved: waved.current, rows: source.inOrder } : null;
    };
    // Nobody waits for an offer: what it takes to find one comes after the text.
    const giveUp = persistently(
      () => whenIdle().then(() => import("./offer-watch")),
      (part) => {
        watch.current = part.createOfferWatch({ editor, ask, show });
        watch.current.lookSoon();
      },
    );
    return () => {
      giveUp();
      watch.current?.destroy();
      watch.current = null;
    };
  }, [editor, latest, waved, show]);
  return watch;
}

function useOfferKeys(editor: Editor, offer: Offer | null, take: () => void, wave: () => void): void {
  useEffect(() => {
    if (!offer) return;
    const { offerKeys } = editor.storage;
    offerKeys.answers = { take, wave };
    return () => {
      offerKeys.answers = null;
    };
  }, [editor, offer, take, wave]);
}

function textOf({ kind, targets, blockIds }: Offer, source: Source): string {
  if (kind === "below") return words.below(blockIds.length);
  const names = targets.map((target) => nameOf(target, source));
  return kind === "heading" ? words.heading(names) : words.clause(names);
}
