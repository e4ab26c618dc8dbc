import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import type { Inline } from "../../app/document-model/document";
import { noteNumbers } from "../../app/document-model/notes";
import {
  attachNote,
  goBack,
  noteAtCaret,
  noteOfCaret,
  putNote,
  removeNote,
} from "../../app/editor/schema/notes/commands";
import { joinPastNotes } from "../../app/editor/schema/notes/joins";
import { notesOf } from "../../app/editor/schema/notes/places";
import { noteIdsPlugin } from "../../app/editor/schema/notes/plugin";
import { HeadlessPage, HeadlessServer } from "./headless-page";
import { seedOf } from "./words";

type Command = (state: EditorState, tr: Transaction) => unknown;

function page(seed: Uint8Array): HeadlessPage {
  const made = new HeadlessPage(seed);
  made.state = made.state.reconfigure({ plugins: [...made.state.plugins, noteIdsPlugin()] });
  return made;
}

function run(on: HeadlessPage, command: Command): boolean {
  const tr = on.state.tr;
  const did = command(on.state, tr) !== false;
  if (tr.docChanged || tr.selectionSet) on.dispatch(tr);
  return did;
}

const put = (on: HeadlessPage, text: string) => {
  run(on, putNote);
  on.type(text);
};

/** Every top-level block with the numbers behind their words: "Vi støtter¹ det", and notes as "1: …" or "–: …". */
function shown(on: HeadlessPage): string[] {
  const document = on.document;
  const numbers = noteNumbers(document);
  // What is drawn is what the model says.
  expect(new Map(notesOf(on.state.doc).notes.flatMap(({ id, number }) => (number ? [[id, number]] : [])))).toEqual(
    new Map([...numbers].sort(([a], [b]) => order(on, a) - order(on, b))),
  );
  const said = (inline: Inline) =>
    "text" in inline ? `${inline.text}${(inline.notes ?? []).map((id) => `^${numbers.get(id) ?? "?"}`).join("")}` : "/";
  return document.blocks.flatMap((block) => {
    if (block.type === "table") return ["table"];
    const text = block.content.map(said).join("");
    return block.kind === "footnote" ? `${numbers.get(block.id) ?? "–"}: ${text}` : text;
  });
}

const order = (on: HeadlessPage, id: string) => notesOf(on.state.doc).notes.findIndex((note) => note.id === id);

function together(...lines: string[]) {
  const seed = seedOf(...lines);
  const [ann, ben] = [page(seed), page(seed)];
  return { ann, ben, server: new HeadlessServer(seed, [ann, ben]) };
}

