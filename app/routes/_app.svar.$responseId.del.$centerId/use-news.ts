import { useEffect, useState } from "react";
import { newsAt, whileSeen } from "~/standing-open";
import type { PartNews, PartPage } from "../../../server/sign-offs/shapes";

const PACE = { every: 5000 };

/**
 * Whether somebody has written in the part, or decided on it, since this page was made. It is said and not shown by itself:
 * nobody signs what has changed under their eyes.
 */
export function useNews({ responseId, standing, sha256 }: PartPage): boolean {
  const [isOld, setOld] = useState(false);
  const decision = standing.decision?.id ?? null;
  const address = `/svar/${responseId}/del/${standing.center.id}/nyt`;
  useEffect(() => {
    let stamp = "";
    setOld(false);
    const ask = async () => {
      const heard = await newsAt<PartNews>(`${address}?siden=${stamp}`);
      if (!heard) return false;
      stamp = heard.stamp;
      if (heard.now) setOld(heard.now.sha256 !== sha256 || heard.now.decision !== decision);
      return true;
    };
    return whileSeen(ask, PACE);
  }, [address, sha256, decision]);
  return isOld;
}
