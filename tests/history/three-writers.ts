import * as Y from "yjs";
import { type Block, SCHEMA_VERSION } from "../../app/document-model/document";
import { writeDocument } from "../../app/document-model/write";
import type { UserId } from "../../db/ids";
import type { LogRow } from "../../server/history/log/tape";
import { HeadlessPage } from "../editor/headless-page";
import type { Random } from "../sync/random";

const WRITERS = ["anna", "bo", "carl"] as unknown as readonly UserId[];
/** Every letter that anybody types is typed once, so that one can see of each who typed it. */
const FIRST_LETTER = 0x4e00;

/** Three people at real editors without screens, who hear of each other now and then, and the log they leave. */
export class ThreeWriters {
  readonly rows: LogRow[] = [];
  /** Letter → who typed it; what the text began with is nobody's. */
  readonly typedBy = new Map<string, UserId | null>();
  readonly pages: HeadlessPage[];
  readonly #random: Random;
  readonly #unheard: Uint8Array[][] = WRITERS.map(() => []);
  #letter = FIRST_LETTER;
  #at = Date.parse("2026-03-02T08:00:00Z");

  constructor(random: Random) {
    this.#random = random;
    const blocks = Array.from({ length: 4 }, (_, index) => this.#block(`seed-0${index}`));
    const seed = writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} });
    this.rows.push({ payload: seed, userId: null, origin: "seed", at: this.#at });
    this.pages = WRITERS.map((_, index) => this.#page(index, seed));
  }

  /** Somebody does something; now and then all hear of each other. */
  step(): void {
    const { below } = this.#random;
    const writer = below(WRITERS.length);
    const page = this.pages[writer];
    if (!page) return;
    this.#at += below(20) === 0 ? 40 * 60_000 : 1000 + below(90_000);
    this.#deed(page, writer);
    page.pause();
    if (below(3) === 0) this.hear();
  }

  hear(): void {
    this.pages.forEach((page, index) => {
      const heard = this.#unheard[index]?.splice(0) ?? [];
      page.doc.transact(() => {
        for (const update of heard) Y.applyUpdate(page.doc, update, "provider");
      }, "provider");
    });
  }

  letters(count: number, writer: number | null): string {
    const typed = Array.from({ length: count }, () => String.fromCharCode(this.#letter++));
    const by = writer === null ? null : (WRITERS[writer] ?? null);
    for (const letter of typed) this.typedBy.set(letter, by);
    return typed.join("");
  }

  #block(id: string): Block {
    return { type: "block", id, kind: "paragraph", level: 0, content: [{ text: this.letters(12, null) }] };
  }

  #page(index: number, seed: Uint8Array): HeadlessPage {
    const page = new HeadlessPage(seed);
    // Whose id is larger decides where two who write in one place stand: the same seed makes the same log.
    page.doc.clientID = 100 + index;
    page.doc.on("update", (payload: Uint8Array, from: unknown) => {
      if (from === "provider") return;
      this.rows.push({ payload, userId: WRITERS[index] ?? null, origin: "client", at: this.#at });
      for (const [other, heard] of this.#unheard.entries()) if (other !== index) heard.push(payload);
    });
    return page;
  }

  /**
   * Who parts, joins and moves has heard of the others; they need not have heard of it. Two who move one text at once write
   * it twice, and of its last letter or two nobody can tell then whether it was moved or typed.
   */
  #deed(page: HeadlessPage, writer: number): void {
    const { below } = this.#random;
    const deed = below(10);
    if (deed <= 3) this.hear();
    const count = page.ids.length;
    const index = below(count);
    const size = page.block(index).node.content.size;
    const caret = () => page.caret(index, below(size + 1));
    switch (deed) {
      case 0:
        caret().enter();
        break;
      case 1:
        page.caret(index, 0).backspace();
        break;
      case 2:
        caret().moveBlock(below(2) === 0 ? 1 : -1);
        break;
      case 3:
        if (count > 2 && size > 1) page.pasteBefore(below(count - 1), page.cut(index));
        break;
      case 4:
        page.undo();
        break;
      case 5:
        if (size > 2) page.select(index, 1, index, 1 + below(size - 1)).deleteSelection();
        break;
      default:
        caret().type(this.letters(1 + below(9), writer));
    }
  }
}