describe("[E12] a footnote", () => {
  test("belongs to the word at the caret, and the caret goes into it and back", () => {
    const ann = page(seedOf("Vi støtter forslaget.", "Tak."));
    ann.caret(0, 8);
    put(ann, "Se bilag 2.");
    expect(shown(ann)).toEqual(["Vi støtter^1 forslaget.", "1: Se bilag 2.", "Tak."]);
    const note = noteOfCaret(ann.state);
    run(ann, (state, tr) => note && goBack(state, tr, note));
    ann.type(" fuldt");
    expect(shown(ann)[0]).toBe("Vi støtter^1 fuldt forslaget.");
    ann.caret(0, 9);
    expect(noteAtCaret(ann.state)?.id).toBe(note?.id);
  });

  test("belongs to the selected words, to the last paragraph's of several, and not to white space", () => {
    const ann = page(seedOf("Først det ene.", "Så det andet her."));
    ann.select(0, 3, 1, 7);
    put(ann, "En note");
    expect(shown(ann)).toEqual(["Først det ene.", "Så det^1 andet her.", "1: En note"]);
  });

  test("is not put where there are no words", () => {
    const ann = page(seedOf("", "Tak."));
    expect(run(ann.caret(0, 0), putNote)).toBe(false);
    expect(shown(ann)).toEqual(["", "Tak."]);
  });

  test("numbers follow the text: an earlier one pushes the later ones on, and stands before them", () => {
    const ann = page(seedOf("Alfa beta gamma."));
    put(ann.caret(0, -1), "sidst");
    put(ann.caret(0, 2), "først");
    expect(shown(ann)).toEqual(["Alfa^1 beta gamma.^2", "1: først", "2: sidst"]);
  });

  test("two on one word both stay, numbered by their texts' order", () => {
    const ann = page(seedOf("Alfa beta."));
    put(ann.select(0, 0, 0, 4), "en");
    put(ann.select(0, 0, 0, 4), "to");
    expect(shown(ann).slice(1)).toEqual(["1: en", "2: to"]);
  });

  test("stays without its words, and can be given others", () => {
    const ann = page(seedOf("Alfa beta gamma.", "Delta."));
    put(ann.caret(0, 7), "En note");
    ann.select(0, 5, 0, 9).deleteSelection();
    expect(shown(ann)).toEqual(["Alfa  gamma.", "–: En note", "Delta."]);
    const lone = () => notesOf(ann.state.doc).notes[0]!;
    ann.caret(2, 2);
    run(ann, (state, tr) => attachNote(state, tr, lone()));
    expect(shown(ann)).toEqual(["Alfa  gamma.", "1: En note", "Delta.^1"]);
  });

  test("that is empty goes, with its number, and the caret is back at the words", () => {
    const ann = page(seedOf("Alfa beta."));
    run(ann.caret(0, 3), putNote);
    run(ann, (state, tr) => removeNote(state, tr, noteOfCaret(state)!));
    expect(shown(ann)).toEqual(["Alfa beta."]);
    expect(ann.document.blocks[0]).toMatchObject({ content: [{ text: "Alfa beta." }] });
    expect(ann.state.selection.head).toBe(5);
  });

  test("is passed over when paragraphs are joined, split and moved", () => {
    const ann = page(seedOf("Alfa.", "Beta. [a]", "Gamma."));
    put(ann.caret(0, -1), "note");
    run(ann.caret(2, 0), (state, tr) => joinPastNotes(state, tr, -1));
    expect(shown(ann)).toEqual(["Alfa.^1Beta.", "1: note", "Gamma."]);
    expect(ann.lines[0]).toBe("Alfa.Beta. [a]");
    run(ann.caret(0, -1), (state, tr) => joinPastNotes(state, tr, 1));
    expect(shown(ann)).toEqual(["Alfa.^1Beta.Gamma.", "1: note"]);
    ann.caret(0, -1).enter();
    ann.type("Ny.");
    expect(shown(ann)).toEqual(["Alfa.^1Beta.Gamma.", "1: note", "Ny."]);
    ann.caret(0, 2).moveBlock(1);
    expect(shown(ann)).toEqual(["Ny.", "Alfa.^1Beta.Gamma.", "1: note"]);
    ann.moveBlock(-1);
    expect(shown(ann)).toEqual(["Alfa.^1Beta.Gamma.", "1: note", "Ny."]);
    expect(run(ann.caret(1, 0), (state, tr) => joinPastNotes(state, tr, -1))).toBe(true);
    expect(shown(ann)).toEqual(["Alfa.^1Beta.Gamma.", "1: note", "Ny."]);
  });

  test("between what is selected and deleted is kept, as long as its words are", () => {
    const ann = page(seedOf("Alfa beta.", "Gamma delta."));
    put(ann.caret(0, 3), "note");
    ann.pause().select(0, 5, 2, 6).deleteSelection();
    expect(shown(ann)).toEqual(["Alfa^1 delta.", "1: note"]);
    ann.undo();
    expect(shown(ann)).toEqual(["Alfa^1 beta.", "1: note", "Gamma delta."]);
    ann.select(0, 0, 2, 6).deleteSelection();
    expect(shown(ann)).toEqual(["delta."]);
  });

  test("in a word that is split is on both halves, and one undo brings all back", () => {
    const ann = page(seedOf("Alfabeta."));
    put(ann.caret(0, 4), "note");
    ann.pause();
    ann.caret(0, 4).enter();
    expect(shown(ann)).toEqual(["Alfa^1", "beta.^1", "1: note"]);
    ann.undo();
    expect(shown(ann)).toEqual(["Alfabeta.^1", "1: note"]);
    ann.undo();
    expect(shown(ann)).toEqual(["Alfabeta."]);
    ann.redo();
    expect(shown(ann)[0]).toBe("Alfabeta.^1");
  });

  test("that is copied with its words is another note; one that is cut and pasted is the same", () => {
    const ann = page(seedOf("Alfa.", "Beta."));
    put(ann.caret(0, -1), "note");
    const [id] = notesOf(ann.state.doc).notes.map((note) => note.id);
    ann.pasteBefore(9, ann.copy(0, 1));
    expect(shown(ann)).toEqual(["Alfa.^1", "1: note", "Beta.", "Alfa.^2", "2: note"]);
    ann.pasteBefore(9, ann.cut(0, 1));
    expect(shown(ann)).toEqual(["Beta.", "Alfa.^1", "1: note", "Alfa.^2", "2: note"]);
    expect(notesOf(ann.state.doc).notes[1]?.id).toBe(id);
  });
});

