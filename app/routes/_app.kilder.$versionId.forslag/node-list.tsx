import { Link } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import type { FlatNode } from "~/document-model/proposal";
import { nodeKinds } from "~/words/names";
import { proposal as words } from "~/words/sources";

type Props = {
  nodes: readonly FlatNode[];
  selected: FlatNode | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The tree as rows in reading order. A row is a link, so choosing one needs no script; the arrows move along them. */
export function NodeList({ nodes, selected, onKeyDown }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the rows' own; the rows are links inside.
    <div className="nodes-frame" onKeyDown={onKeyDown}>
      <ol className="nodes" aria-label={words.list}>
        {nodes.map((node) => (
          <NodeRow key={node.id} node={node} isSelected={node.id === selected?.id} />
        ))}
      </ol>
    </div>
  );
}

function NodeRow({ node, isSelected }: { node: FlatNode; isSelected: boolean }) {
  const { id, kind, number, heading, text, depth, warnings } = node;
  return (
    <li className="node" data-kind={kind} style={{ "--depth": depth } as React.CSSProperties}>
      <Link
        id={`punkt-${id}`}
        to={`?punkt=${id}`}
        replace
        preventScrollReset
        aria-current={isSelected ? "true" : undefined}
      >
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
        {warnings.length > 0 && (
          <span className="pill" data-tone="warn" title={warnings.map(words.warningText).join(" ")}>
            {words.warning}
          </span>
        )}
      </Link>
    </li>
  );
}
