import { textAt, whileSeen } from "~/standing-open";
import { post, type Told } from "~/taken";
import type { Left, Saved, SuggestionList } from "../../../server/suggestions/shapes";

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The suggestions to one text as a page has them, kept up to date while somebody looks. [G9] */
export type SuggestionStore = {
  get: () => SuggestionList | null;
  subscribe: (listener: () => void) => () => void;
  decide: (command: "accept" | "reject", fields: Fields) => Promise<Told<Left[]>>;
  save: (fields: Fields) => Promise<Told<Saved>>;
};

const PACE = { every: 5_000, atOnce: true };

export function createSuggestionStore(responseId: string): SuggestionStore {
  const address = `/svar/${responseId}/forslag`;
  const listeners = new Set<() => void>();
  let heard: SuggestionList | null = null;
  let turn = 0;
  async function ask(): Promise<boolean> {
    turn += 1;
    const own = turn;
    const text = await textAt(`${address}?stamp=${encodeURIComponent(heard?.stamp ?? "")}`);
    const list = read(text);
    // An older question may be answered after a newer one.
    if (list && own === turn) {
      heard = list;
      for (const listener of listeners) listener();
    }
    return text !== null;
  }
  let stop = () => {};
  return {
    get: () => heard,
    subscribe: (listener) => {
      if (listeners.size === 0) stop = whileSeen(ask, PACE);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    decide: async (command, fields) => {
      const told = await post<{ left: Left[] }>(address, { command, ...fields });
      await ask();
      return told?.is === "done" ? { is: "done", done: told.done.left } : told;
    },
    save: async (fields) => {
      const told = await post<Saved>(address, { command: "save", ...fields });
      if (told?.is === "done") await ask();
      return told;
    },
  };
}

/** Our own server's words; app/routes/_app.svar.$responseId.forslag.ts writes them. Null: nothing is new. */
function read(text: string | null): SuggestionList | null {
  return text === null ? null : JSON.parse(text, (key, value) => (isMoment(key, value) ? new Date(value) : value));
}

function isMoment(key: string, value: unknown): boolean {
  return typeof value === "string" && (key === "at" || key === "madeAt" || key === "changedAt");
}
