import type { Editor } from "@tiptap/core";
import { memo, useEffect, useId, useRef, useState } from "react";
import { StateMark } from "../../components/state-mark";
import type { Link, Stance, Target } from "../../document-model/document";
import { shortStances, stances } from "../../words/names";
import { earlierClause } from "../../words/new-version";
import { links as words } from "../../words/text-tools";
import { ChipCard } from "./chip-card";
import { alsoGone, type Mention, mentionsOf } from "./earlier";
import { goToStances } from "./go-to-stances";
import { labelOf } from "./label";
import type { Linker } from "./linker";
import { OfferChip } from "./offer/offer-chip";
import type { Offered } from "./offer/use-offer";
import { waitsForLook } from "./second-look";
import { stanceKey } from "./stance-key";
import { stancesOn } from "./stances";
import { useBeside } from "./use-beside";
import type { DocumentLinks } from "./use-document-links";
import type { Source } from "./use-source";

type Props = Pick<DocumentLinks, "links" | "present"> & {
  editor: Editor;
  source: Source;
  /** Null for readers. */
  linker: Linker | null;
  onShow: (target: Target) => void;
  offered: Offered;
};

/** The margin: beside each paragraph what it comments on. Drawn when that changes, not when somebody types. [L4] */
export const Chips = memo(function Chips({ editor, links, present, offered, ...rest }: Props) {
  const column = useRef<HTMLDivElement>(null);
  useBeside(editor, column, present, links, offered.text);
  useEffect(() => stanceKey.answer(editor, () => goToStances(editor)), [editor]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list cannot be laid on sheets
    <div role="list" className="chips" aria-label={words.column} ref={column}>
      {present.flatMap((blockId) => {
        const ofBlock = links.get(blockId);
        const group = ofBlock ? [<ChipGroup key={blockId} blockId={blockId} links={ofBlock} {...rest} />] : [];
        if (offered.offer?.blockId !== blockId) return group;
        return [...group, <OfferChip key={`offer ${blockId}`} offered={offered} source={rest.source} />];
      })}
    </div>
  );
});

type GroupProps = Pick<Props, "source" | "linker" | "onShow"> & { blockId: string; links: readonly Link[] };

const ChipGroup = memo(function ChipGroup({ blockId, links, source, linker, onShow }: GroupProps) {
  return (
    <li className="chip-group" data-for={blockId}>
      {mentionsOf(links, source).map((mention) => (
        <Chip
          key={mention.target.kind + mention.target.id}
          mention={mention}
          also={alsoGone(mention.target, links, source)}
          said={stancesOn(mention.target, links, source)}
          onSay={linker && ((center, stance) => linker.say(blockId, mention.target, center, stance))}
          source={source}
          onRemove={linker && ((center) => linker.remove(blockId, mention.target, center))}
          onShow={() => onShow(mention.target)}
        />
      ))}
    </li>
  );
});

type ChipProps = {
  mention: Mention;
  /** What goes with it when it is taken away. */
  also: readonly Target[];
  /** What each center says the paragraph is to it. */
  said: ReadonlyMap<string, Stance>;
  onSay: ((center: string, stance: Stance | null) => void) | null;
  source: Source;
  onRemove: ((center?: string) => void) | null;
  onShow: () => void;
};

/**
 * A number that shows its clause on hover and focus, until Escape. Its card is made when it is first asked for: a long text
 * has hundreds of them, and nobody looks at more than a few.
 */
function Chip({ mention, source, onShow, ...rest }: ChipProps) {
  const id = useId();
  const [card, setCard] = useState<"unasked" | "shown" | "dismissed">("unasked");
  const wake = () => setCard("shown");
  const { target } = mention;
  const look = lookOf(mention, source);
  const said = [...new Set(rest.said.values())];
  const mine = rest.onSay ? mention.centers.filter((center) => source.speaksFor.has(center)) : [];
  const maySay = mine.length === 0 ? undefined : mine.some((center) => !rest.said.has(center)) ? "now" : "again";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card wherever in it the focus is
    <div
      className="chip-place"
      data-dismissed={card === "dismissed" || undefined}
      data-may-say={maySay}
      onMouseEnter={wake}
      onFocus={(event) => event.target.classList.contains("chip") && wake()}
      onKeyDown={(event) => event.key === "Escape" && setCard("dismissed")}
    >
      <button
        type="button"
        className="chip"
        data-kind={target.kind}
        data-standing={look.standing}
        aria-label={[look.name, ...said.map((stance) => stances[stance].toLowerCase())].join(", ")}
        aria-describedby={card === "unasked" ? undefined : id}
        onClick={onShow}
      >
        {look.standing === "changed" && <StateMark state="look-again" />}
        <span className="chip-label">{look.label}</span>
        {look.suffix && <span className="chip-suffix">{look.suffix}</span>}
        {said.length > 0 && (
          <span className="chip-suffix">{said.map((stance) => shortStances[stance]).join(", ")}</span>
        )}
      </button>
      {card !== "unasked" && <ChipCard id={id} mention={mention} source={source} {...rest} />}
    </div>
  );
}

/** What a chip says in a word or two, and to who listens. What has been looked at again is like any other. */
function lookOf(mention: Mention, source: Source) {
  const label = labelOf(mention.target, source);
  const { standing } = mention;
  if (standing === "dropped" || standing === "undecided")
    return { standing, label, suffix: earlierClause[standing], name: earlierClause.chip[standing](label) };
  if (waitsForLook(mention, source)) return { standing, label, suffix: null, name: earlierClause.chip.changed(label) };
  return { standing: "current" as const, label, suffix: null, name: words.chip(label) };
}
