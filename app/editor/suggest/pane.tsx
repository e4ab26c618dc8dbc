import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import { suggestions as words } from "../../words/suggestions";
import { useSettled } from "../desk/settled";
import { blocksOf } from "./blocks";
import { Decided } from "./decided";
import { SuggestionItem } from "./item";
import { showSuggestion } from "./show";
import { plain, useDeciding } from "./use-deciding";
import type { Suggestions } from "./use-suggestions";
import "./suggest.css";

type Props = {
  /** The live text, which suggestions are judged by. */
  editor: Editor;
  /** The one that is on the page. */
  shown: Editor;
  suggestions: Suggestions;
  /** Chosen in the text. */
  current: string | null;
  onChoose: (id: string) => void;
  announce: (message: string) => void;
};

/** Beside the text: every open suggestion with its difference in words, to be decided one by one or all of a person's. */
export function SuggestionPane({ editor, shown, suggestions, current, onChoose, announce }: Props) {
  const { list, open } = suggestions;
  const doc = useSettled(editor, (now) => now.doc);
  const text = useMemo(() => blocksOf(doc), [doc]);
  const deciding = useDeciding(suggestions.store, announce);
  const root = useRef<HTMLDivElement>(null);
  useFollowed(root, current);
  if (!list) return <p className="suggestion-none">{words.loading}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the items in it
    <div className="suggestion-pane" ref={root} onKeyDown={onKey}>
      {deciding.refused && (
        <p role="alert" className="suggestion-refused">
          {deciding.refused}
        </p>
      )}
      {open.length === 0 && <None maySuggest={list.can.suggest} />}
      {list.can.decide && <People open={open} deciding={deciding} />}
      {open.length > 0 && list.can.decide && <p className="soft small suggestion-keys">{words.keys}</p>}
      <ol className="suggestion-list">
        {open.map((one) => (
          <SuggestionItem
            key={one.id}
            suggestion={one}
            text={text}
            isCurrent={one.id === current}
            mayDecide={list.can.decide}
            deciding={deciding}
            onShow={() => {
              onChoose(one.id);
              showSuggestion(shown, one);
            }}
            announce={announce}
          />
        ))}
      </ol>
      <Decided decided={list.decided} />
    </div>
  );
}

function None({ maySuggest }: { maySuggest: boolean }) {
  return (
    <div className="suggestion-none">
      <p>{words.none}</p>
      {maySuggest && <p className="soft small">{words.noneHow}</p>}
    </div>
  );
}

/** All of a person's at once, where somebody has made several. */
function People({ open, deciding }: { open: readonly SuggestionView[]; deciding: ReturnType<typeof useDeciding> }) {
  const people = new Map<string, SuggestionView[]>();
  for (const one of open) people.set(one.by.id, [...(people.get(one.by.id) ?? []), one]);
  const several = [...people.values()].filter((own) => own.length > 1);
  if (several.length === 0) return null;
  return (
    <ul className="suggestion-people">
      {several.map((own) => {
        const name = own[0]?.by.name ?? "";
        return (
          <li key={own[0]?.by.id}>
            <button
              type="button"
              className="button"
              data-kind="quiet"
              data-size="small"
              onClick={() => void deciding.all("accept", own)}
            >
              {words.acceptAll(name, own.length)}
            </button>
            <button
              type="button"
              className="button"
              data-kind="quiet"
              data-size="small"
              onClick={() => void deciding.all("reject", own)}
            >
              {words.rejectAll(name, own.length)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What was chosen in the text comes into sight here. */
function useFollowed(root: RefObject<HTMLDivElement>, current: string | null): void {
  useEffect(() => {
    if (!current) return;
    const item = root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(current)}"]`);
    item?.scrollIntoView({ block: "nearest" });
  }, [root, current]);
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
const PRESSED: Readonly<Record<string, string>> = { a: "accept", f: "reject", v: "show" };

/** On an item itself, not in its fields and buttons: arrows go on, a letter is its button. */
function onKey(event: KeyboardEvent): void {
  const { target, currentTarget } = event;
  if (!plain(event) || !(target instanceof HTMLElement) || target.dataset["item"] === undefined) return;
  const by = STEPS[event.key];
  if (by) {
    const items = [...currentTarget.querySelectorAll<HTMLElement>("[data-item]")];
    items[items.indexOf(target) + by]?.focus();
    event.preventDefault();
  }
  const act = PRESSED[event.key.toLowerCase()];
  const button = act && target.querySelector<HTMLElement>(`[data-act="${act}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}
