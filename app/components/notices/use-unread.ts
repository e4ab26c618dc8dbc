import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { newsAt, whileSeen } from "~/standing-open";
import type { Unread } from "../../../server/notices/shapes";

const PACE = { every: 5000, afterSilence: 30_000 };

/** What the count in the head has heard, for the pages that show the notices themselves. */
const heard = new EventTarget();

/** How many notices are new: as the page was loaded with, and asked for again while it is looked at. */
export function useUnread(loaded: Unread): number {
  const [live, setLive] = useState({ of: loaded, now: loaded });
  const { now } = live.of.stamp === loaded.stamp ? live : { now: loaded };
  const stamp = useRef(now.stamp);
  stamp.current = now.stamp;
  useEffect(
    () =>
      whileSeen(async () => {
        const news = await newsAt<Unread>("/beskeder/nyt");
        if (!news) return false;
        heard.dispatchEvent(new CustomEvent("unread", { detail: news.stamp }));
        if (news.stamp !== stamp.current) setLive({ of: loaded, now: news });
        return true;
      }, PACE),
    [loaded],
  );
  return now.count;
}

/** Has a page loaded again once there is other news than it was loaded with. */
export function useFreshNotices(stamp: string): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const take = (event: Event) => {
      if (event instanceof CustomEvent && event.detail !== stamp && state === "idle") revalidate();
    };
    heard.addEventListener("unread", take);
    return () => heard.removeEventListener("unread", take);
  }, [stamp, state, revalidate]);
}
