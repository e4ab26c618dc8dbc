import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Target } from "../../document-model/document";
import { linkSearch } from "../../words/linking";
import { search as words } from "../../words/text-tools";
import { OptionList, Preview } from "./option-list";
import type { Preference } from "./search";
import { optionGroups } from "./search-options";
import "./search.css";

export type SearchEnd =
  | { chosen: Target }
  /** Its words are wanted in the text. */
  | { cited: ClauseRow }
  /** Nothing chosen at the end; `typed` is what stood in the field, and whether the person is back in the text. */
  | { typed: string; isLeaving: boolean };

type Props = {
  clauses: readonly ClauseRow[];
  preference: Preference;
  source: { whole: Target; title: string };
  /** What the paragraph is linked to already. */
  linked: readonly Target[];
  /** How many paragraphs are linked by a choice. */
  count: number;
  /** What is asked for already: the words that were selected. */
  query: string;
  /** Null on a narrow screen, which has a place of its own. */
  place: { top: number; left: number } | null;
  help: string;
  /** Chosen, and the search stays: there is more to choose. */
  onKeep: (target: Target) => void;
  onEnd: (end: SearchEnd) => void;
};

/**
 * The search that § opens: a combobox over the source. Enter links, Shift+Enter links and stays, Alt+Enter quotes, Escape
 * leaves. [L5] [E13]
 */
export function LinkSearch(props: Props) {
  const { preference, source, linked, count, place, onEnd } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const end = useEndOnce(onEnd);
  const { query, groups, options, active, isMany, setMany, ask, choose, keyed } = useChoosing(props, field, end);
  useInSight(field, `${id}-${active}`);
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) end({ typed: query, isLeaving: true });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who leaves any part of it leaves it
    <div className="link-search" style={place ?? undefined} onBlur={left}>
      <Field
        id={id}
        field={field}
        query={query}
        active={options.length > 0 ? active : null}
        onKeyDown={keyed}
        onQuery={ask}
      />
      {count > 1 && <p className="link-search-several">{linkSearch.several(count)}</p>}
      <OptionList id={id} groups={groups} active={active} mine={preference.mine} linked={linked} onChoose={choose} />
      <Preview option={options[active]} title={source.title} />
      <Foot help={props.help} isMany={isMany} setMany={setMany} onDone={() => end({ typed: "", isLeaving: false })} />
      <p className="visually-hidden" role="status">
        {options.length === 0 ? words.none : words.found(options.length)}
      </p>
    </div>
  );
}

/** What is asked for, what answers it, and which of that is chosen. */
function useChoosing(
  { clauses, preference, source: { whole }, onKeep, ...props }: Props,
  field: RefObject<HTMLInputElement>,
  end: (end: SearchEnd) => void,
) {
  const [query, setQuery] = useState(props.query);
  const [active, setActive] = useState(0);
  const [isMany, setMany] = useState(false);
  const groups = useMemo(
    () => optionGroups({ clauses, query, preference, whole }),
    [clauses, query, preference, whole],
  );
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups]);
  const choose = (target: Target, isKeptOpen: boolean) => {
    if (!isKeptOpen && !isMany) return end({ chosen: target });
    onKeep(target);
    // The next thing typed is the next thing searched for.
    field.current?.select();
  };
  const keyed = onKeys(options.length, active, setActive, ({ isChosen, isKeptOpen, isCited }) => {
    const option = isChosen ? options[active] : undefined;
    // Of the whole source there are no words to quote: the search stays.
    if (isCited && option?.clause) end({ cited: option.clause });
    else if (option && !isCited) choose(option.target, isKeptOpen);
    else if (!option) end({ typed: query, isLeaving: false });
  });
  const ask = (typed: string) => {
    setQuery(typed);
    setActive(0);
  };
  return { query, groups, options, active, isMany, setMany, ask, choose, keyed };
}

type FieldProps = {
  id: string;
  field: RefObject<HTMLInputElement>;
  query: string;
  active: number | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onQuery: (query: string) => void;
};

function Field({ id, field, query, active, onKeyDown, onQuery }: FieldProps) {
  return (
    <input
      ref={field}
      role="combobox"
      aria-label={words.label}
      aria-expanded="true"
      aria-autocomplete="list"
      aria-controls={`${id}-list`}
      aria-activedescendant={active === null ? undefined : `${id}-${active}`}
      placeholder={words.placeholder}
      autoComplete="off"
      spellCheck={false}
      value={query}
      onChange={(event) => onQuery(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

type FootProps = { help: string; isMany: boolean; setMany: (isMany: boolean) => void; onDone: () => void };

/** The keys; where there are none, a button for choosing several. */
function Foot({ help, isMany, setMany, onDone }: FootProps) {
  const stay = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    <div className="link-search-foot">
      <p className="link-search-help">{help}</p>
      <p className="link-search-touch" onMouseDown={stay}>
        <button type="button" className="tool" aria-pressed={isMany} onClick={() => setMany(!isMany)}>
          {linkSearch.many}
        </button>
        <button type="button" className="tool" onClick={onDone}>
          {linkSearch.done}
        </button>
      </p>
    </div>
  );
}

/** Takes the focus, and brings the whole list into sight at first and the chosen option ever after. */
function useInSight(field: RefObject<HTMLInputElement>, activeId: string): void {
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    field.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, [field]);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

function onKeys(
  count: number,
  active: number,
  setActive: (index: number) => void,
  end: (how: { isChosen: boolean; isKeptOpen: boolean; isCited: boolean }) => void,
) {
  return (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) setActive(Math.min(count - 1, Math.max(0, active + step)));
    else if (event.key === "Enter" || event.key === "Escape")
      end({ isChosen: event.key === "Enter", isKeptOpen: event.shiftKey, isCited: event.altKey });
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