describe("[E12] footnotes of two people at once", () => {
  test("on one word both stay", () => {
    const { ann, ben, server } = together("Alfa beta.");
    put(ann.caret(0, 3), "Anns");
    put(ben.caret(0, 3), "Bens");
    server.sync();
    expect(shown(ann)).toEqual(shown(ben));
    expect(shown(ann).slice(1).sort()).toEqual([expect.stringMatching(/^1: /), expect.stringMatching(/^2: /)]);
    expect(shown(ann).join()).toContain("Anns");
    expect(shown(ann).join()).toContain("Bens");
  });

  test("one types in the paragraph while the other puts a note in it", () => {
    const { ann, ben, server } = together("Alfa beta.");
    put(ann.caret(0, 3), "note");
    ben.caret(0, -1).type(" Gamma.");
    server.sync();
    expect(shown(ann)).toEqual(["Alfa^1 beta. Gamma.", "1: note"]);
    expect(shown(ben)).toEqual(shown(ann));
  });

  test("one writes in the note while the other deletes its words: the note is kept without them", () => {
    const { ann, ben, server } = together("Alfa beta.");
    put(ann.caret(0, 3), "note");
    server.sync();
    ann.type(" med mere");
    ben.select(0, 0, 0, 5).deleteSelection();
    server.sync();
    expect(shown(ann)).toEqual(["beta.", "–: note med mere"]);
    expect(shown(ben)).toEqual(shown(ann));
  });

  test("one takes the note away while the other types in its words: no number is left", () => {
    const { ann, ben, server } = together("Alfa beta.");
    run(ann.caret(0, 3), putNote);
    server.sync();
    run(ann, (state, tr) => removeNote(state, tr, noteOfCaret(state)!));
    ben.caret(0, 2).type("xx");
    server.sync();
    expect(shown(ann)[0]).toMatch(/^Alxxfa(\^\?)? beta\.$/);
    expect(shown(ben)).toEqual(shown(ann));
    expect(notesOf(ann.state.doc).references).toEqual([]);
  });

  test("undo takes one's own note alone", () => {
    const { ann, ben, server } = together("Alfa beta.");
    put(ann.caret(0, 3), "Anns");
    put(ben.caret(0, -1), "Bens");
    server.sync();
    ann.undo();
    server.sync();
    expect(shown(ann)).toEqual(["Alfa beta.^1", "1: Bens"]);
    expect(shown(ben)).toEqual(shown(ann));
  });
});

test("[E12] a caret that is told of a note stands behind its words", () => {
  const ann = page(seedOf("Alfa beta."));
  put(ann.caret(0, 3), "note");
  ann.dispatch(ann.state.tr.setSelection(TextSelection.create(ann.state.doc, 5)));
  ann.type("!");
  expect(shown(ann)[0]).toBe("Alfa^1! beta.");
});
