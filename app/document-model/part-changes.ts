import { canonicalValue } from "./canonical";
import { textOf } from "./document";
import { type Part, type PartParagraph, partText } from "./part";

/** What of a paragraph reads otherwise. */
export type Aspect = "words" | "notes" | "form" | "links";

/** What became of one paragraph between two readings; `before` and `after` are its words. */
export type PartChange =
  | { kind: "added"; id: string; after: string }
  /** `behind`: the paragraph of the later reading that it stood behind; null: before the first. */
  | { kind: "removed"; id: string; before: string; behind: string | null }
  | { kind: "changed"; id: string; before: string; after: string; aspects: Aspect[] }
  /** It reads as it did, among other neighbours of the part. */
  | { kind: "moved"; id: string };

/** What differs between the paragraphs of two readings, in reading order; nothing exactly when they have the same bytes. [A22] */
export function partChanges(before: Part, after: Part): PartChange[] {
  if (wordsOf(before) === wordsOf(after)) return [];
  const [was, is] = [keyed(before), keyed(after)];
  const moved = movedIn([...was.keys()], [...is.keys()]);
  const found: PartChange[] = [];
  const gone = goneBehind(was, is);
  found.push(...(gone.get(null) ?? []));
  for (const [key, paragraph] of is) {
    const change = changeOf(was.get(key), paragraph, moved.has(key));
    if (change) found.push(change);
    found.push(...(gone.get(paragraph.id) ?? []));
  }
  return found;
}

function wordsOf({ paragraphs }: Part): string {
  return partText({ paragraphs });
}

/** An id that stands twice, until the server has repaired it, is told apart by its place. */
function keyed({ paragraphs }: Part): Map<string, PartParagraph> {
  const found = new Map<string, PartParagraph>();
  for (const paragraph of paragraphs) {
    let key = paragraph.id;
    for (let more = 2; found.has(key); more++) key = `${paragraph.id} ${more}`;
    found.set(key, paragraph);
  }
  return found;
}

function changeOf(was: PartParagraph | undefined, is: PartParagraph, isMoved: boolean): PartChange | null {
  const after = textOf(is.said);
  if (!was) return { kind: "added", id: is.id, after };
  const aspects = aspectsOf(was, is);
  if (aspects.length > 0) return { kind: "changed", id: is.id, before: textOf(was.said), after, aspects };
  return isMoved ? { kind: "moved", id: is.id } : null;
}

function aspectsOf({ said: was }: PartParagraph, { said: is }: PartParagraph): Aspect[] {
  if (same(was, is)) return [];
  const found: Aspect[] = [];
  const isSameText = textOf(was).normalize("NFC") === textOf(is).normalize("NFC");
  if (!isSameText) found.push("words");
  if (!same(was.notes, is.notes)) found.push("notes");
  if (!same(was.links, is.links)) found.push("links");
  const form = ({ kind, level, of, content }: typeof was) => ({
    kind,
    level,
    of,
    content: isSameText ? content : null,
  });
  if (!same(form(was), form(is))) found.push("form");
  return found;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonicalValue(one)) === JSON.stringify(canonicalValue(other));
}

/** What is gone, by the paragraph that still stands and that it stood behind. */
function goneBehind(was: ReadonlyMap<string, PartParagraph>, is: ReadonlyMap<string, PartParagraph>) {
  const gone = new Map<string | null, PartChange[]>();
  let behind: string | null = null;
  for (const [key, { id, said }] of was) {
    if (is.has(key)) behind = id;
    else gone.set(behind, [...(gone.get(behind) ?? []), { kind: "removed", id, before: textOf(said), behind }]);
  }
  return gone;
}

/** The fewest that have to be taken out so that the others stand in the order they stood in. */
function movedIn(was: readonly string[], is: readonly string[]): Set<string> {
  const places = new Map(was.map((key, place) => [key, place]));
  const common = is.flatMap((key) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ key, place }];
  });
  // The longest rising row: at each length the lowest end, and which one came before it.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  common.forEach(({ place }, at) => {
    let length = ends.length;
    while (length > 0 && (common[ends[length - 1] ?? 0]?.place ?? 0) > place) length--;
    previous[at] = ends[length - 1];
    ends[length] = at;
  });
  const moved = new Set(common.map(({ key }) => key));
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) moved.delete(common[at]?.key ?? "");
  return moved;
}
