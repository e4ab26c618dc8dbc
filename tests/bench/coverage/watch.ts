/** What the page itself notes; runs in the browser, before anything else of the page. Names nothing outside itself. */
type Noted = {
  /** First frame with the grid, and with a cell that takes the keys; since navigation, or since the last `again`. */
  gridAt: number;
  readyAt: number;
  /** When the cell that is waited for was painted as answered, on the clock that all pages of this machine share. */
  answeredAt: number;
  pressedAt: number;
  again(): void;
  waitFor(row: string, center: string): void;
};

declare global {
  interface Window {
    watched: Noted;
  }
}

export function watchCoverage(): void {
  const clock = () => performance.timeOrigin + performance.now();
  const painted = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });
  let cell = "";
  const watched: Noted = {
    gridAt: 0,
    readyAt: 0,
    answeredAt: 0,
    pressedAt: 0,
    again: () => {
      watched.gridAt = 0;
      watched.readyAt = 0;
    },
    waitFor: (row, center) => {
      watched.answeredAt = 0;
      cell = `[data-row="${row}"] [data-label="${center}"] [data-state="answered"]`;
    },
  };
  window.watched = watched;
  const note = (name: "gridAt" | "readyAt" | "answeredAt", at: () => number) => {
    watched[name] = -1;
    painted(() => (watched[name] = at()));
  };
  const look = () => {
    if (watched.gridAt === 0 && document.querySelector(".matrix tbody tr")) note("gridAt", () => performance.now());
    if (watched.readyAt === 0 && document.querySelector(".coverage-take button"))
      note("readyAt", () => performance.now());
    if (cell && watched.answeredAt === 0 && document.querySelector(cell)) note("answeredAt", clock);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  window.addEventListener("keydown", () => (watched.pressedAt = clock()), true);
}
