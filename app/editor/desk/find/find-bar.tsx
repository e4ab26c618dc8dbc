import type { Editor } from "@tiptap/core";
import {
  type KeyboardEvent,
  type MutableRefObject,
  memo,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { find as words } from "../../../words/writing-desk";
import { isKey } from "../chords";
import type { Query } from "./matches";
import { Replacement, ReplaceTools } from "./replacing";
import { SearchTools, Sought } from "./searching";
import { useFind } from "./use-find";

/** What the keys of the desk do with the bar while it is open. */
export type FindHandle = { step: (by: 1 | -1) => void; focus: () => void };

type Props = {
  editor: Editor;
  canWrite: boolean;
  withReplace: boolean;
  onReplace: (isShown: boolean) => void;
  /** What was sought last, for the next time. */
  last: MutableRefObject<Query>;
  handle: Ref<FindHandle>;
  onClose: () => void;
};

/** The bar, while it is open. */
export function FindBar({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return isOpen && <Bar {...props} />;
}

/** Searches the whole text, and replaces where one may write. [E17] */
const Bar = memo(function Bar(props: Props) {
  const { editor, canWrite, withReplace, onReplace, last, handle, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => begin(editor, last.current));
  const [by, setBy] = useState("");
  const [said, say] = useState("");
  const found = useFind(editor, query);
  last.current = query;
  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useImperativeHandle(handle, () => ({ step: (by) => found.go(by), focus }));
  useFirst(found.go, query, focus, editor);
  const close = () => {
    onClose();
    if (canWrite) editor.commands.focus(null, { scrollIntoView: false });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isKey("find-close", event)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const replaces = canWrite && withReplace;
  return (
    <search className="find-bar" aria-label={words.label} onKeyDown={onKeyDown}>
      <Sought {...{ field, query, found }} onQuery={setQuery} />
      {replaces && <Replacement {...{ found, by, setBy, say }} />}
      <SearchTools
        {...{ query, found, close, withReplace }}
        onQuery={setQuery}
        onReplace={canWrite ? onReplace : null}
      />
      {replaces && <ReplaceTools {...{ found, by, say }} />}
      <p className={said ? "find-said" : "visually-hidden"} role="status">
        {said}
      </p>
    </search>
  );
});

/** The longest selection that is meant as something to look for. */
const LONGEST = 80;

/** With the words that are selected, if there are some; else with what was sought last. */
function begin({ state: { doc, selection } }: Editor, last: Query): Query {
  const { from, to } = selection;
  const chosen = to - from > LONGEST ? "" : doc.textBetween(from, to, "\n");
  return chosen === "" || chosen.includes("\n") ? last : { ...last, text: chosen };
}

/** The first place from the caret on is shown at once, and again for every other query. */
function useFirst(go: (by: 1, from: number) => void, query: Query, focus: () => void, editor: Editor): void {
  const latest = useRef({ go, focus });
  latest.current = { go, focus };
  useEffect(() => latest.current.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another query begins anew
  useEffect(() => latest.current.go(1, editor.state.selection.from), [editor, query]);
}
