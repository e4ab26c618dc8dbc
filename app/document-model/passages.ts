import { type Block, type Link, type ResponseDocument, type Table, textOf } from "./document";

/** A paragraph or a table of one text, and what it is in another. */
export type Passage = {
  id: string;
  kind: "same" | "changed" | "added" | "removed";
  isMoved: boolean;
  /** What changed is not in the words: what kind of paragraph it is, how it looks, or its links. */
  isForm: boolean;
  before: Part | null;
  after: Part | null;
};
type Part = { kind: Block["kind"] | "table"; level: number; text: string };

export type Counts = { added: number; changed: number; removed: number; moved: number };

type Item = Block | Table;

/** Two texts paragraph by paragraph, in the order of the later one; what is gone stands where it stood. [V5] */
export function passagesOf(before: ResponseDocument, after: ResponseDocument): Passage[] {
  const old = byId(before.blocks);
  const fresh = byId(after.blocks);
  const staying = inOrder([...fresh.keys()], [...old.keys()]);
  const passages: Passage[] = [];
  const gone = goneAfter(old, fresh);
  const put = (ids: readonly string[]) => {
    for (const id of ids) {
      passages.push(passage(id, old.get(id), undefined, false, false));
      put(gone.get(id) ?? []);
    }
  };
  put(gone.get("") ?? []);
  for (const [id, item] of fresh) {
    const was = old.get(id);
    const hasOtherLinks = linksAs(before.links[id]) !== linksAs(after.links[id]);
    passages.push(passage(id, was, item, was !== undefined && !staying.has(id), hasOtherLinks));
    put(gone.get(id) ?? []);
  }
  return passages;
}

export function countsOf(passages: readonly Passage[]): Counts {
  const of = (kind: Passage["kind"]) => passages.filter((one) => one.kind === kind).length;
  const moved = passages.filter(({ isMoved }) => isMoved).length;
  return { added: of("added"), changed: of("changed"), removed: of("removed"), moved };
}

/** The first that has an id is who is meant by it. */
function byId<Of extends { id: string }>(items: readonly Of[]): Map<string, Of> {
  const found = new Map<string, Of>();
  for (const item of items) if (!found.has(item.id)) found.set(item.id, item);
  return found;
}

/** Those of `ids` that stand in the same order in `others`: as many of them as can be; the rest was moved. */
export function inOrder(ids: readonly string[], others: readonly string[]): Set<string> {
  const places = new Map(others.map((id, place) => [id, place]));
  const common = ids.flatMap((id) => (places.has(id) ? [{ id, place: places.get(id) ?? 0 }] : []));
  // The longest rising run: `ends[n]` is the one that ends the run of n + 1 with the lowest place.
  const ends: number[] = [];
  const before: number[] = [];
  common.forEach(({ place }, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((common[ends[middle] ?? 0]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const found = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) found.add(common[at]?.id ?? "");
  return found;
}

/** What is gone, by what it stood after: one that is there or another that is gone; "" is the beginning. */
function goneAfter(old: ReadonlyMap<string, Item>, fresh: ReadonlyMap<string, Item>): Map<string, string[]> {
  const gone = new Map<string, string[]>();
  let last = "";
  for (const id of old.keys()) {
    if (!fresh.has(id)) gone.set(last, [...(gone.get(last) ?? []), id]);
    last = id;
  }
  return gone;
}

function passage(id: string, was: Item | undefined, is: Item | undefined, isMoved: boolean, hasOtherLinks: boolean) {
  const [before, after] = [was ? partOf(was) : null, is ? partOf(is) : null];
  const isSame = was !== undefined && is !== undefined && isAlike(was, is) && !hasOtherLinks;
  const kind = isSame ? "same" : before && after ? "changed" : after ? "added" : "removed";
  const isForm = kind === "changed" && before?.text === after?.text;
  return { id, kind, isMoved, isForm, before, after } satisfies Passage;
}

export function isAlike(one: Item, other: Item): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function linksAs(links: readonly Link[] = []): string {
  return JSON.stringify(links);
}

function partOf(item: Item): Part {
  if (item.type === "block") return { kind: item.kind, level: item.level, text: textOf(item) };
  const rows = item.rows.map((row) => row.map(({ blocks }) => blocks.map(textOf).join("\n")).join(" | "));
  return { kind: "table", level: 0, text: rows.join("\n") };
}
