import { useEffect } from "react";
import { LEFT_OUT_KINDS, type LeftOut } from "../../document-model/incoming/shapes";
import type { News, NewsDesk } from "./news";

type Owner = { responseId: string; personId: string };

/**
 * What could not be put in is somebody's words, and for now stands nowhere else: it is kept through a reload, in this tab,
 * for this text and this person alone, until it is closed. [E20]
 */
export function useKeptNews(news: NewsDesk, { responseId, personId }: Owner): void {
  useEffect(() => {
    const key = `samsvar-left-out ${responseId} ${personId}`;
    const kept = news.get() === null ? read(key) : null;
    if (kept) news.tell(kept);
    return news.subscribe(() => keep(key, news.get()));
  }, [news, responseId, personId]);
}

function keep(key: string, now: News | null): void {
  // A file that is being read says nothing yet of what was there before it.
  if (now?.is === "reading") return;
  const hasWords = now?.is === "in" && now.left.some(({ text }) => text !== "");
  try {
    if (hasWords) sessionStorage.setItem(key, JSON.stringify(now));
    else if (now?.is !== "refused") sessionStorage.removeItem(key);
  } catch {
    // Full, or not allowed: then it is shown as long as the page is open.
  }
}

function read(key: string): News | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isNews(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Written by ourselves, perhaps by an older page of ours. */
function isNews(kept: unknown): kept is News {
  if (typeof kept !== "object" || kept === null || !("left" in kept) || !Array.isArray(kept.left)) return false;
  return "is" in kept && kept.is === "in" && kept.left.every(isLeftOut);
}

function isLeftOut(each: unknown): each is LeftOut {
  if (typeof each !== "object" || each === null || !("kind" in each) || !("text" in each)) return false;
  return typeof each.text === "string" && LEFT_OUT_KINDS.some((kind) => kind === each.kind);
}
