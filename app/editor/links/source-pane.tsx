import { memo, type RefObject, useMemo, useRef, useState } from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { EarlierClause } from "../../../server/responses/shapes";
import type { Target } from "../../document-model/document";
import { sourceLinking } from "../../words/linking";
import { pane as words } from "../../words/text-tools";
import type { Cite } from "../schema/quotes/cite";
import { useRovingFocus } from "../use-roving-focus";
import type { Saying } from "./answers/row-stance";
import type { Grab } from "./drag/clause-drag";
import { leftBehind, rewordedInto } from "./earlier";
import { isSameTarget } from "./label";
import { LeftBehind } from "./left-behind";
import { searchClauses } from "./search";
import { clausesToLookAt } from "./second-look";
import { SourceRow } from "./source-row";
import type { DocumentLinks } from "./use-document-links";
import { useFollow } from "./use-follow";
import type { LinkAs, Source } from "./use-source";

type Props = Pick<DocumentLinks, "current" | "partly" | "selected" | "counts"> & {
  source: Source;
  /** Null for readers. */
  onToggle: ((target: Target) => void) | null;
  onGrab: Grab;
  saying: Saying;
  /** Null for readers. */
  onCite: Cite | null;
  /** The clause that is offered for the paragraph of the caret. */
  suggested: string | null;
  linkAs: LinkAs;
  pane: RefObject<HTMLElement>;
};

const KEYS = { back: "ArrowUp", forth: "ArrowDown" };
const NO_PREFERENCE = { recent: [], mine: new Set<string>() };
const NOTHING: readonly EarlierClause[] = [];

/**
 * The source beside the text: a click links the paragraphs of the selection, another takes the links away; pulled onto a
 * paragraph a clause is linked to that one. [L6]
 */
export const SourcePane = memo(function SourcePane(props: Props) {
  const { source, current, counts, onToggle, linkAs, pane, selected, suggested } = props;
  const [filter, setFilter] = useState("");
  const shown = useMemo(() => filtered(source.inOrder, filter), [source, filter]);
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useRovingFocus(list, KEYS);
  useFollow(list, current[0]?.id ?? suggested);
  const row = useRow(props);
  return (
    <aside className="source-pane" aria-label={words.label} ref={pane} tabIndex={-1}>
      <div className="source-head">
        <h2>{source.sourceTitle}</h2>
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {onToggle && linkAs.centers.length > 1 && <CenterSelect {...linkAs} />}
        {onToggle && selected > 1 && <p className="source-several">{sourceLinking.several(selected)}</p>}
      </div>
      <ul
        className="source-list"
        ref={list}
        onKeyDown={onKeyDown}
        // Who only reads has no button in it, and scrolls it by its keys all the same.
        tabIndex={onToggle ? undefined : 0}
        aria-label={onToggle ? undefined : words.label}
      >
        {filter === "" && row(source.whole, null)}
        {shown.map((clause) => row({ kind: "clause", id: clause.id }, clause))}
        {shown.length === 0 && <li className="source-none">{words.nothing}</li>}
        {filter === "" && <LeftBehind clauses={leftBehind(counts, source)} current={current} counts={counts} />}
      </ul>
    </aside>
  );
});

/** A row of the list, with what is known of its clause. */
function useRow({ source, current, partly, counts, suggested, onToggle, onGrab, saying, onCite }: Props) {
  const reworded = useMemo(() => rewordedInto(source.earlier.values()), [source]);
  const toLookAt = useMemo(() => clausesToLookAt(source), [source]);
  return (target: Target, clause: ClauseRow | null) => (
    <SourceRow
      key={target.kind + target.id}
      kind={target.kind}
      id={target.id}
      clause={clause}
      before={reworded.get(target.id) ?? NOTHING}
      isToLookAt={toLookAt.has(target.id)}
      isMine={source.mine.has(target.id)}
      isCurrent={current.some((one) => isSameTarget(one, target))}
      isPartly={partly.has(target.id)}
      isSuggested={suggested === target.id}
      count={counts.get(target.id) ?? 0}
      onToggle={onToggle}
      onGrab={onGrab}
      saying={saying}
      onCite={onCite}
    />
  );
}

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

/** In the source's own order, whatever fits best. */
function filtered(clauses: readonly ClauseRow[], filter: string): readonly ClauseRow[] {
  if (filter.trim() === "") return clauses;
  const found = new Set(searchClauses(clauses, filter, NO_PREFERENCE).map(({ id }) => id));
  return clauses.filter(({ id }) => found.has(id));
}
