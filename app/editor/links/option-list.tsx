import type { MouseEvent } from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Target } from "../../document-model/document";
import { linkSearch as searchWords } from "../../words/linking";
import { links as linkWords, search as words } from "../../words/text-tools";
import { isMac } from "../desk/chord";
import { partsShown } from "../desk/chords";
import { chordsOf } from "../desk/keys";
import { isSameTarget, labelOfClause } from "./label";
import type { Option, OptionGroup } from "./search-options";

const CITE = partsShown(chordsOf("reference-cite", isMac)[0] ?? "").join("+");

type Props = {
  id: string;
  groups: readonly OptionGroup[];
  active: number;
  mine: ReadonlySet<string>;
  linked: readonly Target[];
  onChoose: (target: Target, isKeptOpen: boolean) => void;
};

/** The results: the keys belong to the field above, which keeps the focus. */
export function OptionList({ id, groups, ...rest }: Props) {
  let first = 0;
  return (
    <div role="listbox" id={`${id}-list`} aria-label={words.results} className="link-search-list">
      {groups.map(({ name, options }) => {
        const from = first;
        first += options.length;
        const rows = options.map((option, index) => (
          <OptionRow
            key={option.target.kind + option.target.id}
            id={id}
            index={from + index}
            option={option}
            {...rest}
          />
        ));
        if (!name) return rows;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={name} role="group" aria-label={name}>
            <div className="link-search-group" aria-hidden="true">
              {name}
            </div>
            {rows}
          </div>
        );
      })}
    </div>
  );
}

type RowProps = Omit<Props, "groups"> & { option: Option; index: number };

function OptionRow({ id, index, option: { target, clause }, active, mine, linked, onChoose }: RowProps) {
  const click = (event: MouseEvent) => onChoose(target, event.shiftKey || event.ctrlKey || event.metaKey);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus
    <div
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      className="link-search-option"
      // Else the field loses the focus before the click is one.
      onMouseDown={(event) => event.preventDefault()}
      onClick={click}
    >
      <span className="link-search-number">{clause ? labelOfClause(clause) : linkWords.whole}</span>
      {clause && <OptionText clause={clause} />}
      <span className="link-search-marks">
        {clause && index === active && (
          <span className="link-search-key" aria-hidden="true">
            {searchWords.cite(CITE)}
          </span>
        )}
        {mine.has(target.id) && <span className="link-search-mark">{words.mine}</span>}
        {linked.some((one) => isSameTarget(one, target)) && <span className="link-search-mark">{words.linked}</span>}
      </span>
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

/** The words of what would be chosen, all of them: one links what one has read. */
export function Preview({ option, title }: { option: Option | undefined; title: string }) {
  const clause = option?.clause;
  return (
    <div className="link-search-preview" aria-hidden="true">
      {option && (
        <>
          <p className="chip-heading">
            {clause ? [clause.number, clause.heading].filter(Boolean).join(" ") || clause.path : title}
          </p>
          {clause?.text && <p className="chip-text">{clause.text}</p>}
        </>
      )}
    </div>
  );
}
