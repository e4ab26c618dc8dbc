import { createConnection } from "../connection";
import { syncUrl } from "../sync-url";
import { Courier, type Delivery } from "./courier";
import { holdPage } from "./page-lock";
import type { KeptPage, Vault } from "./vault";

/** Couriers for all that dead pages have left; what is done with is forgotten. */
export class Round {
  readonly #vault: Vault | null;
  readonly #tell: (delivery: Delivery) => void;
  readonly #couriers = new Map<number, () => void>();
  #isOver = false;

  constructor(vault: Vault | null, tell: (delivery: Delivery) => void) {
    this.#vault = vault;
    this.#tell = tell;
  }

  /** Of one text, or of all; but not what the page itself has kept. */
  async send(documentId?: string, own?: number): Promise<void> {
    const pages = (await this.#vault?.pages(documentId)) ?? [];
    for (const page of pages) if (page.claim.clientID !== own) await this.#sendOne(page);
  }

  end(client: number): void {
    this.#couriers.get(client)?.();
    this.#couriers.delete(client);
  }

  stop(): void {
    this.#isOver = true;
    for (const client of [...this.#couriers.keys()]) this.end(client);
  }

  async #sendOne(page: KeptPage): Promise<void> {
    const { documentId, claim } = page;
    // A living tab sends its own.
    const letGo = await holdPage(documentId, claim.clientID);
    if (!letGo) return;
    if (this.#isOver) return letGo();
    const tell = (delivery: Delivery) => {
      this.#tell(delivery);
      if (delivery.phase !== "sent" && delivery.phase !== "known") return;
      void this.#vault?.forget(documentId, claim.clientID);
      // Not from within its own report.
      queueMicrotask(() => this.end(claim.clientID));
    };
    const courier = new Courier({ page, url: syncUrl(), connect: createConnection, tell });
    this.#couriers.set(claim.clientID, () => {
      courier.stop();
      letGo();
    });
  }
}
