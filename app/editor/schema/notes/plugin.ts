import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { DecorationSet, type EditorProps, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { notes as words } from "../../../words/notes";
import { goBack, goToNote, noteAtCaret, noteOfCaret } from "./commands";
import { drawNotes } from "./drawing";
import { keepNotes } from "./keep";
import { pastedIntoNote } from "./pasted";
import type { Peek } from "./peek";
import { type Notes, notesOf } from "./places";
import { followIds } from "./rename";

/** `refused` counts how often there were no words to put a note on. */
type Drawn = { notes: Notes; set: DecorationSet; refused: number };

const notesKey = new PluginKey<Drawn>("notes");
const NO_WORDS = "no-words";

/** Tells the writer that there are no words here for a note to belong to. */
export function refuseNote(tr: Transaction): void {
  tr.setMeta(notesKey, NO_WORDS);
}

function refusedIn(state: EditorState): number {
  return notesKey.getState(state)?.refused ?? 0;
}

/** Keeps words and notes together when ids change here; what arrives from others brings both. [E12] */
export function noteIdsPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey("noteIds"),
    appendTransaction: (transactions, before, after) =>
      transactions.every(isLocal) ? (followIds(transactions, after) ?? keepNotes(transactions, before, after)) : null,
  });
}

/** Draws the notes, and shows them where their numbers are. [E12] */
export function notesPlugin(): Plugin<Drawn> {
  let peek: Peek | null = null;
  // Where a drop that is under way will land: what was dragged is still selected then, and says nothing of it.
  let landing: number | null = null;
  return new Plugin<Drawn>({
    key: notesKey,
    state: {
      init: (_, state) => ({ notes: notesOf(state.doc), set: drawNotes(state.doc, notesOf(state.doc)), refused: 0 }),
      apply: (tr, drawn) => {
        if (tr.getMeta(notesKey) === NO_WORDS) return { ...drawn, refused: drawn.refused + 1 };
        return tr.docChanged ? redrawn(tr, drawn) : drawn;
      },
    },
    view: (view) => {
      const leave = peekInto(view, (come) => {
        peek = come;
      });
      return {
        update: (now, before) => {
          if (!peek) return;
          if (refusedIn(now.state) !== refusedIn(before)) peek.say(words.noWord, now.state.selection.head);
          else if (now.state.doc !== before.doc) peek.hide();
          else if (!now.state.selection.eq(before.selection)) showAtCaret(now, peek);
        },
        destroy: leave,
      };
    },
    props: {
      decorations: (state) => notesKey.getState(state)?.set,
      transformPasted: (slice, { state: { doc, selection } }) => {
        const $at = landing === null ? selection.$from : doc.resolve(landing);
        landing = null;
        return pastedIntoNote(slice, $at);
      },
      handleClick: (view, _pos, event) => follow(view, event),
      handleDOMEvents: {
        ...pointing(() => peek),
        paste: () => {
          landing = null;
          return false;
        },
        drop: (view, { clientX, clientY }) => {
          landing = view.posAtCoords({ left: clientX, top: clientY })?.pos ?? null;
          return false;
        },
      },
      handleKeyDown: (view, event) => {
        const meta = event.ctrlKey || event.metaKey || event.altKey;
        if (event.key !== "Escape" || meta) return false;
        peek?.hide();
        return leaveNote(view);
      },
    },
  });
}

/** What shows a note beside its number comes after the text, and is asked for until it does. [E40] */
function peekInto(view: EditorView, here: (peek: Peek) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let peek: Peek | undefined;
  const come = async () => {
    const { Peek } = await import("./peek");
    if (view.isDestroyed) return;
    peek = new Peek(view);
    here(peek);
  };
  const ask = () => {
    come().catch(() => {
      if (!view.isDestroyed) timer = setTimeout(ask, 3_000);
    });
  };
  ask();
  return () => {
    clearTimeout(timer);
    peek?.destroy();
  };
}

/** Over a number its note is shown. */
function pointing(peek: () => Peek | null): NonNullable<EditorProps["handleDOMEvents"]> {
  return {
    mouseover: (view, event) => {
      const end = endOf(event.target);
      if (end) peek()?.soon(idsOf(end), view.posAtDOM(end, end.childNodes.length));
      return false;
    },
    mouseout: (_view, event) => {
      if (endOf(event.target)) peek()?.leave();
      return false;
    },
    blur: () => {
      peek()?.leave();
      return false;
    },
  };
}

/** As long as the paragraphs with notes are the same, their numbers only move along with the text. */
function redrawn(tr: Transaction, drawn: Drawn): Drawn {
  const notes = notesOf(tr.doc);
  const { parts } = drawn.notes;
  const isSame = parts.length === notes.parts.length && parts.every((part, at) => part === notes.parts[at]);
  // What comes from others puts the whole text in anew: nothing could be moved along.
  if (!isSame || !isLocal(tr)) return { ...drawn, notes, set: drawNotes(tr.doc, notes) };
  return { ...drawn, notes, set: drawn.set === DecorationSet.empty ? drawn.set : drawn.set.map(tr.mapping, tr.doc) };
}

/** Whether a person did it in this page; y-tiptap marks what comes from Yjs. */
export function isLocal(tr: Transaction): boolean {
  const root: Transaction = tr.getMeta("appendedTransaction") ?? tr;
  return !root.getMeta(ySyncPluginKey)?.isChangeOrigin;
}

function showAtCaret({ state }: EditorView, peek: Peek): void {
  const note = noteAtCaret(state);
  if (note) peek.showToCaret(note.id, state.selection.head);
  else peek.hide();
}

function leaveNote(view: EditorView): boolean {
  const note = noteOfCaret(view.state);
  if (!note) return false;
  const tr = view.state.tr;
  goBack(view.state, tr, note);
  view.dispatch(tr);
  return true;
}

/** A click on the number leads to the note, one on the note's own number back. */
function follow(view: EditorView, event: MouseEvent): boolean {
  const tr = view.state.tr;
  const end = endOf(event.target);
  if (end && isBehind(end, event.clientX)) {
    const note = notesOf(view.state.doc).notes.find(({ id }) => idsOf(end).includes(id));
    if (note) goToNote(tr, note);
  } else {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-kind='footnote']") : null;
    const note = block && notesOf(view.state.doc).notes.find(({ id }) => id === block.dataset["blockId"]);
    if (note && event.clientX < block.getBoundingClientRect().left) goBack(view.state, tr, note);
  }
  if (tr.selectionSet) view.dispatch(tr);
  return tr.selectionSet;
}

function endOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".note-end") : null;
}

function idsOf(end: HTMLElement): string[] {
  return (end.dataset["notes"] ?? "").split(" ");
}

/** The number is drawn behind the words. */
function isBehind(end: HTMLElement, x: number): boolean {
  const range = document.createRange();
  range.selectNodeContents(end);
  const words = [...range.getClientRects()].at(-1);
  return words !== undefined && x >= words.right - 1;
}
