import { encode, type PresenceEntry } from "../../app/document-model/wire";
import type { Clock } from "../clock";
import { readCaret } from "./caret";
import { LIMITS, type Times } from "./limits";
import type { Member } from "./member";

type State = Record<string, unknown>;
type Shown = { owner: Member; state: State };
/** Somebody at another node; gone when that node has not said so again in time. */
type Elsewhere = { state: State; until: number };

/** What nodes tell each other of who is there: null when somebody has left. */
export type Shared = { clientId: number; state: State | null };

type Parts = {
  everyone: () => Iterable<Member>;
  clock: Clock;
  times: Pick<Times, "presence" | "presenceAcross" | "presenceKept">;
  /** Tells the other nodes. */
  share: (entries: Shared[]) => void;
};

/** Dark enough for white initials on them. */
const COLORS = ["#1f6f8b", "#8a4b08", "#5b3a8c", "#2f6b2f", "#a02c4a", "#35508f", "#7a5c00", "#00695c", "#8b3a62"];

/** How the others see somebody: from the session, never from the page. [P1] */
function shownAs({ viewer: { id, name, roles }, role }: Member) {
  const number = Number.parseInt(id.replace(/\D/g, "").slice(0, 9) || "0", 10);
  const words = name.split(/\s+/).filter((word) => word !== "");
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "").join("");
  const center = (roles.find((held) => held.role === "contributor") ?? roles[0])?.center?.shortName ?? "";
  const color = COLORS[number % COLORS.length] ?? "#1f6f8b";
  return { name, color, initials: initials.toUpperCase(), center, writes: role === "write" };
}

/** All that anybody is shown of what a page says of itself. */
function shown({ cursor }: State, user: unknown): State {
  return { user, cursor: readCaret(cursor) };
}

/**
 * Who is in the document and where their caret is. A connection speaks for its own client id alone; what it says of others
 * (y-websocket repeats what it hears) is passed over. Sent on together, every 150 ms; to other nodes once a second. [P1]
 */
export class Presence {
  readonly #parts: Parts;
  readonly #shown = new Map<number, Shown>();
  readonly #elsewhere = new Map<number, Elsewhere>();
  readonly #changed = new Set<number>();
  readonly #unshared = new Set<number>();
  readonly #newcomers = new Set<Member>();
  #clock: number;
  #timer: NodeJS.Timeout | undefined;
  #sharing: NodeJS.Timeout | undefined;

  /** The server counts clocks itself, on from the time: a page that comes back knows only lower ones, and shows us all. */
  constructor(parts: Parts) {
    this.#parts = parts;
    this.#clock = parts.clock.now().getTime();
  }

  receive(from: Member, entries: readonly PresenceEntry[]): void {
    for (const { clientId, state } of entries) {
      if (from.claim.clientId !== clientId) continue;
      if (state === null) this.#shown.delete(clientId);
      else if (JSON.stringify(state).length > LIMITS.presence) continue;
      else this.#shown.set(clientId, { owner: from, state: shown(state, shownAs(from)) });
      this.#changedHere(clientId);
    }
  }

  /** Another node tells who is there. */
  hear({ clientId, state }: Shared): void {
    const until = this.#parts.clock.now().getTime() + this.#parts.times.presenceKept;
    if (state) this.#elsewhere.set(clientId, { state: shown(state, state["user"]), until });
    else this.#elsewhere.delete(clientId);
    this.#changed.add(clientId);
    this.#schedule();
  }

  /** Says again who is here, for nodes that have come since; and forgets who was not said to be elsewhere for long. */
  announce(): void {
    for (const clientId of this.#shown.keys()) this.#unshared.add(clientId);
    this.#share();
    const now = this.#parts.clock.now().getTime();
    for (const [clientId, { until }] of this.#elsewhere) if (until < now) this.hear({ clientId, state: null });
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
      this.#changedHere(clientId);
    }
  }

  /** Nobody is here any more; said at once, because they may be back in a moment. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const clientId of this.#shown.keys()) this.#unshared.add(clientId);
    this.#shown.clear();
    this.#share();
  }

  #changedHere(clientId: number): void {
    this.#changed.add(clientId);
    this.#unshared.add(clientId);
    this.#schedule();
    this.#sharing ??= setTimeout(() => this.#share(), this.#parts.times.presenceAcross);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#send(), this.#parts.times.presence);
  }

  #send(): void {
    this.#timer = undefined;
    const changed = this.#entries(this.#changed);
    const isNews = this.#newcomers.size > 0;
    const all = isNews ? this.#entries(new Set([...this.#shown.keys(), ...this.#elsewhere.keys()])) : [];
    for (const connection of this.#parts.everyone()) {
      const entries = this.#newcomers.has(connection) ? all : changed;
      const ofOthers = entries.filter((entry) => entry.clientId !== connection.claim.clientId);
      if (ofOthers.length > 0) connection.send(encode({ type: "presence", entries: ofOthers }));
    }
    this.#changed.clear();
    this.#newcomers.clear();
  }

  #share(): void {
    clearTimeout(this.#sharing);
    this.#sharing = undefined;
    const ids = [...this.#unshared];
    this.#unshared.clear();
    if (ids.length > 0) {
      this.#parts.share(ids.map((clientId) => ({ clientId, state: this.#shown.get(clientId)?.state ?? null })));
    }
  }

  #entries(clientIds: Iterable<number>): PresenceEntry[] {
    this.#clock += 1;
    const clock = this.#clock;
    const stateOf = (id: number) => this.#shown.get(id)?.state ?? this.#elsewhere.get(id)?.state ?? null;
    return [...clientIds].map((clientId) => ({ clientId, clock, state: stateOf(clientId) }));
  }
}
