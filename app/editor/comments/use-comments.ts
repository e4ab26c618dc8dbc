import type { Editor } from "@tiptap/core";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { CommentsPage, ThreadRow } from "../../../server/comments/shapes";
import type { Put } from "../../document-model/comment-anchors";
import { comments as words } from "../../words/comments";
import { settledOf } from "../desk/settled";
import type { Side } from "../side/use-side";
import { anchorsIn, type Found } from "./anchors";
import { type Span, tellComments, toldIn } from "./extension";
import { PENDING, useHighlights } from "./highlights";
import { putAtSelection } from "./selected";
import { createCommentStore } from "./store";

/** What a new thread is to be about. */
export type Subject = { is: "words"; put: Put } | { is: "clause"; clauseId: string };

export type Comments = ReturnType<typeof useComments>;

type Given = { editor: Editor; responseId: string; me: string; side: Side; announce: (message: string) => void };

const NO_THREADS: readonly ThreadRow[] = [];

/** The conversations about a text as its desk has them; drawn anew when something is said, never when somebody types. */
export function useComments({ editor, responseId, me, side, announce }: Given) {
  const store = useMemo(() => createCommentStore(responseId), [responseId]);
  const { page } = useSyncExternalStore(store.subscribe, store.get, store.get);
  const threads = page?.threads ?? NO_THREADS;
  const [current, setCurrent] = useState<string | null>(null);
  const [subject, setSubject] = useState<Subject | null>(null);
  const open = useMemo(() => threads.filter(({ resolved }) => !resolved), [threads]);
  const mayComment = page?.can.comment ?? false;
  useHighlights(
    useMemo(() => open.map(({ id }) => id), [open]),
    current,
  );
  useTold(editor, threads, open, subject);
  const choose = useCallback(
    (id: string) => {
      setCurrent(id);
      side.show("comments");
    },
    [side.show],
  );
  const begin = useCallback(
    (about: Subject) => {
      setSubject(about);
      setCurrent(null);
      side.show("comments");
    },
    [side.show],
  );
  const leave = useCallback(() => setSubject(null), []);
  const start = useStarting(editor, { may: page?.can.comment ?? null, begin, leave, announce });
  const go = useGoing(editor, threads, choose);
  const step = useStepping(editor, open, current, go, announce);
  usePressed(editor, open, choose);
  useAddressed(page, choose);
  const known = { store, page, threads, open, current, subject, mayComment, me, responseId };
  return { ...known, choose, begin, start, leave, go, step, announce };
}

type Starting = {
  /** Null until the server has said it. */
  may: boolean | null;
  begin: (about: Subject) => void;
  leave: () => void;
  announce: (message: string) => void;
};

/**
 * A comment to what is selected. It is begun at once, also before the server has said who may: what is typed behind the key
 * is meant for it. Who may not is told so when that is heard. [K8]
 */
function useStarting(editor: Editor, { may, begin, leave, announce }: Starting): () => void {
  const isAhead = useRef(false);
  useEffect(() => {
    if (may === null) return;
    if (isAhead.current && !may) {
      leave();
      announce(words.notAllowed);
    }
    isAhead.current = false;
  }, [may, leave, announce]);
  return useCallback(() => {
    const put = may === false ? null : putAtSelection(editor.state);
    isAhead.current = may === null && put !== null;
    if (put) begin({ is: "words", put });
    else if (may !== false) announce(words.nowhere);
  }, [editor, may, begin, announce]);
}

/** Brings a thread's words into sight and marks them; the caret stays where it is. */
function useGoing(editor: Editor, threads: readonly ThreadRow[], choose: (id: string) => void): (id: string) => void {
  return useCallback(
    (id) => {
      choose(id);
      const thread = threads.find((one) => one.id === id);
      const found = thread && whereIs(editor, thread);
      if (!found) return;
      const { node } = editor.view.domAtPos(found.from);
      const element = node instanceof Element ? node : node.parentElement;
      element?.scrollIntoView({ block: "center" });
    },
    [editor, threads, choose],
  );
}

