import * as Y from "yjs";
import type { Range } from "./ranges";

/** What of a range is still known as items; of a paragraph that is gone nothing is. */
export function* itemsIn(doc: Y.Doc, { client, clock, length }: Range): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  const end = Math.min(clock + length, Y.getState(doc.store, client));
  if (clock >= end) return;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= end) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

/** What a transaction, or an update, says is taken away. */
export function deletionsIn({ clients }: Y.Transaction["deleteSet"]): Range[] {
  return [...clients].flatMap(([client, deletes]) =>
    deletes.map(({ clock, len }): Range => ({ client, clock, length: len })),
  );
}
