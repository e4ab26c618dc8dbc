import { useEffect, useMemo, useRef, useState } from "react";
import { outline as words } from "~/words/outline";
import { Row } from "./rows";
import { useDragging } from "./use-dragging";
import type { Outline } from "./use-outline";

type Props = { outline: Outline; inUse?: readonly string[] };
const NONE: readonly string[] = [];

/** The tree as rows in reading order: one of them has the keys, several can be chosen, each can be dragged elsewhere. */
export function RowsFrame({ outline, inUse = NONE }: Props) {
  const { page, onKeyDown } = outline;
  const rows = useRows(outline, inUse);
  const { line, ...dragging } = useDragging(outline);
  return (
    <div className="nodes-frame">
      <div
        className="nodes"
        role="tree"
        aria-label={words.list}
        aria-multiselectable={page.can.correct || undefined}
        data-editable={page.can.correct ? "" : undefined}
        onKeyDown={onKeyDown}
        {...(page.can.correct ? dragging : {})}
      >
        {rows}
      </div>
      <div className="drop-line" ref={line} hidden />
    </div>
  );
}

/** Made anew when the tree or what is chosen is another, not whenever something is sent or answered. */
function useRows({ nodes, focus, chosen, names, refused, pick }: Outline, inUse: readonly string[]) {
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  const latest = useRef(pick);
  latest.current = pick;
  const used = useMemo(() => new Set(inUse), [inUse]);
  // A row that the server has named keeps its place on the page, and with it the focus.
  const keys = useMemo(() => new Map([...names].map(([own, given]) => [given, own])), [names]);
  const [focusId, first, last] = [focus?.id, chosen.at(0)?.id, chosen.at(-1)?.id];
  return useMemo(() => {
    const from = nodes.findIndex(({ id }) => id === first);
    const to = nodes.findIndex(({ id }) => id === last);
    return nodes.map((node, at) => (
      <Row
        key={keys.get(node.id) ?? node.id}
        node={node}
        isFocus={isHere ? node.id === focusId : null}
        isChosen={at >= from && at <= to}
        isInUse={used.has(node.id)}
        refusal={refused?.nodeId === node.id ? refused.code : null}
        onPick={(id, isExtending) => latest.current(id, { isExtending })}
      />
    ));
  }, [nodes, focusId, first, last, isHere, used, keys, refused]);
}
