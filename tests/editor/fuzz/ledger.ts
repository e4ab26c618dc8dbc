import { allBlocks, type Link, type ResponseDocument, type Stance, textOf } from "../../../app/document-model/document";

/**
 * A slow and obvious book of which links must be there. Texts carry marks: signs that mean nothing to any rule. A link is
 * given to a paragraph and to the marks in it; as long as any of that text is there, some of it is in a paragraph with the
 * link. Who splits at the same moment may leave it with the half that keeps the paragraph's id (decision 0003).
 */
export class Ledger {
  readonly #entries: Entry[] = [];
  readonly #asleep = new Set<string>();

  given(link: Link, marks: Iterable<string>, to: string | null = null): void {
    this.#entries.push({ key: keyOf(link), marks: new Set(marks), stance: null, to });
  }

  said(link: Link, marks: Iterable<string>, to: string, stance: Stance): void {
    this.#entries.push({ key: keyOf(link), marks: new Set(marks), stance, to });
  }

  /** Somebody took the link off the text with these marks, or said something else of it. */
  taken(link: Link, marks: Iterable<string>, what: "link" | "stance" = "link"): void {
    const gone = new Set(marks);
    for (const entry of this.#entries)
      if (entry.key === keyOf(link) && (what === "link" || entry.stance !== null))
        for (const mark of gone) entry.marks.delete(mark);
  }

  /** Somebody took the text with this mark away. Should it be there all the same, as another still had it, it has no claim. */
  sleep(mark: string): void {
    this.#asleep.add(mark);
  }

  /** It was brought back by who took it away: pasted, or by undo. */
  wake(mark: string): void {
    this.#asleep.delete(mark);
  }

  /** The text with this mark is there more than once, and was removed in one place: nothing can be asked of the rest. */
  forget(mark: string): void {
    for (const { marks } of this.#entries) marks.delete(mark);
  }

  /**
   * Somebody sees text without a link whose paragraph has it, under the id that it was given to: another has split it at
   * that moment, and the link stays with the half that keeps the id, whatever becomes of that half (decision 0003).
   */
  seen(placed: readonly { id: string | null; text: string; links: readonly Link[] }[]): void {
    const linked = placed.map((one) => ({ ...one, keys: new Set(one.links.map(keyOf)) }));
    for (const { key, marks, to } of this.#entries) {
      if (to === null || !linked.some(({ id, keys }) => id === to && keys.has(key))) continue;
      for (const { id, text, keys } of linked)
        if (id !== to && !keys.has(key)) for (const mark of marksIn(text)) marks.delete(mark);
    }
  }

  /** A copy with marks of its own has whatever must be on the text it was copied from. */
  copied(marks: ReadonlyMap<string, string>, links: readonly Link[]): void {
    const carried = new Map(links.map((link) => [keyOf(link), link]));
    for (const { key, marks: held, stance } of [...this.#entries]) {
      const link = carried.get(key);
      const made = [...held].flatMap((mark) => marks.get(mark) ?? []);
      if (link && made.length > 0 && (stance === null || stance === link.stance))
        this.#entries.push({ key, marks: new Set(made), stance, to: null });
    }
  }

  /** What is missing, in words. */
  missing(document: ResponseDocument): string[] {
    const holders = [...allBlocks(document)].map((block) => ({
      text: textOf(block),
      links: document.links[block.id] ?? [],
      id: block.id,
    }));
    return this.#entries.flatMap(({ key, marks: given, stance, to }) => {
      const marks = new Set([...given].filter((mark) => !this.#asleep.has(mark)));
      const carriers = holders.filter(({ text }) => marksIn(text).some((mark) => marks.has(mark)));
      const isThere = holders.some(
        (holder) =>
          (holder.id === to || carriers.includes(holder)) &&
          holder.links.some((link) => keyOf(link) === key && (stance === null || stance === link.stance)),
      );
      if (carriers.length === 0 || isThere) return [];
      const where = carriers.map(({ text, links }) => `"${text}" (${links.map(keyOf).map(shortly).join(" ")})`);
      return [`${stance ?? "link"} ${shortly(key)} given to ${[...marks].join("")}: now ${where.join(", ")}`];
    });
  }
}

type Entry = { key: string; marks: Set<string>; stance: Stance | null; to: string | null };

export function keyOf({ kind, id, center }: Link): string {
  return `${kind}|${id}|${center}`;
}

function shortly(key: string): string {
  const [, id = "", center = ""] = key.split("|");
  return `${id.slice(-4)}/${center.slice(0, 1)}`;
}

const FIRST = 0x4e00;
const LAST = 0x9fff;

/** The nth mark: a letter that nobody types here. */
export function markOf(index: number): string {
  if (FIRST + index > LAST) throw new Error("Expected fewer marks in one day.");
  return String.fromCharCode(FIRST + index);
}

export function marksIn(text: string): string[] {
  return [...text].filter((sign) => sign >= "\u4e00" && sign <= "\u9fff");
}
