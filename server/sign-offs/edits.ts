import { setIfUndefined } from "lib0/map";
import * as Y from "yjs";
import { Ranges } from "../../app/document-model/ranges";
import { Touched } from "../../app/document-model/touched";
import type { Anchors, GoneRange } from "./anchors";
import type { Edit } from "./shapes";

/** An update as the log has it, by whom. */
export type Writing = { payload: Uint8Array; name: string; at: Date };

/** So many are read before others get their turn at the node. */
const ROWS_AT_ONCE = 200;

/**
 * Block id → who has written in it, linked it or taken it away, the latest first. `doc` is the text as it stands after
 * all of this writing, `before` is where its paragraphs stood, and what was taken away in them.
 */
export async function editsIn(
  writings: readonly Writing[],
  { doc, before }: { doc: Y.Doc; before: { anchors: Anchors; gone: readonly GoneRange[] } },
): Promise<Map<string, Edit[]>> {
  const gone = new Gone(before.anchors);
  const deleted = Ranges.from(before.gone.map(([client, clock, length]) => ({ client, clock, length })));
  const found = new Map<string, Map<string, Date>>();
  for (const [place, { payload, name, at }] of writings.entries()) {
    const touched = new Touched(doc);
    touched.add(payload, deleted);
    for (const id of [...touched.ids(), ...gone.by(payload)])
      setIfUndefined(found, id, () => new Map<string, Date>()).set(name, at);
    if (place % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(setImmediate);
  }
  return new Map([...found].map(([id, by]) => [id, latestFirst(by)]));
}

function latestFirst(by: ReadonlyMap<string, Date>): Edit[] {
  return [...by].map(([name, at]) => ({ by: name, at })).sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Of a paragraph that is gone, Yjs keeps nothing but its place in the count: where it stood is remembered from before. */
class Gone {
  /** Client → clock of the element → block; a paragraph that is moved is another element of the same id. */
  readonly #blocks = new Map<number, Map<number, string>>();

  constructor(anchors: Anchors) {
    for (const [id, [client, clock]] of Object.entries(anchors)) this.#stands(client, clock, id);
  }

  /** The blocks whose element this update takes away, and none before it: a page that comes back may say it again. */
  *by(update: Uint8Array): Generator<string> {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) this.#meet(struct);
    for (const [client, ranges] of ds.clients) {
      const standing = this.#blocks.get(client);
      for (const [clock, id] of standing ?? []) {
        if (!ranges.some((range) => range.clock <= clock && clock < range.clock + range.len)) continue;
        standing?.delete(clock);
        yield id;
      }
    }
  }

  /** `id` is an attribute of the element: an item of its own, which names the element as its parent. */
  #meet(struct: Y.Item | Y.GC | object): void {
    if (!(struct instanceof Y.Item) || struct.parentSub !== "id" || !(struct.parent instanceof Y.ID)) return;
    const [id]: unknown[] = struct.content.getContent();
    if (typeof id === "string") this.#stands(struct.parent.client, struct.parent.clock, id);
  }

  #stands(client: number, clock: number, id: string): void {
    setIfUndefined(this.#blocks, client, () => new Map<number, string>()).set(clock, id);
  }
}
