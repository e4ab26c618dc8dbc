import type { Node as PmNode } from "@tiptap/pm/model";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import type { Block } from "../../document-model/document";
import { type Piece, piecesOf } from "../../document-model/suggestions/pieces";
import type { ProposedBlock } from "../../document-model/suggestions/shapes";
import { standingOf } from "../../document-model/suggestions/standing";
import { kindName, suggestions as words } from "../../words/suggestions";
import { blocksOf } from "./blocks";
import { addedBlock, addedWords, label, stroke } from "./marks";
import { endsIn, type Place, type Places, posAt, rangesOf } from "./places";
import "./suggest.css";

/** Every open suggestion at its place in the text, as insertions and deletions with author and time. [G9] */
export function drawnIn(doc: PmNode, suggestions: readonly SuggestionView[]): DecorationSet {
  if (suggestions.length === 0) return DecorationSet.empty;
  const places = placesIn(doc);
  const blocks = blocksOf(doc);
  const all = suggestions.flatMap((suggestion) => {
    const { state, now } = standingOf(suggestion, blocks);
    return state === "fits" ? drawnAs(suggestion, places) : drawnAsOld(suggestion, now, places);
  });
  return DecorationSet.create(doc, all);
}

function placesIn(doc: PmNode): Places {
  const places = new Map<string, Place>();
  doc.descendants((node, pos) => {
    const { id } = node.attrs;
    if (id && (node.type.name === "block" || node.type.name === "table")) places.set(id, { pos, node });
    return node.type.name !== "block";
  });
  return places;
}

function titleOf({ by, changedAt, isOwn }: SuggestionView): string {
  return isOwn ? words.yours : words.by(by.name, changedAt);
}

function drawnAs(suggestion: SuggestionView, places: Places): Decoration[] {
  const { id, base, proposed } = suggestion;
  const title = titleOf(suggestion);
  if (base.length === 0) return addition(suggestion, title, places);
  const at = base.map((block) => places.get(block.id)).filter((place) => place !== undefined);
  const lines = proposed.filter(({ note }) => note === undefined);
  const marks = piecesOf({ base, proposed: lines }).flatMap((piece, index) =>
    drawnPiece(piece, at, { id, title, index }),
  );
  return [
    ...marks,
    ...kindsOf(suggestion, title, places),
    ...newNotes(suggestion, title, at.at(-1)),
    ...(proposed.length === 0 ? at.map((place) => removal(place, id, title)) : []),
  ];
}

/** A new footnote stands behind the paragraph of its words. */
function newNotes({ id, proposed }: SuggestionView, title: string, last: Place | undefined): Decoration[] {
  const notes = proposed.filter(({ note }) => note !== undefined);
  if (!last || notes.length === 0) return [];
  const key = `${id}|notes|${JSON.stringify(notes)}`;
  const draw = () => addedBlock(notes, id, title);
  return [Decoration.widget(last.pos + last.node.nodeSize, draw, { side: -1, key, ignoreSelection: true })];
}

/** Behind the block it stands after; at the very beginning before the first. */
function addition({ id, after, proposed }: SuggestionView, title: string, places: Places): Decoration[] {
  const place = after === null ? null : places.get(after);
  if (place === undefined) return [];
  const pos = place ? place.pos + place.node.nodeSize : 0;
  const draw = () => addedBlock(proposed, id, title);
  return [
    Decoration.widget(pos, draw, {
      side: place ? -1 : 1,
      key: `${id}|${JSON.stringify(proposed)}`,
      ignoreSelection: true,
    }),
  ];
}

function removal({ pos, node }: Place, id: string, title: string): Decoration {
  const said = `${words.removal}. ${title}`;
  return Decoration.node(pos, pos + node.nodeSize, { class: "suggested-removal", "data-suggestion": id, title: said });
}

type Of = { id: string; title: string; index: number };

function drawnPiece(piece: Piece, at: readonly Place[], { id, title, index }: Of): Decoration[] {
  const { kind, text, from, isReformatted } = piece;
  if (kind === "kept" && !isReformatted) return [];
  const options = { key: `${id}|${index}|${from}|${text}`, ignoreSelection: true };
  if (kind === "added")
    return [Decoration.widget(posAt(from, at), () => addedWords(text, id, title), { ...options, side: 1 })];
  const ranges = rangesOf(from, text, at);
  if (kind === "kept") {
    const said = { class: "suggested-look", "data-suggestion": id, title: `${words.reformatted}. ${title}` };
    return ranges.map(([start, end]) => Decoration.inline(start, end, said));
  }
  const gone = { nodeName: "del", class: "suggested-gone", "data-suggestion": id, title };
  const struck = ranges.map(([start, end]) => Decoration.inline(start, end, gone));
  return [
    ...struck,
    ...endsIn(from, text, at).map((pos) => Decoration.widget(pos, () => stroke(id, title), { ...options, side: 1 })),
  ];
}

/** A paragraph that is to become a heading says so before its first word. */
function kindsOf({ id, base, proposed }: SuggestionView, title: string, places: Places): Decoration[] {
  return proposed.flatMap((block) => {
    const was = base.find((one) => one.id === block.id);
    const place = was && places.get(was.id);
    if (!was || !place || !isOtherKind(was, block)) return [];
    const draw = () => label(words.becomes(kindName(block)), id, title);
    return [
      Decoration.widget(place.pos + 1, draw, {
        side: -1,
        key: `${id}|${block.kind}${block.level}`,
        ignoreSelection: true,
      }),
    ];
  });
}

function isOtherKind(was: Pick<Block, "kind" | "level">, now: Pick<ProposedBlock, "kind" | "level">): boolean {
  return was.kind !== now.kind || was.level !== now.level;
}

/** What it was made on reads otherwise now: that alone is said in the text, the three texts stand beside it. [G6] */
function drawnAsOld(suggestion: SuggestionView, now: readonly Block[], places: Places): Decoration[] {
  const title = `${words.changedHelp} ${titleOf(suggestion)}`;
  const [first] = now;
  const place = first && places.get(first.id);
  if (!place) return [];
  const draw = () => label(words.changed, suggestion.id, title);
  return [Decoration.widget(place.pos + 1, draw, { side: -1, key: `${suggestion.id}|old`, ignoreSelection: true })];
}
