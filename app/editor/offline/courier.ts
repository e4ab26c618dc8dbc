import * as Y from "yjs";
import { ClaimAhead } from "../claim";
import type { Connection, ConnectionState, createConnection } from "../connection";
import { type UnsavedParagraph, unsavedParagraphs } from "../unsaved";
import type { KeptPage } from "./vault";
import { wordsIn } from "./words-in";

/**
 * sending: on its way, or waiting for the line · sent: saved, in everybody's text · known: it had been saved all along ·
 * locked: the text takes nothing now; sent when it does · refused: it never will be.
 */
type DeliveryPhase = "sending" | "sent" | "known" | "locked" | "refused";
export type Delivery = Pick<KeptPage, "documentId" | "where" | "at"> & {
  client: number;
  phase: DeliveryPhase;
  paragraphs: readonly UnsavedParagraph[];
};

type Parts = {
  page: KeptPage;
  url: string;
  connect: typeof createConnection;
  tell(delivery: Delivery): void;
};

const NOT_SIGNED_IN = 4401;

/**
 * Sends what a page that is dead has kept, under that page's own claim and in a document of its own: the server judges it
 * as if that page had come back, and the living page gets it like anything others write. [I4] [E30]
 */
export class Courier {
  readonly #parts: Parts;
  readonly #doc = new Y.Doc();
  readonly #connection: Connection;
  readonly #stop: () => void;
  /** How far the server's text had the dead page's writing when it was handed over. */
  #from: number | null = null;
  #isNews = false;
  #phase: DeliveryPhase | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { page, url, connect } = parts;
    const ahead = new ClaimAhead(async () => ({ kind: "issued", claim: page.claim }));
    ahead.begin();
    this.#connection = connect({ url, documentId: page.documentId, doc: this.#doc, ahead, isCourier: true });
    this.#stop = this.#connection.state.subscribe(() => this.#look(this.#connection.state.get()));
    this.#tell("sending");
  }

  stop(): void {
    this.#stop();
    this.#connection.destroy();
    this.#doc.destroy();
  }

  #look(state: ConnectionState): void {
    if (this.#phase !== "sending" && this.#phase !== "locked") return;
    if (state.phase === "refused") {
      // Signed out: the page itself says so, and this waits for the same person. (decision 0012)
      if (state.code !== NOT_SIGNED_IN) this.#tell("refused");
    } else if (state.synced && state.role === "read" && state.phase !== "room-full") this.#tell("locked");
    else if (state.synced && state.role === "write") this.#handOver(state);
  }

  #handOver(state: ConnectionState): void {
    if (this.#from === null) {
      this.#from = Y.getState(this.#doc.store, this.#parts.page.claim.clientID);
      const seen = () => {
        this.#isNews = true;
      };
      this.#doc.on("update", seen);
      for (const chunk of this.#parts.page.chunks) Y.applyUpdate(this.#doc, chunk, "kept");
      this.#doc.off("update", seen);
    }
    // Asked anew: what was just handed over is not in `state`.
    if (!this.#connection.hasUnsaved() && !state.hasUnsaved) this.#tell(this.#isNews ? "sent" : "known");
    else this.#tell("sending");
  }

  #tell(phase: DeliveryPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    const { claim, documentId, where, at } = this.#parts.page;
    const paragraphs = phase === "sending" || phase === "known" ? [] : this.#paragraphs();
    this.#parts.tell({ client: claim.clientID, documentId, where, at, phase, paragraphs });
  }

  /** As they would stand in the text; in a text of another lineage they stand nowhere, and their words are all there is. */
  #paragraphs(): readonly UnsavedParagraph[] {
    const { claim, chunks } = this.#parts.page;
    const copy = new Y.Doc();
    const client = claim.clientID;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#doc));
    const clock = this.#from ?? Y.getState(copy.store, client);
    for (const chunk of chunks) Y.applyUpdate(copy, chunk);
    const found = copy.store.pendingStructs ? [] : unsavedParagraphs(copy, { client, clock });
    copy.destroy();
    return found.length > 0 ? found : wordsIn(chunks);
  }
}
