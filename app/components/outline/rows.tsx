import { Link } from "@remix-run/react";
import { type MouseEvent, memo } from "react";
import { RefusalSentence } from "~/components/refusal-sentence";
import type { FlatNode } from "~/document-model/proposal";
import { nodeKinds } from "~/words/names";
import { outline as words } from "~/words/outline";
import { proposal } from "~/words/proposal";

type Props = {
  node: FlatNode;
  /** Where the keys are; null before the script has come: then every row is a link of its own. */
  isFocus: boolean | null;
  isChosen: boolean;
  isInUse: boolean;
  /** Why the last correction of it was not made. */
  refusal: string | null;
  onPick: (id: string, isExtending: boolean) => void;
};

/** A row is a link, so choosing one needs no script. Drawn anew only when what it shows is another. */
export const Row = memo(DrawnRow, (before, after) => {
  const [was, is] = [before.node, after.node];
  const isSameNode = was.id === is.id && was.kind === is.kind && was.depth === is.depth && was.number === is.number;
  const isSameWords = was.heading === is.heading && was.text === is.text && was.warnings.join() === is.warnings.join();
  const isSameState = before.isFocus === after.isFocus && before.isChosen === after.isChosen;
  return (
    isSameNode && isSameWords && isSameState && before.isInUse === after.isInUse && before.refusal === after.refusal
  );
});

function DrawnRow({ node, isFocus, isChosen, isInUse, refusal, onPick }: Props) {
  const { id, kind, depth } = node;
  function onClick(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    onPick(id, event.shiftKey);
  }
  return (
    <div
      className="node"
      role="none"
      data-kind={kind}
      data-row={id}
      style={{ "--depth": depth } as React.CSSProperties}
    >
      <Link
        id={`punkt-${id}`}
        role="treeitem"
        to={`?punkt=${id}`}
        replace
        preventScrollReset
        draggable={false}
        tabIndex={isFocus === false ? -1 : undefined}
        aria-level={depth + 1}
        aria-selected={isChosen}
        aria-current={isFocus ? "true" : undefined}
        aria-describedby={refusal ? `hvorfor-${id}` : undefined}
        onClick={onClick}
      >
        <RowWords node={node} isInUse={isInUse} />
      </Link>
      {refusal && (
        <p className="node-refusal" id={`hvorfor-${id}`} role="alert">
          <RefusalSentence code={refusal} />
        </p>
      )}
    </div>
  );
}

function RowWords({ node: { kind, number, heading, text, warnings }, isInUse }: { node: FlatNode; isInUse: boolean }) {
  return (
    <>
      <span className="grip" draggable aria-hidden="true" title={words.drag} />
      <span className="kind" data-kind={kind}>
        {nodeKinds[kind]}
      </span>
      <span className="node-words">
        {(number || heading) && (
          <strong>
            {number} {heading}
          </strong>
        )}
        {text && <span className="node-text">{text}</span>}
      </span>
      <span className="node-marks">
        {isInUse && <span className="node-in-use">{words.inUse}</span>}
        {warnings.length > 0 && (
          <span className="pill" data-tone="warn" title={warnings.map(proposal.warningText).join(" ")}>
            {proposal.warning}
          </span>
        )}
      </span>
    </>
  );
}
