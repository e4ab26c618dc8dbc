import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "~/components/button";
import { isTarget } from "~/document-model/proposal";
import { searchClauses } from "~/editor/links/search";
import { carryOver as words } from "~/words/carry-over";
import { shortened } from "~/words/clause-names";
import { nodeKinds } from "~/words/names";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { DeskRow } from "../../../server/carry-over/shapes";
import { take } from "./acts";
import type { Desk } from "./desk";

type Props = { desk: Desk; row: DeskRow };

/** So many are shown; more words find the rest. */
const MOST = 40;
const NOBODY: ReadonlySet<string> = new Set();
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

/** A combobox over the whole new version. What it takes is chosen, and seen beside the old text before it is accepted. */
export function ChooseAnother({ desk, row }: Props) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = useFound(desk, row, query);
  const shown = found.slice(0, MOST);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const end = (clause: ClauseRow | undefined, isAlso: boolean) => {
    if (clause) take(desk, row, clause.id, isAlso ? "mark" : "choose");
    desk.search(false);
  };
  return (
    <div className="carry-search">
      <label className="field-label" htmlFor={`${id}-field`}>
        {words.search.label}
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-help`}
        placeholder={words.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={keysOf(shown, active, setActive, end)}
      />
      <Options id={id} clauses={shown} active={active} onChoose={(clause, isAlso) => end(clause, isAlso)} />
      <p className="small soft" role="status">
        {foundWords(found.length)}
      </p>
      <p className="small soft" id={`${id}-help`}>
        {words.search.help}
      </p>
      <Button type="button" kind="bare" size="small" onClick={() => desk.search(false)}>
        {words.search.close}
      </Button>
    </div>
  );
}

function foundWords(count: number): string {
  if (count === 0) return words.search.none;
  return count > MOST ? words.search.first(MOST, count) : words.search.found(count);
}

/** Of two that answer equally well, what can be linked to comes first where the old clause could be. */
function useFound({ page }: Desk, { from }: DeskRow, query: string): ClauseRow[] {
  const first = useMemo(
    () => (isTarget(from) ? new Set<string>(page.after.filter(isTarget).map(({ id }) => id)) : NOBODY),
    [page.after, from],
  );
  return useMemo(() => searchClauses(page.after, query, { recent: [], mine: first }), [page.after, query, first]);
}

function keysOf(
  shown: readonly ClauseRow[],
  active: number,
  setActive: (at: number) => void,
  end: (clause: ClauseRow | undefined, isAlso: boolean) => void,
) {
  return (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) setActive(Math.max(0, Math.min(shown.length - 1, active + step)));
    else if (event.key === "Escape") end(undefined, false);
    else if (event.key !== "Enter") return;
    else if (shown[active]) end(shown[active], event.shiftKey);
    event.preventDefault();
    event.stopPropagation();
  };
}

type OptionsProps = {
  id: string;
  clauses: readonly ClauseRow[];
  active: number;
  onChoose: (clause: ClauseRow, isAlso: boolean) => void;
};

function Options({ id, clauses, active, onChoose }: OptionsProps) {
  return (
    <div role="listbox" id={`${id}-list`} aria-label={words.search.results} className="carry-options">
      {clauses.map((clause, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus
        <div
          key={clause.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Else the field loses the focus before the click is one.
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onChoose(clause, event.shiftKey)}
        >
          <strong>
            {clause.number} {clause.heading}
          </strong>{" "}
          {clause.text && <span>{shortened(clause.text, 140)}</span>}
          <span className="kind" data-kind={clause.kind}>
            {nodeKinds[clause.kind]}
          </span>
        </div>
      ))}
    </div>
  );
}
