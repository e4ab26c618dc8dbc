import * as Y from "yjs";
import { ROOTS } from "../../../../app/document-model/document";
import { encode } from "../../../../app/document-model/wire";
import { updateOf, writeParagraph } from "../../../sync/document";
import { marker } from "./markers";

/** What one writer sends: a paragraph of its own, then at its end a few letters at a time. Real updates, made beforehand. */
export class Script {
  readonly begin: Uint8Array;
  readonly #doc = new Y.Doc();
  readonly #writer: number;
  readonly #paste: string;
  #updates: Uint8Array[] = [];

  /** `pasteBytes`: each update takes the writer's last paste away and pastes so much anew. */
  constructor({ clientId, writer, pasteBytes = 0 }: { clientId: number; writer: number; pasteBytes?: number }) {
    this.#doc.clientID = clientId;
    this.#writer = writer;
    this.#paste = "x".repeat(pasteBytes);
    const block = `writer-${clientId}`;
    this.begin = encode({ type: "update", update: updateOf(this.#doc, () => writeParagraph(this.#doc, block, "-")) });
  }

  prepare(count: number): void {
    while (this.#updates.length < count) this.#updates.push(this.#make(this.#updates.length));
  }

  frame(number: number): Uint8Array {
    return encode({ type: "update", update: this.#update(number) });
  }

  /** As the answer to the server's step 1: what a page had not saved when it lost its server. */
  unsaved(number: number): Uint8Array {
    return encode({ type: "step2", update: this.#update(number) });
  }

  #update(number: number): Uint8Array {
    this.prepare(number + 1);
    return this.#updates[number] ?? new Uint8Array();
  }

  #make(number: number): Uint8Array {
    const text = this.#text();
    const letters = marker(this.#writer, number) + this.#paste;
    // Only a writer that pastes takes anything away: a deletion is longer than what is typed.
    return updateOf(this.#doc, () => {
      if (this.#paste && text.length > 1) text.delete(1, text.length - 1);
      text.insert(text.length, letters);
    });
  }

  #text(): Y.XmlText {
    const block = this.#doc.getXmlFragment(ROOTS.body).get(0);
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("Expected the writer's paragraph to hold its text.");
    return text;
  }
}
