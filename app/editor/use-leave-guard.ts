import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { editor as words } from "../words/editor";

/** Leaving with something unsaved asks first: closing the tab by the browser's own question, another page by ours. */
export function useLeaveGuard(hasUnsaved: () => boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasUnsaved]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && hasUnsaved(),
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(words.leave)) blocker.proceed();
    else blocker.reset();
  }, [blocker]);
}
