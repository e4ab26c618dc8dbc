import { type RefObject, useLayoutEffect } from "react";

const AWAY = "data-away";

/**
 * Everything around the desk goes away, for the eye, for Tab and for whoever listens; what comes in meanwhile (that
 * something is not saved, say) is seen. The page scrolls as before, so nothing that counts on that is led astray. [E18]
 */
export function useFocusMode(root: RefObject<HTMLElement>, isOn: boolean): void {
  useLayoutEffect(() => {
    if (!isOn || !root.current) return;
    const around = surroundings(root.current);
    for (const element of around) element.setAttribute(AWAY, "");
    document.documentElement.dataset["focusMode"] = "";
    return () => {
      for (const element of around) element.removeAttribute(AWAY);
      delete document.documentElement.dataset["focusMode"];
    };
  }, [root, isOn]);
}

/** What stands beside the element, beside what it stands in, and so on up to the page. */
function surroundings(element: HTMLElement): Element[] {
  const found: Element[] = [];
  for (let inner: Element = element; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
    found.push(...[...inner.parentElement.children].filter((one) => one !== inner && !one.matches("script, style")));
  }
  return found;
}
