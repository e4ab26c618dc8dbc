import type { Editor } from "@tiptap/core";
import { type PointerEvent as ReactPointerEvent, useCallback, useRef, useState } from "react";
import type { Target } from "../../../document-model/document";
import { sourceLinking as words } from "../../../words/linking";
import { labelOf } from "../label";
import type { Linker } from "../linker";
import { meantBlocks } from "../meant-blocks";
import type { Source } from "../use-source";
import { blockAt, elementOf } from "./block-at";
import { followPointer } from "./follow-pointer";
import "./drag.css";

export type Grab = (event: ReactPointerEvent, target: Target) => void;

type Carried = { target: Target; x: number; y: number; blockIds: readonly string[] };

/** A clause that is pulled out of the source over the paragraph it is to be linked to. [L6] */
export function useClauseDrag(editor: Editor, linker: Linker | null) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const latest = useRef(linker);
  latest.current = linker;
  const grab = useCallback<Grab>(
    (event, target) => {
      // A finger scrolls the list; there a tap links.
      if (!latest.current || event.button !== 0 || event.pointerType === "touch") return;
      let now: Carried | null = null;
      followPointer(event.nativeEvent, {
        move: (x, y) => {
          now = { target, x, y, blockIds: meant(editor, blockAt(editor, x, y)) };
          setCarried(now);
        },
        end: (isDropped) => {
          setCarried(null);
          if (isDropped && now && now.blockIds.length > 0) latest.current?.link(now.blockIds, [target]);
        },
      });
    },
    [editor],
  );
  return { carried, grab };
}

/** Over one of several selected paragraphs all of them are meant. */
function meant(editor: Editor, blockId: string | null): readonly string[] {
  if (!blockId) return [];
  const selected = meantBlocks(editor.state);
  return selected.includes(blockId) ? selected : [blockId];
}

type Props = { editor: Editor; source: Source; carried: Carried | null };

/** What is carried, at the pointer, and a line beside each paragraph that it would be linked to. */
export function CarriedClause({ editor, source, carried }: Props) {
  if (!carried) return null;
  const { target, x, y, blockIds } = carried;
  const label = labelOf(target, source);
  return (
    <div aria-hidden="true">
      {blockIds.map((blockId) => (
        <DropLine key={blockId} block={elementOf(editor, blockId)} />
      ))}
      <div className="carried-clause" data-is-over={blockIds.length > 0 || undefined} style={{ left: x, top: y }}>
        {blockIds.length > 0 ? words.drop(label, blockIds.length) : label}
      </div>
    </div>
  );
}

const OUTSIDE = 12;

function DropLine({ block }: { block: Element | null }) {
  if (!block) return null;
  const { top, left, width, height } = block.getBoundingClientRect();
  return <div className="drop-line" style={{ top, left: left - OUTSIDE, width: width + OUTSIDE, height }} />;
}
