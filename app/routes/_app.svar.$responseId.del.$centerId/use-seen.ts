import { useEffect } from "react";
import type { PartPage } from "../../../server/sign-offs/shapes";

/** Says that this text has stood before its reader, once they look at it. What cannot be said is said the next time. [A29] */
export function useSeen({ responseId, standing, sha256 }: PartPage): void {
  const address = `/svar/${responseId}/del/${standing.center.id}/set`;
  useEffect(() => {
    const say = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", say);
      const body = new FormData();
      body.set("sha256", sha256);
      void fetch(address, { method: "POST", body }).catch(() => {});
    };
    document.addEventListener("visibilitychange", say);
    say();
    return () => document.removeEventListener("visibilitychange", say);
  }, [address, sha256]);
}
