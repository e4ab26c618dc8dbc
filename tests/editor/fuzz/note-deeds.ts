import { matchesOf } from "../../../app/editor/desk/find/matches";
import { replaceMatches } from "../../../app/editor/desk/find/replace";
import { moveSection } from "../../../app/editor/desk/outline/move-section";
import { placeBeside, sectionsOf } from "../../../app/editor/desk/outline/sections";
import { noteOfCaret } from "../../../app/editor/schema/notes/commands";
import { isNote, noteIds } from "../../../app/editor/schema/notes/places";
import { type Deed, newMark, putCaret } from "./common";
import type { Deeds } from "./deeds";
import { marksIn } from "./ledger";
import type { Person } from "./person";

const note: Deed = (person, common) => {
  putCaret(person, common);
  person.pause();
  person.editor.commands.toggleNote();
  if (noteOfCaret(person.state)?.node.content.size === 0) person.type(`n${newMark(common)}`);
};

const replaceAll: Deed = (person, { random }) => {
  const text = random.oneOf(["vi ", "støtter", ".", "nyt", "målet "]);
  const matches = matchesOf(person.state.doc, { text, matchCase: false, wholeWords: false });
  if (matches.length > 0) person.dispatch(replaceMatches(person.state, matches, random.oneOf(["", "xx", "støtter"])));
};

const heading: Deed = (person, common) => {
  putCaret(person, common);
  person.editor.commands.setKind("heading", common.random.oneOf([1, 2, 3]));
};

const outline: Deed = (person, { random }) => {
  const sections = sectionsOf(person.state.doc);
  if (sections.length === 0) return;
  const at = random.below(sections.length);
  const section = sections[at];
  const before = placeBeside(sections, at, random.oneOf([1, -1] as const));
  const tr = section && before !== null ? moveSection(person.state, section, before) : null;
  if (tr) person.dispatch(tr);
};

/** None of these may take a footnote from words that are still there: not by itself, nor by what comes after it. */
const keeping = ({ deed, often }: Deeds[string]) => ({
  often,
  deed: ((person, common) => {
    const before = notesSeen(person);
    deed(person, common);
    const after = notesSeen(person);
    for (const [mark, said] of before)
      if (after.has(mark) && !said.every((own) => after.get(mark)?.includes(own)))
        throw new Error(`"${mark}" of ${person.name} had the notes ${said.join("")}, now ${after.get(mark)?.join("")}`);
  }) satisfies Deed,
});

/** Each mark that stands once, with the marks in the notes of its words that stand once. */
function notesSeen({ blocks }: Person): Map<string, string[]> {
  const all = blocks.flatMap(({ node }) => marksIn(node.textContent));
  const isOnce = (mark: string) => all.indexOf(mark) === all.lastIndexOf(mark);
  const own = new Map(blocks.flatMap(({ node, id }) => (isNote(node) ? [[id, marksIn(node.textContent)]] : [])));
  const seen = new Map<string, string[]>();
  for (const { node } of blocks)
    for (const inline of isNote(node) ? [] : node.children)
      for (const mark of marksIn(inline.text ?? "").filter(isOnce))
        seen.set(
          mark,
          noteIds(inline)
            .flatMap((id) => own.get(id) ?? [])
            .filter(isOnce),
        );
  return seen;
}

export function withNotes(deeds: Deeds): Deeds {
  const kept = ["split", "enter", "join", "joinNext", "move", "kind", "type", "table", "copy"];
  const careful = Object.entries(deeds).map(([name, one]) => [name, kept.includes(name) ? keeping(one) : one] as const);
  return {
    ...Object.fromEntries(careful),
    note: keeping({ deed: note, often: 6 }),
    replaceAll: keeping({ deed: replaceAll, often: 1 }),
    heading: keeping({ deed: heading, often: 3 }),
    outline: keeping({ deed: outline, often: 3 }),
  };
}
