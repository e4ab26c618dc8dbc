import type { Node as PmNode } from "@tiptap/pm/model";
import { inOrder } from "../../../document-model/notes";

/** Where the words of a note end; `from` is where the last stretch of text of one look before it begins. */
type Reference = { id: string; from: number; at: number; number: number };
/** `number` is null when no words belong to it. */
export type NotePlace = { id: string; pos: number; node: PmNode; number: number | null };

/** What one node of the top level holds of notes; positions count from its beginning. */
type Part = { refs: readonly Omit<Reference, "number">[]; notes: readonly Omit<NotePlace, "number">[] };

export type Notes = {
  /** In order, those nodes that hold something: while they are the same, numbers and words are too. */
  parts: readonly Part[];
  references: readonly Reference[];
  notes: readonly NotePlace[];
};

const NOTHING: Part = { refs: [], notes: [] };
const known = new WeakMap<PmNode, Part>();
const read = new WeakMap<PmNode, Notes>();

/**
 * The notes of a text. Each paragraph is looked into once, as long as it stays the same; a key costs a look at one
 * paragraph and one step for each of the others. [E12]
 */
export function notesOf(doc: PmNode): Notes {
  const found = read.get(doc) ?? readNotes(doc);
  read.set(doc, found);
  return found;
}

function readNotes(doc: PmNode): Notes {
  const parts: Part[] = [];
  const refs: Omit<Reference, "number">[] = [];
  const notes: Omit<NotePlace, "number">[] = [];
  doc.forEach((child, pos) => {
    const part = partOf(child);
    if (part === NOTHING) return;
    parts.push(part);
    for (const ref of part.refs) refs.push({ id: ref.id, from: ref.from + pos, at: ref.at + pos });
    for (const note of part.notes) notes.push({ ...note, pos: note.pos + pos });
  });
  const numbers = numbersOf(refs, notes);
  const references = refs.flatMap((ref) => {
    const number = numbers.get(ref.id);
    return number === undefined ? [] : [{ ...ref, number }];
  });
  return { parts, references, notes: notes.map((note) => ({ ...note, number: numbers.get(note.id) ?? null })) };
}

function numbersOf(refs: readonly { id: string; at: number }[], notes: readonly { id: string }[]): Map<string, number> {
  const order = new Map(notes.map(({ id }, index) => [id, index]));
  const numbers = new Map<string, number>();
  for (const { id } of inOrder(refs, order)) {
    if (order.has(id) && !numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

function partOf(child: PmNode): Part {
  const found = known.get(child) ?? readPart(child);
  known.set(child, found);
  return found;
}

function readPart(child: PmNode): Part {
  const part = { refs: [] as Omit<Reference, "number">[], notes: [] as Omit<NotePlace, "number">[] };
  const readBlock = (node: PmNode, pos: number) => {
    if (!isNote(node)) part.refs.push(...runsIn(node, pos + 1));
    else if (node.attrs["id"] !== null) part.notes.push({ id: node.attrs["id"], pos, node });
  };
  if (child.type.name === "block") readBlock(child, 0);
  else
    child.descendants((node, pos) => {
      if (node.type.name === "block") readBlock(node, pos + 1);
      return node.type.name !== "block";
    });
  return part.refs.length + part.notes.length > 0 ? part : NOTHING;
}

/** A run goes on over bold and italic words, and ends at a line break. */
function runsIn(block: PmNode, start: number): Omit<Reference, "number">[] {
  const runs: Omit<Reference, "number">[] = [];
  let open: readonly string[] = [];
  let from = start;
  const end = (at: number, here: readonly string[]) => {
    for (const id of open) if (!here.includes(id)) runs.push({ id, from, at });
    open = here;
    from = at;
  };
  block.forEach((inline, offset) => {
    end(start + offset, inline.isText ? noteIds(inline) : []);
  });
  end(start + block.content.size, []);
  return runs;
}

/** The notes that a stretch of text belongs to. */
export function noteIds(text: PmNode): string[] {
  return text.marks.flatMap(({ type, attrs }) => (type.name === "note" ? [String(attrs["id"])] : []));
}

export function isNote(node: PmNode | null | undefined): boolean {
  return node?.type.name === "block" && node.attrs["kind"] === "footnote";
}
