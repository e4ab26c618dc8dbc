import type { Inline } from "../document";
import type { ProposedBlock } from "./shapes";

/** New footnotes under ids of their own, and the run's words with them: what the page called them is nobody's id. [G4] */
export function withNoteIds(proposed: readonly ProposedBlock[], newId: () => string): ProposedBlock[] {
  const ids = new Map(proposed.flatMap(({ note }) => (note === undefined ? [] : [[note, newId()] as const])));
  if (ids.size === 0) return [...proposed];
  const renamed = (inline: Inline): Inline =>
    "text" in inline && inline.notes
      ? { ...inline, notes: inline.notes.map((id) => ids.get(id) ?? id).sort() }
      : inline;
  return proposed.map((block) => ({
    ...block,
    content: block.content.map(renamed),
    ...(block.note === undefined ? {} : { note: ids.get(block.note) ?? block.note }),
  }));
}
