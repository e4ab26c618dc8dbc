import * as Y from "yjs";
import { itemsIn } from "../../../app/document-model/items-in";
import type { Range } from "../../../app/document-model/ranges";

/** Letters that stand in a row in the text, and where each was written. */
export type Piece = { text: string; spans: Range[]; last: Y.Item };

type Letters = Y.Item & { content: Y.ContentString };

/** A run of what nobody sees is walked over so far; what lies beyond begins a piece of its own. */
const FARTHEST = 200;

/** What these spans hold of text, in pieces as it stands together; `through`: whatever others have put between. */
export function piecesOf(doc: Y.Doc, spans: readonly Range[], through = false): Piece[] {
  const items = new Set<Y.Item>();
  for (const span of spans) for (const item of itemsIn(doc, span)) if (isLetters(item)) items.add(item);
  const pieces: Piece[] = [];
  for (const item of items)
    if (isLetters(item) && !neighbour(item, "left", items, through)) pieces.push(pieceFrom(item, items, through));
  return pieces;
}

export function isLetters(item: Y.Item): item is Letters {
  return item.content instanceof Y.ContentString;
}

function pieceFrom(first: Letters, items: ReadonlySet<Y.Item>, through: boolean): Piece {
  const piece: Piece = { text: "", spans: [], last: first };
  for (let at: Letters | null = first; at; at = neighbour(at, "right", items, through)) {
    piece.text += at.content.str;
    piece.spans.push({ client: at.id.client, clock: at.id.clock, length: at.length });
    piece.last = at;
  }
  return piece;
}

/** The next of these items, with nothing between that is seen. */
function neighbour(of: Y.Item, side: "left" | "right", items: ReadonlySet<Y.Item>, through: boolean): Letters | null {
  let at = of[side];
  for (let far = 0; at && far < FARTHEST; far++, at = at[side]) {
    if (items.has(at)) return isLetters(at) ? at : null;
    if (at.countable && !at.deleted && !through) return null;
  }
  return null;
}
