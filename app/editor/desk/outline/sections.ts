import type { Node as PmNode } from "@tiptap/pm/model";

/** A heading of the text with all that stands under it: the children `from` up to `to` of the document. */
export type Section = {
  /** Null for a moment, after some undos. */
  id: string | null;
  level: number;
  title: string;
  /** As child of the document. */
  from: number;
  to: number;
};

/** In order; a heading's section ends before the next heading of its level or above. Headings in tables are none. [E16] */
export function sectionsOf(doc: PmNode): readonly Section[] {
  const found: Section[] = [];
  doc.forEach((node, _offset, index) => {
    if (node.attrs["kind"] !== "heading") return;
    const { id, level } = node.attrs;
    found.push({ id, level, title: node.textContent.trim(), from: index, to: doc.childCount });
  });
  return found.map((section, at) => ({
    ...section,
    to: found.slice(at + 1).find(({ level }) => level <= section.level)?.from ?? doc.childCount,
  }));
}

/** The same list when it says the same: nothing is drawn for words that changed below a heading. */
export function keepSame(before: readonly Section[], now: readonly Section[]): readonly Section[] {
  const isSame = before.length === now.length && now.every((section, at) => isAlike(section, before[at]));
  return isSame ? before : now;
}

function isAlike(one: Section, other: Section | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.level === other.level &&
    one.title === other.title &&
    one.from === other.from &&
    one.to === other.to
  );
}

/**
 * Before which child of the document a section comes to stand when it goes one place up or down, or null when it is there
 * already: past a neighbour of its level with all of it, out of its parent, or below the lead of the next parent.
 */
export function placeBeside(sections: readonly Section[], at: number, by: 1 | -1): number | null {
  const section = sections[at];
  if (!section) return null;
  if (by === -1) return sections.slice(0, at).findLast(({ level }) => level <= section.level)?.from ?? null;
  const nextAt = sections.findIndex(({ from }) => from === section.to);
  const next = sections[nextAt];
  if (!next) return null;
  // The next section's own words stay with its heading, whatever comes in under it.
  return next.level === section.level ? next.to : (sections[nextAt + 1]?.from ?? next.to);
}
