import { memo, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Target } from "../../document-model/document";
import { links as linkWords, pane as words } from "../../words/editor";
import { useRovingFocus } from "../use-roving-focus";
import { isSameTarget, labelOfClause } from "./label";
import { searchClauses } from "./search";
import type { DocumentLinks, LinkAs, Source } from "./use-source";

type Props = Pick<DocumentLinks, "current" | "counts"> & {
  source: Source;
  /** Null for readers. */
  onToggle: ((target: Target) => void) | null;
  linkAs: LinkAs;
  pane: RefObject<HTMLElement>;
  onClose: () => void;
};

const KEYS = { back: "ArrowUp", forth: "ArrowDown" };
const NOBODY: ReadonlySet<string> = new Set();

/** The source beside the text: a click links the paragraph of the caret, another takes the link away. [L6] */
export const SourcePane = memo(function SourcePane(props: Props) {
  const { source, current, counts, onToggle, linkAs, onClose, pane } = props;
  const [filter, setFilter] = useState("");
  const shown = useMemo(() => filtered(source.inOrder, filter), [source, filter]);
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useRovingFocus(list, KEYS);
  useFollow(list, current);
  const row = (target: Target, clause: ClauseRow | null) => (
    <Row
      key={target.kind + target.id}
      kind={target.kind}
      id={target.id}
      clause={clause}
      isMine={source.mine.has(target.id)}
      isCurrent={current.some((one) => isSameTarget(one, target))}
      count={counts.get(target.id) ?? 0}
      onToggle={onToggle}
    />
  );
  return (
    <aside className="source-pane" aria-label={words.label} ref={pane} tabIndex={-1}>
      <div className="source-head">
        <h2>{source.sourceTitle}</h2>
        <button type="button" className="source-close" aria-label={words.close} onClick={onClose}>
          ×
        </button>
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {onToggle && linkAs.centers.length > 1 && <CenterSelect {...linkAs} />}
      </div>
      <ul className="source-list" ref={list} onKeyDown={onKeyDown}>
        {filter === "" && row(source.whole, null)}
        {shown.map((clause) => row({ kind: "clause", id: clause.id }, clause))}
        {shown.length === 0 && <li className="source-none">{words.nothing}</li>}
      </ul>
    </aside>
  );
});

function CenterSelect({ centers, chosen, choose }: LinkAs) {
  return (
    <label className="source-as">
      {words.linkAs}
      <select value={chosen ?? ""} onChange={(event) => choose(event.target.value)}>
        {centers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type RowProps = Target & {
  clause: ClauseRow | null;
  isMine: boolean;
  isCurrent: boolean;
  count: number;
  onToggle: Props["onToggle"];
};

const Row = memo(function Row({ kind, id, clause, isMine, isCurrent, count, onToggle }: RowProps) {
  // Without a number its words alone say what it is.
  const label = clause?.number ? labelOfClause(clause) : null;
  return (
    <li
      className="source-row"
      data-kind={clause?.kind ?? "source"}
      data-depth={Math.min(clause?.depth ?? 0, 4)}
      data-current={isCurrent || undefined}
      data-target={id}
    >
      <button
        type="button"
        className="source-target"
        data-stop
        aria-pressed={isCurrent}
        disabled={!onToggle}
        // The caret stays where it is: the click is about its paragraph.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onToggle?.({ kind, id })}
      >
        {label && <span className="source-number">{label}</span>}
        <span className="source-text">
          {!clause && <span className="source-number">{linkWords.whole}</span>}
          {clause?.heading && <strong>{clause.heading}</strong>}
          {clause?.text && <span className="source-words">{clause.text}</span>}
        </span>
        {isMine && <span className="source-mine" aria-hidden="true" />}
      </button>
      {count > 0 && (
        <span className="source-count" title={words.linkCount(count)}>
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{words.linkCount(count)}</span>
        </span>
      )}
    </li>
  );
});

/** In the source's own order, whatever fits best. */
function filtered(clauses: readonly ClauseRow[], filter: string): readonly ClauseRow[] {
  if (filter.trim() === "") return clauses;
  const found = new Set(searchClauses(clauses, filter, NOBODY).map(({ id }) => id));
  return clauses.filter(({ id }) => found.has(id));
}

/** As the caret moves, what its paragraph is linked to comes into sight; not while somebody is busy in the pane itself. */
function useFollow(list: RefObject<HTMLUListElement>, current: readonly Target[]): void {
  const key = current.map(({ id }) => id).join(" ");
  useEffect(() => {
    const element = list.current;
    if (!element || key === "" || element.matches(":hover, :focus-within")) return;
    showRow(element, key.split(" ")[0] ?? "");
  }, [list, key]);
}

/** Scrolls the list alone, never the page. */
export function showRow(list: HTMLElement, targetId: string): void {
  const row = list.querySelector<HTMLElement>(`[data-target="${CSS.escape(targetId)}"]`);
  if (!row) return;
  const top = row.offsetTop - list.offsetTop;
  const isInSight = top >= list.scrollTop && top + row.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!isInSight) list.scrollTo({ top: top - list.clientHeight / 3 });
}
