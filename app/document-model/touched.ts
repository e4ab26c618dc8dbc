import * as Y from "yjs";
import { blockAround } from "./block-around";
import { allBlocks } from "./document";
import { deletionsIn, itemsIn } from "./items-in";
import { linkMap, readLinkKey } from "./links";
import type { Range, Ranges } from "./ranges";
import { readDocument } from "./read";

/** A paragraph that some updates have made or written in. */
export type TouchedBlock = { id: string; isNew: boolean };

/** Which paragraphs of a document some updates have made or changed; what was written and taken away again is no change. */
export class Touched {
  readonly #doc: Y.Doc;
  readonly #written: Range[] = [];
  readonly #deleted: Range[] = [];
  /** From where on each client's writing is of these updates. */
  readonly #begins = new Map<number, number>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** `gone`: what was taken away before; a page that comes back says every deletion there ever was once more. */
  add(update: Uint8Array, gone?: Ranges): void {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) {
      this.#written.push({ ...id, length });
      this.#begins.set(id.client, Math.min(id.clock, this.#begins.get(id.client) ?? id.clock));
    }
    for (const range of deletionsIn(ds)) {
      this.#deleted.push(...(gone?.without(range) ?? [range]));
      gone?.add(range);
    }
  }

  /** In reading order. */
  blocks(): TouchedBlock[] {
    const found = new Map<string, boolean>();
    for (const { item, isMade } of this.#items()) {
      const id = blockAround(item)?.getAttribute("id");
      if (id !== undefined) found.set(id, isMade || found.get(id) === true);
    }
    return [...allBlocks(readDocument(this.#doc))].flatMap(({ id }) => {
      const isNew = found.get(id);
      return isNew === undefined ? [] : [{ id, isNew }];
    });
  }

  /** The same and those whose links were changed, in no order and without reading the text. */
  ids(): Set<string> {
    const found = new Set<string>();
    const links = linkMap(this.#doc);
    for (const { item } of this.#items()) {
      const isLink = item.parent === links && item.parentSub !== null;
      const id = isLink ? readLinkKey(item.parentSub ?? "")?.blockId : blockAround(item)?.getAttribute("id");
      if (id) found.add(id);
    }
    return found;
  }

  *#items(): Generator<{ item: Y.Item; isMade: boolean }> {
    for (const range of this.#written) {
      for (const item of itemsIn(this.#doc, range)) {
        const isMade = item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement;
        if (!item.deleted) yield { item, isMade };
      }
    }
    for (const range of this.#deleted) {
      const isOld = range.clock < (this.#begins.get(range.client) ?? Number.POSITIVE_INFINITY);
      if (isOld) for (const item of itemsIn(this.#doc, range)) yield { item, isMade: false };
    }
  }
}
