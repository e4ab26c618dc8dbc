import { memo } from "react";
import type { ComparedLayout } from "~/components/compared";
import { EmptyState } from "~/components/page";
import { comparison as words } from "~/words/comparison";
import { ComparedRow, type Labels } from "./compared-row";
import { Folded } from "./folded";
import type { Part } from "./rows";
import type { useChanges } from "./use-changes";

type Props = Pick<ReturnType<typeof useChanges>, "list" | "onFocus"> & {
  parts: readonly Part[];
  layout: ComparedLayout;
  labels: Labels;
};

/** So many rows fit into a window; they are compared before the page is sent. */
const FIRST = 8;

export const List = memo(function List({ parts, layout, labels, list, onFocus }: Props) {
  if (parts.length === 0) return <EmptyState title={words.none.title} text={words.none.text} />;
  return (
    <ol className="comparison" ref={list} onFocus={onFocus} data-layout={layout}>
      {parts.map((part, at) =>
        "row" in part ? (
          <ComparedRow key={part.row.key} row={part.row} layout={layout} labels={labels} isFirst={at < FIRST} />
        ) : (
          <Folded key={part.folded[0]?.key} rows={part.folded} />
        ),
      )}
    </ol>
  );
});
