import { sentenceOf } from "~/taken";
import type { SuggestionList } from "../../../../server/suggestions/shapes";
import type { Run } from "../../../document-model/suggestions/shapes";
import type { SuggestionStore } from "../store";
import { isOfSame, matched, type Row, sentOf } from "./match";

/** What is said of one's suggestions: saved only when the server has committed them. [G10] */
export type KeptState =
  | { is: "nothing" | "saving" | "saved" | "offline" }
  | { is: "refused"; code: string; said: string };

const AGAIN = 3_000;

/** Saves what somebody suggests, in turns and again until the server has it; nothing of it is ever given up. */
export class Keeping {
  readonly #store: Pick<SuggestionStore, "save">;
  readonly #listeners = new Set<() => void>();
  readonly #online = () => void this.#send();
  #rows: Row[] = [];
  #state: KeptState = { is: "nothing" };
  #wanted: readonly Run[] | null = null;
  #isSending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Pick<SuggestionStore, "save">) {
    this.#store = store;
    window.addEventListener("online", this.#online);
  }

  get = (): KeptState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The rows that one's text already holds. */
  begin(rows: readonly ({ id: string } & Run)[]): void {
    this.#rows = rows.map(({ id, after, base, proposed }): Row => {
      return { id, run: { after, base, proposed }, sent: "", isKept: true, end: null };
    });
    this.#say({ is: rows.length > 0 ? "saved" : "nothing" });
  }

  /** These are one's suggestions now. */
  keep(runs: readonly Run[]): void {
    this.#wanted = runs;
    void this.#send();
  }

  /** What has been decided of them; true when something is to go out of one's text. */
  heard({ open, decided }: SuggestionList): boolean {
    const still = new Set<string>(open.map(({ id }) => id));
    const accepted = new Set<string>(decided.flatMap(({ id, decision }) => (decision === "accepted" ? [id] : [])));
    this.#rows = this.#rows.map((row) => {
      if (!row.isKept || still.has(row.id)) return row;
      return { ...row, end: accepted.has(row.id) ? "accepted" : "dropped" };
    });
    return this.#rows.some(({ end }) => end === "dropped");
  }

  isDropped = (run: Run): boolean => this.#rows.some((row) => row.end === "dropped" && isOfSame(row.run, run));

  accepted(): Run[] {
    return this.#rows.flatMap(({ end, run }) => (end === "accepted" ? [run] : []));
  }

  /** What was dropped is out of the text. */
  forget(): void {
    this.#rows = this.#rows.filter(({ end }) => end !== "dropped");
  }

  hasUnsaved(): boolean {
    return this.#wanted !== null || this.#isSending;
  }

  stop(): void {
    clearTimeout(this.#timer);
    window.removeEventListener("online", this.#online);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    const runs = this.#wanted;
    if (this.#isSending || !runs) return;
    const { rows, changed, withdrawn } = matched(this.#rows, runs, () => crypto.randomUUID());
    if (changed.length + withdrawn.length > 0) {
      this.#rows = [...rows, ...withdrawn];
      this.#isSending = true;
      this.#say({ is: "saving" });
      const isTaken = await this.#post(changed, withdrawn);
      this.#isSending = false;
      if (!isTaken) return;
    }
    if (this.#wanted === runs) this.#wanted = null;
    this.#say({ is: this.#rows.some(({ end }) => end === null) ? "saved" : "nothing" });
    await this.#send();
  }

  async #post(changed: readonly Row[], withdrawn: readonly Row[]): Promise<boolean> {
    const suggestions = JSON.stringify(changed.map(({ id, run }) => ({ id, ...run })));
    const told = await this.#store.save({ suggestions, withdrawn: withdrawn.map(({ id }) => id) });
    if (told?.is === "done") {
      const sent = new Map(changed.map(({ id, run }) => [id, sentOf(run)]));
      const gone = new Set(withdrawn.map(({ id }) => id));
      this.#rows = this.#rows
        .filter(({ id }) => !gone.has(id))
        .map((row) => (sent.has(row.id) ? { ...row, sent: sent.get(row.id) ?? null, isKept: true } : row));
      return true;
    }
    this.#say(told ? { is: "refused", code: told.code, said: sentenceOf(told) } : { is: "offline" });
    if (!told) this.#timer = setTimeout(this.#online, AGAIN);
    return false;
  }

  #say(state: KeptState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
