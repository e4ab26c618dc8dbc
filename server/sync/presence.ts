import { encode, type PresenceEntry } from "../../app/document-model/wire";
import type { Clock } from "../clock";
import type { Viewer } from "../identity/viewer";
import { LIMITS, TIMES } from "./limits";
import type { Member } from "./member";

type Shown = { owner: Member; state: Record<string, unknown> };

/** Dark enough for white initials on them. */
const COLORS = ["#1f6f8b", "#8a4b08", "#5b3a8c", "#2f6b2f", "#a02c4a", "#35508f", "#7a5c00", "#00695c", "#8b3a62"];

/** How the others see somebody: from the session, never from the page. [P1] */
function shownAs({ id, name }: Viewer): { name: string; color: string; initials: string } {
  const number = Number.parseInt(id.replace(/\D/g, "").slice(0, 9) || "0", 10);
  const words = name.split(/\s+/).filter((word) => word !== "");
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "").join("");
  return { name, color: COLORS[number % COLORS.length] ?? "#1f6f8b", initials: initials.toUpperCase() };
}

/**
 * Who is in the room and where their caret is. A connection speaks for its own client id alone; what it says
 * of others (y-websocket repeats what it hears) is passed over. Sent on together, every 150 ms. [P1]
 */
export class Presence {
  readonly #shown = new Map<number, Shown>();
  readonly #changed = new Set<number>();
  readonly #newcomers = new Set<Member>();
  readonly #everyone: () => Iterable<Member>;
  #clock: number;
  #timer: NodeJS.Timeout | undefined;

  /** The server counts clocks itself, on from the time: a page that comes back knows only lower ones, and shows us all. */
  constructor(everyone: () => Iterable<Member>, clock: Clock) {
    this.#everyone = everyone;
    this.#clock = clock.now().getTime();
  }

  receive(from: Member, entries: readonly PresenceEntry[]): void {
    for (const { clientId, state } of entries) {
      if (from.claim.clientId !== clientId) continue;
      if (state === null) this.#shown.delete(clientId);
      else if (JSON.stringify(state).length > LIMITS.presence) continue;
      else this.#shown.set(clientId, { owner: from, state: { ...state, user: shownAs(from.viewer) } });
      this.#changed.add(clientId);
      this.#schedule();
    }
  }

  /** Everybody who is here is told to the newcomer with the next round. */
  welcome(newcomer: Member): void {
    this.#newcomers.add(newcomer);
    this.#schedule();
  }

  leave(connection: Member): void {
    this.#newcomers.delete(connection);
    for (const [clientId, { owner }] of this.#shown) {
      if (owner !== connection) continue;
      this.#shown.delete(clientId);
      this.#changed.add(clientId);
      this.#schedule();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#send(), TIMES.presence);
  }

  #send(): void {
    this.#timer = undefined;
    const changed = this.#entries(this.#changed);
    const all = this.#newcomers.size > 0 ? this.#entries(this.#shown.keys()) : [];
    for (const connection of this.#everyone()) {
      const entries = this.#newcomers.has(connection) ? all : changed;
      const ofOthers = entries.filter((entry) => entry.clientId !== connection.claim.clientId);
      if (ofOthers.length > 0) connection.send(encode({ type: "presence", entries: ofOthers }));
    }
    this.#changed.clear();
    this.#newcomers.clear();
  }

  #entries(clientIds: Iterable<number>): PresenceEntry[] {
    this.#clock += 1;
    const clock = this.#clock;
    return [...clientIds].map((clientId) => ({ clientId, clock, state: this.#shown.get(clientId)?.state ?? null }));
  }
}
