import type { EditorView } from "@tiptap/pm/view";
import { notes as words } from "../../../words/notes";
import { notesOf } from "./places";

const PATIENCE = 250;

/** Shows a note's words beside its number, without leaving the place: to the mouse that rests there, and to the caret. */
export class Peek {
  readonly #view: EditorView;
  readonly #box = document.createElement("div");
  #timer: number | undefined;

  constructor(view: EditorView) {
    this.#view = view;
    this.#box.className = "note-peek";
    this.#box.setAttribute("role", "status");
    this.#box.hidden = true;
    view.dom.parentElement?.append(this.#box);
  }

  /** After a moment, so that a mouse on its way sees nothing. */
  soon(ids: readonly string[], at: number): void {
    this.#later(() => this.show(ids, at));
  }

  /** A caret that stands by a note in sight needs nothing laid over the text; it is told all the same. */
  showToCaret(id: string, at: number): void {
    const note = this.#view.dom.querySelector(`[data-block-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const isInSight = note !== undefined && note.top > 0 && note.bottom < innerHeight;
    this.show([id], at);
    this.#box.classList.toggle("visually-hidden", isInSight);
  }

  show(ids: readonly string[], at: number): void {
    clearTimeout(this.#timer);
    this.#box.classList.remove("visually-hidden");
    const found = notesOf(this.#view.state.doc).notes.filter(({ id }) => ids.includes(id));
    const texts = found.flatMap(({ number, node }) =>
      number === null ? [] : [{ number, text: node.textContent.trim() }],
    );
    const inOrder = texts.sort((one, other) => one.number - other.number);
    this.hide();
    if (inOrder.length === 0) return;
    this.#draw(
      inOrder.map(({ number, text }) => `${number}  ${text || words.empty}`),
      at,
    );
  }

  say(text: string, at: number): void {
    this.#draw([text], at);
    this.#later(() => this.hide(), 4000);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#box.hidden = true;
  }

  leave(): void {
    this.#later(() => this.hide());
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#box.remove();
  }

  #later(act: () => void, wait = PATIENCE): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(act, wait);
  }

  #draw(lines: readonly string[], at: number): void {
    const holder = this.#box.offsetParent ?? this.#view.dom.parentElement;
    this.#box.replaceChildren(...lines.map(paragraph));
    this.#box.hidden = false;
    const frame = (this.#box.offsetParent ?? holder)?.getBoundingClientRect();
    this.#box.hidden = !frame || at > this.#view.state.doc.content.size;
    if (!frame || this.#box.hidden) return;
    const { left, bottom } = this.#view.coordsAtPos(at);
    const room = frame.width - this.#box.offsetWidth - 8;
    this.#box.style.left = `${Math.max(8, Math.min(left - frame.left, room))}px`;
    this.#box.style.top = `${bottom - frame.top + 4}px`;
  }
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}
