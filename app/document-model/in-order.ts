import * as Y from "yjs";

/**
 * Yjs places an item between its two neighbours, and that all copies of a document agree rests on the left one standing
 * left of the right one. Nobody checks: an undo that brings back pieces of a moved paragraph names the same piece on both
 * sides (yjs 13.6.33, `redoItem`), and a page of an attacker's names what it likes. Such an item then stands in one place
 * where it was written and in another where it is read. From here on it has no right neighbour: which of two others stands
 * first is the same in every copy, so all agree. [I8] (decision 0010)
 */
export function keepInOrder(): void {
  if (Y.Item.prototype.integrate !== integrate) return;
  Y.Item.prototype.integrate = function (this: Y.Item, transaction, offset) {
    if (this.left && this.origin && this.right) {
      // Fetching the right one may have cut the left one in two, and left us with its beginning.
      if (!endsWith(this.left, this.origin)) this.left = Y.getItem(transaction.doc.store, this.origin);
      if (this.left.right !== this.right && !isAfter(this.left, this.right)) {
        this.right = null;
        this.rightOrigin = null;
      }
    }
    integrate.call(this, transaction, offset);
  };
}

const { integrate } = Y.Item.prototype;

function endsWith({ id, length }: Y.Item, last: Y.ID): boolean {
  return id.client === last.client && id.clock + length - 1 === last.clock;
}

/** Walks what Yjs itself walks next, to find the place. */
function isAfter(left: Y.Item, right: Y.Item): boolean {
  let at = left.right;
  while (at && at !== right) at = at.right;
  return at !== null;
}
