import { addWords, ordinary, trimmed } from "../../document-model/incoming/content";
import { noteLastWord } from "../../document-model/incoming/notes";
import type {
  IncomingBlock,
  IncomingPart,
  IncomingRun,
  IncomingTable,
  LeftOut,
  LeftOutKind,
} from "../../document-model/incoming/shapes";

/** How words look just here. */
export type Look = Pick<IncomingRun, "bold" | "italic" | "href">;

/** What a block is that is about to begin. */
export type Kind = Pick<IncomingBlock, "kind" | "level" | "number" | "from">;

export const PARAGRAPH: Kind = { kind: "paragraph", level: 0 };
const LONGEST_LEFT = 20_000;
const MOST_LEFT = 2000;

/** Blocks in the making: words go into the one that is open, and open a paragraph where none is. */
export class Builder {
  readonly parts: IncomingPart[] = [];
  readonly left: LeftOut[];
  #now: IncomingBlock | null = null;

  constructor(left: LeftOut[] = []) {
    this.left = left;
  }

  words(text: string, look: Look): void {
    const words = ordinary(text);
    if (words === "" || (this.#now === null && words === " ")) return;
    this.#now ??= { type: "block", ...PARAGRAPH, content: [] };
    addWords(this.#now.content, words, look);
  }

  lineBreak(): void {
    const content = this.#now?.content ?? [];
    const last = content.at(-1);
    if (last && "text" in last) last.text = last.text.trimEnd();
    content.push({ break: true });
  }

  /** The words before it have a note. */
  note(id: string): void {
    const block = this.#now ?? this.parts.findLast((part) => part.type === "block");
    if (block?.type !== "block" || !noteLastWord(block.content, id)) this.leave("lost-note", "");
  }

  open(kind: Kind): void {
    this.close();
    this.#now = { type: "block", ...kind, content: [] };
  }

  /** A block is open that has no words yet. */
  isFresh(): boolean {
    return this.#now !== null && this.#now.content.length === 0;
  }

  /** Goes on in that block on a new line, if it is still the last. */
  goOnIn(block: IncomingBlock | null): boolean {
    this.close();
    if (block === null || this.parts.at(-1) !== block) return false;
    this.parts.pop();
    this.#now = block;
    this.#now.content.push({ break: true });
    return true;
  }

  /** Answers the block that was open; null when it has no words, or when none was. */
  close(): IncomingBlock | null {
    const closed = this.#now;
    this.#now = null;
    if (!closed) return null;
    closed.content = trimmed(closed.content);
    if (closed.content.length === 0) return null;
    this.parts.push(closed);
    return closed;
  }

  table(table: IncomingTable): void {
    this.close();
    this.parts.push(table);
  }

  leave(kind: LeftOutKind, text: string): void {
    if (this.left.length < MOST_LEFT) this.left.push({ kind, text: ordinaryLines(text).slice(0, LONGEST_LEFT) });
  }
}

/** White space inside a line is one space; lines stay lines, and tabs between cells tabs. */
function ordinaryLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.split("\t").map(ordinary).join("\t").trim())
    .filter((line) => line !== "")
    .join("\n");
}
