import { Decoration } from "@tiptap/pm/view";
import { textOf } from "../../../document-model/document";
import type { Change } from "../../../document-model/suggestions/diff";
import { type Piece, piecesOf } from "../../../document-model/suggestions/pieces";
import { kindName, suggestions as shared, suggesting as words } from "../../../words/suggestions";
import { label } from "../marks";
import { endsIn, type Place, type Places, posAt, rangesOf } from "../places";

const OF_WORDS = { isOfWords: true, ignoreSelection: true };

/** A change in the edited text: what is new underlined where it stands, what is gone struck through where it stood. */
export function changeMarks({ run, made }: Change, places: Places): Decoration[] {
  const at = made.flatMap(({ id }) => places.get(id) ?? []);
  if (at.length === 0) return goneBlocks(run, places);
  return [
    ...piecesOf({ base: run.base, proposed: made }).flatMap((piece) => marksOf(piece, at)),
    ...kindsOf(run, made, places),
  ];
}

/** A paragraph that has become a heading says so. */
function kindsOf({ base }: Change["run"], made: Change["made"], places: Places): Decoration[] {
  return made.flatMap((block) => {
    const was = base.find(({ id }) => id === block.id);
    const place = places.get(block.id);
    if (!was || !place || (was.kind === block.kind && was.level === block.level)) return [];
    const name = kindName(block);
    const draw = () => label(shared.becomes(name), "", words.text);
    return [Decoration.widget(place.pos + 1, draw, { ...OF_WORDS, side: -1, key: `kind|${block.id}|${name}` })];
  });
}

function marksOf({ kind, text, on, isReformatted }: Piece, at: readonly Place[]): Decoration[] {
  if (kind === "kept" && !isReformatted) return [];
  if (kind === "removed") {
    const draw = () => struck("span", text);
    return [Decoration.widget(posAt(on, at), draw, { ...OF_WORDS, side: -1, key: `gone|${on}|${text}` })];
  }
  const ends = kind === "added" ? endsIn(on, text, at) : [];
  const signs = ends.map((pos) => Decoration.widget(pos, sign, { ...OF_WORDS, side: 1, key: `sign|${pos}` }));
  const attributes =
    kind === "kept" ? { class: "suggested-look" } : { nodeName: "ins", class: "suggested-new", "data-own": "" };
  const words = rangesOf(on, text, at).map(([from, to]) => Decoration.inline(from, to, attributes, OF_WORDS));
  return [...words, ...signs];
}

function sign(): HTMLElement {
  const element = document.createElement("ins");
  element.className = "suggested-new";
  element.textContent = "¶";
  element.contentEditable = "false";
  return element;
}

/** Paragraphs taken away are seen where they stood. */
function goneBlocks({ after, base }: Change["run"], places: Places): Decoration[] {
  const before = after === null ? null : places.get(after);
  const pos = before ? before.pos + before.node.nodeSize : 0;
  const draw = () => {
    const block = struck("div", base.map(textOf).join("\n"));
    block.classList.add("suggested-taken");
    block.title = words.removed;
    return block;
  };
  const ids = base.map(({ id }) => id).join();
  return [Decoration.widget(pos, draw, { side: -1, ignoreSelection: true, key: `taken|${ids}` })];
}

function struck(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  const gone = document.createElement("del");
  gone.className = "suggested-gone";
  gone.textContent = text;
  element.contentEditable = "false";
  element.append(gone);
  return element;
}
