import type { Editor } from "@tiptap/react";
import { memo, useId, useRef, useState } from "react";
import type { CenterRow } from "../../../server/consultations/shapes";
import type { Link, Target } from "../../document-model/document";
import { links as words } from "../../words/editor";
import { byTarget, labelOf } from "./label";
import type { Linker } from "./linker";
import { useBeside } from "./use-beside";
import type { DocumentLinks, Source } from "./use-source";

type Props = Pick<DocumentLinks, "links" | "present"> & {
  editor: Editor;
  source: Source;
  /** Null for readers. */
  linker: Linker | null;
  onShow: (target: Target) => void;
};

/** The margin: beside each paragraph what it comments on. Drawn when that changes, not when somebody types. [L4] */
export const Chips = memo(function Chips({ editor, links, present, ...rest }: Props) {
  const column = useRef<HTMLUListElement>(null);
  useBeside(editor, column, present, links);
  return (
    <ul className="chips" aria-label={words.column} ref={column}>
      {present.flatMap((blockId) => {
        const ofBlock = links.get(blockId);
        return ofBlock ? [<ChipGroup key={blockId} blockId={blockId} links={ofBlock} {...rest} />] : [];
      })}
    </ul>
  );
});

type GroupProps = Pick<Props, "source" | "linker" | "onShow"> & { blockId: string; links: readonly Link[] };

const ChipGroup = memo(function ChipGroup({ blockId, links, source, linker, onShow }: GroupProps) {
  return (
    <li className="chip-group" data-for={blockId}>
      {byTarget(links).map(({ target, centers }) => (
        <Chip
          key={target.kind + target.id}
          target={target}
          centers={source.centers.filter(({ id }) => centers.includes(id))}
          source={source}
          onRemove={linker && ((center) => linker.remove(blockId, target, center))}
          onShow={() => onShow(target)}
        />
      ))}
    </li>
  );
});

type ChipProps = {
  target: Target;
  centers: readonly CenterRow[];
  source: Source;
  onRemove: ((center?: string) => void) | null;
  onShow: () => void;
};

/** A number that shows its clause on hover and focus, until Escape. */
function Chip({ target, centers, source, onRemove, onShow }: ChipProps) {
  const id = useId();
  const [isDismissed, setDismissed] = useState(false);
  const label = labelOf(target, source.clauses);
  const wake = () => setDismissed(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card wherever in it the focus is
    <div
      className="chip-place"
      data-dismissed={isDismissed || undefined}
      onMouseEnter={wake}
      onFocus={(event) => event.target.classList.contains("chip") && wake()}
      onKeyDown={(event) => event.key === "Escape" && setDismissed(true)}
    >
      <button
        type="button"
        className="chip"
        data-kind={target.kind}
        aria-label={words.chip(label)}
        aria-describedby={id}
        onClick={onShow}
      >
        {label}
      </button>
      <div className="chip-card" id={id}>
        <ChipText target={target} source={source} />
        <p className="chip-centers">{words.madeBy(centers.map(({ shortName }) => shortName))}</p>
        {onRemove && <Removal centers={centers} onRemove={onRemove} />}
      </div>
    </div>
  );
}

function ChipText({ target, source }: { target: Target; source: Source }) {
  const clause = source.clauses.get(target.id);
  if (target.kind === "source") return <p className="chip-heading">{source.sourceTitle}</p>;
  if (!clause) return <p>{words.unknown}</p>;
  return (
    <>
      <p className="chip-heading">{[clause.number, clause.heading].filter(Boolean).join(" ")}</p>
      {clause.text && <p className="chip-text">{clause.text}</p>}
    </>
  );
}

/** One button; with several centers one for each, so that nobody takes away another's link unawares. */
function Removal({ centers, onRemove }: { centers: readonly CenterRow[]; onRemove: (center?: string) => void }) {
  if (centers.length < 2) {
    return (
      <button type="button" className="chip-remove" onClick={() => onRemove()}>
        {words.remove}
      </button>
    );
  }
  return centers.map(({ id, shortName }) => (
    <button key={id} type="button" className="chip-remove" onClick={() => onRemove(id)}>
      {words.removeOf(shortName)}
    </button>
  ));
}
