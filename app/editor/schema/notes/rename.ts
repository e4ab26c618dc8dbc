import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { AttrStep, Mapping } from "@tiptap/pm/transform";
import { stretchesOf, typesOf } from "./commands";
import { isNote, notesOf } from "./places";
import type { Stretch } from "./words";

type Renamed = { from: string; to: string };

/**
 * A note that got another id (it was copied, or came from elsewhere) takes its words along: those that came in with it,
 * or all of them when nobody has the old id any more. Null when there was none. [E2] [E12]
 */
export function followIds(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const renamed = transactions.flatMap(renamedIn);
  if (renamed.length === 0) return null;
  const held = new Set(notesOf(state.doc).notes.map(({ id }) => id));
  const changed = changedIn(transactions);
  const tr = state.tr;
  for (const { from, to } of renamed) {
    const places = held.has(from) ? changed : [{ from: 0, to: state.doc.content.size }];
    for (const place of places) rename(state, tr, { from, to }, place);
  }
  return tr.docChanged ? tr : null;
}

function rename(state: EditorState, tr: Transaction, { from, to }: Renamed, within: Stretch): void {
  const { note } = typesOf(state);
  for (const stretch of stretchesOf(tr.doc, from, within)) {
    const clipped = { from: Math.max(stretch.from, within.from), to: Math.min(stretch.to, within.to) };
    tr.removeMark(clipped.from, clipped.to, note.create({ id: from }));
    tr.addMark(clipped.from, clipped.to, note.create({ id: to }));
  }
}

function renamedIn(tr: Transaction): Renamed[] {
  return tr.steps.flatMap((step, index) => {
    if (!(step instanceof AttrStep) || step.attr !== "id") return [];
    const node: PmNode | null = tr.docs[index]?.nodeAt(step.pos) ?? null;
    const from: unknown = node?.attrs["id"];
    return isNote(node) && typeof from === "string" ? [{ from, to: String(step.value) }] : [];
  });
}

/** What was put in, where it stands now. */
function changedIn(transactions: readonly Transaction[]): Stretch[] {
  const maps = transactions.flatMap((tr) => tr.mapping.maps);
  return maps.flatMap((map, index) => {
    const rest = new Mapping(maps.slice(index + 1));
    const found: Stretch[] = [];
    map.forEach((_from, _to, from, to) => {
      if (to > from) found.push({ from: rest.map(from, -1), to: rest.map(to, 1) });
    });
    return found;
  });
}
