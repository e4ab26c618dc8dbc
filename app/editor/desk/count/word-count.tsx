import type { Editor } from "@tiptap/core";
import { memo, useId, useMemo, useRef, useState } from "react";
import { count as words } from "../../../words/writing-desk";
import type { LinksByBlock } from "../../links/use-links";
import { useSettled } from "../settled";
import { type Counts, countWords, wordsBetween } from "./words";

type Centers = readonly { id: string; name: string }[];
type Props = { editor: Editor; links: LinksByBlock; centers: Centers };

/** How long the text is; a press shows whose words they are. Counted when nobody types. [E18] */
export const WordCount = memo(function WordCount({ editor, links, centers }: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const doc = useSettled(editor, (state) => state.doc);
  const selected = useSettled(editor, ({ doc: now, selection: { from, to } }) => wordsBetween(now, from, to));
  const counts = useMemo(() => countWords(doc, links), [doc, links]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button has opened
    <div
      className="word-count"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
      }}
      onBlur={({ relatedTarget }) => !place.current?.contains(relatedTarget) && setOpen(false)}
    >
      <button
        type="button"
        className="status-button numeric"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen((now) => !now)}
      >
        {words.words(counts.all)}
        {selected > 0 && <span className="soft"> · {words.selected(selected)}</span>}
      </button>
      {isOpen && <Sheet id={id} counts={counts} selected={selected} centers={centers} />}
    </div>
  );
});

type SheetProps = { id: string; counts: Counts; selected: number; centers: Centers };

function Sheet({ id, counts, selected, centers }: SheetProps) {
  const linking = centers.filter(({ id: center }) => counts.byCenter.has(center));
  return (
    <section className="word-sheet" id={id} aria-label={words.label}>
      <dl className="numeric">
        <Row name={words.all} count={counts.all} />
        {selected > 0 && <Row name={words.selection} count={selected} />}
      </dl>
      <h3>{words.byCenter}</h3>
      <dl className="numeric">
        {linking.map((center) => (
          <Row key={center.id} name={center.name} count={counts.byCenter.get(center.id) ?? 0} />
        ))}
        <Row name={words.unlinked} count={counts.unlinked} />
      </dl>
      {linking.length > 1 && <p className="soft">{words.byCenterHelp}</p>}
    </section>
  );
}

function Row({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words.words(count)}</dd>
    </div>
  );
}
