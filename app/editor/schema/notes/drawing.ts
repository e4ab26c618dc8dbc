import type { Node as PmNode } from "@tiptap/pm/model";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { notes as words } from "../../../words/notes";
import { attachNote, removeNote } from "./commands";
import type { NotePlace, Notes } from "./places";
import { notesOf } from "./places";

/** The numbers at the words, and what stands at the notes themselves. */
export function drawNotes(doc: PmNode, { references, notes }: Notes): DecorationSet {
  if (notes.length === 0) return DecorationSet.empty;
  return DecorationSet.create(doc, [...drawReferences(references), ...notes.flatMap(drawNote)]);
}

/** Notes that end at one place share it: "1, 2". */
function drawReferences(references: Notes["references"]): Decoration[] {
  const ends = new Map<number, Notes["references"][number][]>();
  for (const reference of references) ends.set(reference.at, [...(ends.get(reference.at) ?? []), reference]);
  return [...ends].map(([at, group]) => {
    const inOrder = [...group].sort((one, other) => one.number - other.number);
    const numbers = inOrder.map(({ number }) => number);
    return Decoration.inline(group[0]?.from ?? at, at, {
      class: "note-end",
      "data-number": numbers.join(", "),
      "data-said": words.said(numbers),
      "data-notes": inOrder.map(({ id }) => id).join(" "),
    });
  });
}

function drawNote(note: NotePlace): Decoration[] {
  const { pos, node, number, id } = note;
  const said =
    number === null ? { "data-orphan": "" } : { "data-number": String(number), "aria-label": words.name(number) };
  const drawn = [Decoration.node(pos, pos + node.nodeSize, said)];
  const end = pos + 1 + node.content.size;
  const still = { side: 1, stopEvent: () => true, ignoreSelection: true };
  if (node.content.size === 0) drawn.push(Decoration.widget(end, hint, { ...still, key: "hint" }));
  if (number === null)
    drawn.push(Decoration.widget(end, (view) => orphanRow(view, id), { ...still, key: `orphan-${id}` }));
  return drawn;
}

function hint(): HTMLElement {
  const made = document.createElement("span");
  made.className = "note-hint";
  made.contentEditable = "false";
  made.ariaHidden = "true";
  made.textContent = words.hint;
  return made;
}

function orphanRow(view: EditorView, id: string): HTMLElement {
  const row = document.createElement("span");
  row.className = "note-orphan";
  row.contentEditable = "false";
  const said = document.createElement("span");
  said.textContent = words.orphan;
  said.title = words.orphanHelp;
  const act = (change: (note: NotePlace) => void) => () => {
    const note = notesOf(view.state.doc).notes.find((one) => one.id === id);
    if (note) change(note);
    view.focus();
  };
  const attach = button(
    words.attach,
    act((note) => {
      const tr = view.state.tr;
      if (attachNote(view.state, tr, note)) view.dispatch(tr);
    }),
  );
  const remove = button(
    words.remove,
    act((note) => {
      const tr = view.state.tr;
      removeNote(view.state, tr, note);
      view.dispatch(tr);
    }),
  );
  remove.setAttribute("aria-label", words.removeNote);
  row.append(said, attach, remove);
  return row;
}

function button(label: string, use: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "note-act";
  made.textContent = label;
  // The caret stays in the text: the note may go there.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", use);
  return made;
}
