import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";

/** Leaving with something unsaved asks first: closing the tab by the browser's own question, another page by ours. */
export function useLeaveGuard(hasUnsaved: () => boolean, question: () => string): void {
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
    if (window.confirm(question())) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
}
