import { textAt, whileSeen } from "~/standing-open";
import { post, type Refused } from "~/taken";
import type { CommentsPage, PersonRow } from "../../../server/comments/shapes";

/** What is known of a response's comments. `page` is null until they have been heard. */
type Heard = { page: CommentsPage | null };

/** The comments of one response as a page has them, kept up to date while somebody looks. [K7] */
export type CommentStore = {
  get: () => Heard;
  subscribe: (listener: () => void) => () => void;
  /** Null when it is done; then it is seen here at once. */
  send: (command: string, fields: Readonly<Record<string, string>>) => Promise<Refused | null>;
  people: (called: string) => Promise<readonly PersonRow[]>;
};

const PACE = { every: 5_000, atOnce: true };
const NOT_REACHED: Refused = { code: "not-reached", all: "", fields: {} };

export function createCommentStore(responseId: string): CommentStore {
  const address = `/svar/${responseId}/kommentarer`;
  const listeners = new Set<() => void>();
  let heard: Heard = { page: null };
  let stamp = "";
  let turn = 0;
  async function ask(): Promise<boolean> {
    turn += 1;
    const own = turn;
    const news = read(await textAt(`${address}?siden=${encodeURIComponent(stamp)}`));
    // An older question may be answered after a newer one.
    if (!news || own !== turn) return news !== null;
    stamp = news.stamp;
    if (!news.page) return true;
    heard = { page: news.page };
    for (const listener of listeners) listener();
    return true;
  }
  const stop = { now: () => {} };
  return {
    get: () => heard,
    subscribe: (listener) => {
      if (listeners.size === 0) stop.now = whileSeen(ask, PACE);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop.now();
      };
    },
    send: async (command, fields) => {
      const told = await post(address, { command, ...fields });
      await ask();
      if (told === null) return NOT_REACHED;
      return told.is === "refused" ? told : null;
    },
    people: async (called) => people(await textAt(`${address}?personer=${encodeURIComponent(called)}`)),
  };
}

/** Our own server's words; app/routes/_app.svar.$responseId.kommentarer.ts writes them. */
function read(text: string | null): { stamp: string; page: CommentsPage | null } | null {
  const news =
    text === null ? null : JSON.parse(text, (key, value) => (isMoment(key, value) ? new Date(value) : value));
  return typeof news?.stamp === "string" ? news : null;
}

function isMoment(key: string, value: unknown): boolean {
  return typeof value === "string" && (key === "at" || key.endsWith("At"));
}

function people(text: string | null): readonly PersonRow[] {
  const found: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(found) ? found : [];
}
