import { Form } from "@remix-run/react";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import { ClientOnly } from "~/components/client-only";
import { clauseName } from "~/words/clause-names";
import { coverageFilter as words } from "~/words/coverage";
import { counted } from "~/words/numbers";
import type { BoardRow } from "./board";
import { EVERYTHING, FIELDS, IN_ADDRESS, isEverything, MARKS, type Mark, type View } from "./filter";
import type { Show } from "./use-view";

type Props = {
  view: View;
  show: Show;
  counts: Record<Mark | "shown", number>;
  rows: number;
  sections: readonly BoardRow[];
  /** The viewer belongs to a center that takes part. */
  hasOwn: boolean;
  onWordFocus: () => void;
};

const TYPING_MS = 200;

/** What is shown; kept in the address, so that it can be sent to somebody. Without a script it is sent with its button. */
export function FilterBar({ view, show, counts, rows, sections, hasOwn, onWordFocus }: Props) {
  return (
    <Form className="coverage-filter" aria-label={words.title} onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend className="visually-hidden">{words.title}</legend>
        {MARKS.filter((mark) => mark !== "mine" || hasOwn).map((mark) => (
          <label key={mark} title={words.means[mark]}>
            <input
              type="checkbox"
              name={FIELDS.marks}
              value={IN_ADDRESS[mark]}
              checked={view[mark]}
              onChange={({ target }) => show({ [mark]: target.checked })}
            />
            {words.marks[mark]} <span className="numeric soft">{counted(counts[mark])}</span>
          </label>
        ))}
      </fieldset>
      {sections.length > 0 && <Sections view={view} show={show} sections={sections} />}
      <Word word={view.word} show={show} onFocus={onWordFocus} />
      <ClientOnly fallback={<Button size="small">{words.show}</Button>}>{() => null}</ClientOnly>
      {!isEverything(view) && (
        <p className="small" role="status">
          <span className="numeric">{words.shown(counts.shown, rows)}</span>{" "}
          <a
            href="?"
            onClick={(event) => {
              event.preventDefault();
              show(EVERYTHING);
            }}
          >
            {words.showAll}
          </a>
        </p>
      )}
    </Form>
  );
}

function Sections({ view, show, sections }: Pick<Props, "view" | "show" | "sections">) {
  const outermost = Math.min(...sections.map(({ depth }) => depth));
  return (
    <label>
      <span className="visually-hidden">{words.section}</span>
      <select
        className="input"
        name={FIELDS.section}
        value={view.section}
        onChange={({ target }) => show({ section: target.value })}
      >
        <option value="">{words.allSections}</option>
        {sections.map((row) => (
          <option key={row.id} value={row.id}>
            {"\u2003".repeat(row.depth - outermost)}
            {clauseName({ number: row.number, heading: row.title, text: "" })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The rows follow when the typing rests. */
function Word({ word, show, onFocus }: { word: string; show: Show; onFocus: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [typed, setTyped] = useState(word);
  useEffect(() => setTyped(word), [word]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setTyped(target.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show({ word: target.value }), TYPING_MS);
  };
  return (
    <label>
      <span className="visually-hidden">{words.word}</span>
      <input
        className="input"
        type="search"
        name={FIELDS.word}
        value={typed}
        placeholder={words.word}
        onFocus={onFocus}
        onChange={onChange}
      />
    </label>
  );
}