/** From conversation to conversation in the text's order, and around; the focus goes along, to be answered at once. */
function useStepping(
  editor: Editor,
  open: readonly ThreadRow[],
  current: string | null,
  go: (id: string) => void,
  announce: (message: string) => void,
): (by: 1 | -1) => void {
  return useCallback(
    (by) => {
      const places = [...anchorsIn(editor.state.doc, open)].sort(([, one], [, other]) => one.from - other.from);
      const next = nextOf(places, current, editor.state.selection.head, by);
      const id = places[next]?.[0];
      if (!id) return announce(words.none);
      go(id);
      announce(words.step(next + 1, places.length));
      focusThread(id);
    },
    [editor, open, current, go, announce],
  );
}

function nextOf(places: readonly [string, Found][], current: string | null, caret: number, by: 1 | -1): number {
  const at = places.findIndex(([id]) => id === current);
  if (at >= 0) return (at + by + places.length) % places.length;
  const behind = places.findIndex(([, { from }]) => from >= caret);
  if (by === 1) return Math.max(behind, 0);
  return (behind <= 0 ? places.length : behind) - 1;
}

/** Its card may have to be drawn first. */
function focusThread(id: string, tries = 20): void {
  const card = document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(id)}"]`);
  if (card) card.focus();
  else if (tries > 0) requestAnimationFrame(() => focusThread(id, tries - 1));
}

/** Says which conversations are this text's, and draws what no mark lies on, when the text has come to rest. */
function useTold(
  editor: Editor,
  threads: readonly ThreadRow[],
  open: readonly ThreadRow[],
  subject: Subject | null,
): void {
  useEffect(() => {
    const known = new Set(threads.map(({ id }) => id));
    const settled = settledOf(editor);
    const tell = () => {
      if (editor.isDestroyed) return;
      const spans = spansIn(editor, open, subject);
      const before = toldIn(editor.state);
      if (
        before?.known.size === known.size &&
        sameSpans(before.spans, spans) &&
        [...known].every((id) => before.known.has(id))
      )
        return;
      editor.view.dispatch(tellComments(editor.state.tr, { known, spans }));
    };
    tell();
    return settled.subscribe(tell);
  }, [editor, threads, open, subject]);
}

function spansIn({ state }: Editor, open: readonly ThreadRow[], subject: Subject | null): Span[] {
  const spans: Span[] = [];
  const span = (id: string, { from, to, more = [] }: Found) =>
    spans.push({ id, from, to }, ...more.map((range) => ({ id, from: range.from, to: range.to })));
  for (const [id, found] of anchorsIn(state.doc, open)) if (!found.isMarked) span(id, found);
  if (subject?.is !== "words") return spans;
  const pending = anchorsIn(state.doc, [{ id: PENDING, ...subject.put }]).get(PENDING);
  if (pending) span(PENDING, pending);
  return spans;
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, from, to }, at) => {
      const same = other[at];
      return same?.id === id && same.from === from && same.to === to;
    })
  );
}

/** A press on words with a comment shows it; where several lie on them, the innermost. */
function usePressed(editor: Editor, open: readonly ThreadRow[], choose: (id: string) => void): void {
  useEffect(() => {
    const ids = new Set<string>(open.map(({ id }) => id));
    const element = editor.view.dom;
    const pressed = ({ target }: MouseEvent) => {
      // Whoever selects words to write over them means no comment.
      if (!(target instanceof Element) || !editor.state.selection.empty) return;
      const words = target.closest<HTMLElement>("[data-comment]");
      const id = words?.dataset["comment"];
      if (id && ids.has(id)) choose(id);
    };
    element.addEventListener("click", pressed);
    return () => element.removeEventListener("click", pressed);
  }, [editor, open, choose]);
}

/** `#k-<thread>` in the address leads to that conversation, once it is known. */
function useAddressed(page: CommentsPage | null, choose: (id: string) => void): void {
  const isHere = page !== null;
  useEffect(() => {
    if (!isHere) return;
    const show = () => location.hash.startsWith("#k-") && choose(location.hash.slice(3));
    show();
    window.addEventListener("hashchange", show);
    return () => window.removeEventListener("hashchange", show);
  }, [isHere, choose]);
}

/** Where a thread's words are at this moment. */
function whereIs(editor: Editor, thread: ThreadRow): Found | null {
  return anchorsIn(editor.state.doc, [thread]).get(thread.id) ?? null;
}

/** For parts that are drawn far from the desk: a clause's row. */
export const CommentsContext = createContext<Comments | null>(null);

export function useCommentsHere(): Comments | null {
  return useContext(CommentsContext);
}
