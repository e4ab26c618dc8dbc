import type { LeftOut } from "../../document-model/incoming/shapes";

/** What there is to say of what was put in last. */
export type News =
  | { is: "in"; left: readonly LeftOut[]; fileName?: string }
  | { is: "refused"; code: string; fileName?: string }
  | { is: "reading"; fileName: string }
  /** How much of what was pasted, from 0 to 1. */
  | { is: "reading"; share: number };

/** Told by the editor's plugin, shown by the notice: the text itself knows nothing of it. */
export type NewsDesk = {
  get: () => News | null;
  subscribe: (listener: () => void) => () => void;
  /** Null closes what is shown; after a refusal, what was open before it is shown again. */
  tell: (news: News | null) => void;
};

export function createNewsDesk(): NewsDesk {
  const listeners = new Set<() => void>();
  let now: News | null = null;
  // What has not been closed yet: it is somebody's words, and a new paste does not sweep them away.
  let open: Extract<News, { is: "in" }> | null = null;
  const next = (news: News | null): News | null => {
    if (news?.is === "in") {
      open = open && open.left.length > 0 ? { ...news, left: [...open.left, ...news.left] } : news;
      return open;
    }
    if (news !== null) return news;
    if (now?.is !== "in" && open !== null) return open;
    open = null;
    return null;
  };
  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(news) {
      now = next(news);
      for (const listener of listeners) listener();
    },
  };
}
