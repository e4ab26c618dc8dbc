import type { Letter, LetterInline, LetterLine, LetterList, LetterNode } from "./shapes";

/** The letter with its references to clauses as footnotes, among those it has: all are numbered by their places. [X16] */
export function withReferenceNotes(letter: Letter): Letter {
  const notes: LetterLine[] = [];
  const numbers = new Map<number, number>();
  const renumbered = (inline: LetterInline): LetterInline => {
    if (!("note" in inline)) return inline;
    const known = numbers.get(inline.note);
    const line = letter.notes[inline.note - 1];
    if (known === undefined && line) numbers.set(inline.note, notes.push(line));
    return { ...inline, note: known ?? notes.length };
  };
  const lineOf = <Line extends LetterLine>(line: Line): Line => {
    const content = line.content.map(renumbered);
    if (line.reference === "") return { ...line, content };
    const note = notes.push({ id: `${line.id}-reference`, content: [{ text: spoken(line.reference) }], reference: "" });
    return { ...line, content: [...content, { note }], reference: "" };
  };
  const body = nodesWith(letter.body, lineOf);
  return { ...letter, body, notes };
}

type LineOf = <Line extends LetterLine>(line: Line) => Line;

function nodesWith(nodes: readonly LetterNode[], lineOf: LineOf): LetterNode[] {
  return nodes.map((node): LetterNode => {
    if (node.kind === "list") return listWith(node, lineOf);
    if (node.kind !== "table") return lineOf(node);
    return { ...node, cells: node.cells.map((cell) => ({ ...cell, body: nodesWith(cell.body, lineOf) })) };
  });
}

function listWith(list: LetterList, lineOf: LineOf): LetterList {
  const items = list.items.map((item) => {
    const line = lineOf(item);
    return { ...line, children: item.children.map((child) => listWith(child, lineOf)) };
  });
  return { ...list, items };
}

/** "(pkt. 4.2 og 5)" → "Pkt. 4.2 og 5." */
function spoken(reference: string): string {
  const bare = reference.replace(/^\(|\)$/g, "");
  return `${bare[0]?.toUpperCase() ?? ""}${bare.slice(1)}.`;
}
