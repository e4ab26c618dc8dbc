import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Target } from "../../document-model/document";
import { links as linkWords, search as words } from "../../words/editor";
import { isSameTarget, labelOfClause } from "./label";
import { searchClauses } from "./search";

export type SearchEnd =
  | { chosen: Target }
  /** Nothing chosen; `typed` is what stood in the field, and whether the person is back in the text. */
  | { typed: string; isLeaving: boolean };

type Props = {
  clauses: readonly ClauseRow[];
  mine: ReadonlySet<string>;
  source: Target;
  /** What the paragraph is linked to already. */
  linked: readonly Target[];
  place: { top: number; left: number };
  help: string;
  onEnd: (end: SearchEnd) => void;
};

type Option = { target: Target; clause: ClauseRow | null };

/** The search that § opens: a combobox over the source. Enter links, Escape leaves. [L5] */
export function LinkSearch({ clauses, mine, source, linked, place, help, onEnd }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const options = useMemo(() => optionsOf(clauses, query, mine, source), [clauses, query, mine, source]);
  const end = useEndOnce(onEnd);
  useInSight(field, `${id}-${active}`);
  const keyed = onKeys(options.length, active, setActive, (isChosen) =>
    end(isChosen ? chosenOf(options[active], query) : { typed: query, isLeaving: false }),
  );
  return (
    <div className="link-search" style={place}>
      <input
        ref={field}
        role="combobox"
        aria-label={words.label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={keyed}
        onBlur={() => end({ typed: query, isLeaving: true })}
      />
      <Options
        id={id}
        options={options}
        active={active}
        mine={mine}
        linked={linked}
        onChoose={(target) => end({ chosen: target })}
      />
      <p className="link-search-help">{help}</p>
      <p className="visually-hidden" role="status">
        {options.length === 0 ? words.none : words.found(options.length)}
      </p>
    </div>
  );
}

/** Takes the focus, and brings the whole list into sight at first and the chosen option ever after. */
function useInSight(field: RefObject<HTMLInputElement>, activeId: string): void {
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, [field]);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

function onKeys(count: number, active: number, setActive: (index: number) => void, end: (isChosen: boolean) => void) {
  return (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) setActive(Math.min(count - 1, Math.max(0, active + step)));
    else if (event.key === "Enter" || event.key === "Escape") end(event.key === "Enter");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The first end counts: closing takes the focus from the field, which would end it again. */
function useEndOnce(onEnd: (end: SearchEnd) => void): (end: SearchEnd) => void {
  const isOver = useRef(false);
  return (end) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(end);
  };
}

function chosenOf(option: Option | undefined, query: string): SearchEnd {
  return option ? { chosen: option.target } : { typed: query, isLeaving: false };
}

/** The source as a whole is always there: first when it is asked for, else last. */
function optionsOf(clauses: readonly ClauseRow[], query: string, mine: ReadonlySet<string>, source: Target): Option[] {
  const found = searchClauses(clauses, query, mine).map(
    (clause): Option => ({ clause, target: { kind: "clause", id: clause.id } }),
  );
  const whole: Option = { clause: null, target: source };
  const isAsked = query.trim() !== "" && linkWords.whole.toLowerCase().startsWith(query.trim().toLowerCase());
  return isAsked ? [whole, ...found] : [...found, whole];
}

type OptionsProps = {
  id: string;
  options: readonly Option[];
  active: number;
  mine: ReadonlySet<string>;
  linked: readonly Target[];
  onChoose: (target: Target) => void;
};

function Options({ id, options, active, mine, linked, onChoose }: OptionsProps) {
  return (
    <div role="listbox" id={`${id}-list`} aria-label={words.results} className="link-search-list">
      {options.map(({ target, clause }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus
        <div
          key={target.kind + target.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="link-search-option"
          // Else the field loses the focus before the click is one.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(target)}
        >
          <span className="link-search-number">{clause ? labelOfClause(clause) : linkWords.whole}</span>
          {clause && <OptionText clause={clause} />}
          <span className="link-search-marks">
            {mine.has(target.id) && <span className="link-search-mark">{words.mine}</span>}
            {linked.some((one) => isSameTarget(one, target)) && (
              <span className="link-search-mark">{words.linked}</span>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

function OptionText({ clause: { heading, text } }: { clause: ClauseRow }) {
  return (
    <span className="link-search-text">
      {heading && <strong>{heading}</strong>} {text}
    </span>
  );
}
