/** What the page itself notes; runs in the browser, before anything else of the page. Names nothing outside itself. */

type Noted = {
  /** First frame with words of the document, with all of it, and with an editor that takes keys; 0 until then. Since navigation. */
  wordsAt: number;
  textAt: number;
  readyAt: number;
  /** Key press → painted, in order. */
  keys: number[];
  longTasks: number[];
};

declare global {
  interface Window {
    noted: Noted;
  }
}

export function watchPage(): void {
  window.noted = { wordsAt: 0, textAt: 0, readyAt: 0, keys: [], longTasks: [] };
  const { noted } = window;
  /** The task after the next animation frame: what was changed before it has been drawn. */
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(null);
    });

  const hasWords = () => (document.querySelector(".opening-text, .text")?.textContent?.length ?? 0) > 1_000;
  const hasText = () => (document.querySelector(".text")?.textContent?.length ?? 0) > 10_000;
  const isReady = () =>
    hasText() &&
    document.querySelector(".text[contenteditable='true']") !== null &&
    document.querySelector<HTMLElement>(".save-indicator")?.dataset["phase"] === "saved";
  const look = () => {
    if (noted.wordsAt === 0 && hasWords()) {
      noted.wordsAt = -1;
      painted((at) => (noted.wordsAt = at));
    }
    if (noted.textAt === 0 && hasText()) {
      noted.textAt = -1;
      painted((at) => (noted.textAt = at));
    }
    if (noted.readyAt === 0 && isReady()) {
      noted.readyAt = -1;
      painted((at) => (noted.readyAt = at));
    }
    if (noted.readyAt !== 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-phase"] });

  // An event's own time stamp is that of the key, however long it has waited for the page.
  let pressed: number | null = null;
  const note = () => {
    const since = pressed;
    pressed = null;
    if (since !== null) painted((at) => noted.keys.push(at - since));
  };
  window.addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  // What ProseMirror does itself it does by then; all else the browser does, and says so.
  window.addEventListener("keydown", (event) => event.defaultPrevented && note());
  window.addEventListener("input", note, true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longTasks.push(duration);
  }).observe({ entryTypes: ["longtask"] });
}
