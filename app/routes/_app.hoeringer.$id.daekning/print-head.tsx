import { type MutableRefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { clauseName } from "~/words/clause-names";
import { coverageFilter, coverage as words } from "~/words/coverage";
import type { BoardRow } from "./board";
import { isEverything, MARKS, type View } from "./filter";

type Props = { title: string; view: View; sections: readonly BoardRow[] };

/** What the first sheet has in place of the page's own head: which hearing, and what of it is shown. */
export function PrintHead({ title, view, sections }: Props) {
  return (
    <header className="print-head only-printed">
      <h1>{title}</h1>
      {!isEverything(view) && <p>{words.printed(inWords(view, sections))}</p>}
    </header>
  );
}

function inWords(view: View, sections: readonly BoardRow[]): string {
  const marks = MARKS.filter((mark) => view[mark]).map((mark) => coverageFilter.marks[mark].toLocaleLowerCase("da"));
  const section = sections.find(({ id }) => id === view.section);
  const named = section ? [clauseName({ number: section.number, heading: section.title, text: "" })] : [];
  return [...marks, ...named, ...(view.word.trim() ? [`»${view.word.trim()}«`] : [])].join(", ");
}

/** When it was as it is shown. The page asks every second and does not say so; the paper says when it last did. */
export function useAsOf(at: MutableRefObject<string>): string {
  const [asOf, setAsOf] = useState(at.current);
  useEffect(() => {
    const printing = () => flushSync(() => setAsOf(at.current));
    window.addEventListener("beforeprint", printing);
    return () => window.removeEventListener("beforeprint", printing);
  }, [at]);
  return words.asOf(asOf);
}
