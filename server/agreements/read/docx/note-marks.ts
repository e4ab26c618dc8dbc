/** Which footnotes and endnotes the text names, in its order. */
export type NoteKind = "footnote" | "endnote";
type Noted = { kind: NoteKind; id: string; number: number; page: number };
export type Notes = {
  /** What stands in the text for the note: its number, raised. Both kinds are numbered in one row. */
  mark(kind: NoteKind, id: string, page: number): string;
  marked(): Noted[];
};

export function createNotes(): Notes {
  const known = new Map<string, Noted>();
  return {
    mark(kind, id, page) {
      const key = `${kind} ${id}`;
      const note = known.get(key) ?? { kind, id, number: known.size + 1, page };
      known.set(key, note);
      return raised(note.number);
    },
    marked: () => [...known.values()],
  };
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export function raised(number: number): string {
  return [...String(number)].map((digit) => RAISED[Number(digit)]).join("");
}
