/** What one socket may send, hold and cost. The page is told the first two in HELLO. */
export const LIMITS = {
  frame: 1024 * 1024,
  update: 256 * 1024,
  /** `ws` drops the socket beyond this; between `frame` and this the sender gets a verdict. */
  payload: 2 * 1024 * 1024,
  structs: 5_000,
  /** Characters and elements one update may add. */
  growth: 1_000_000,
  string: 64 * 1024,
  attribute: 4 * 1024,
  presence: 4 * 1024,
  /** A socket that reads so slowly that this much waits for it is closed. */
  buffered: 8 * 1024 * 1024,
  /** Frames that arrive before the document is loaded. */
  early: 256,
  messages: { perSecond: 60, burst: 200 },
  bytes: { perSecond: 256 * 1024, burst: 2 * 1024 * 1024 },
} as const;

/** Milliseconds. */
export const TIMES = {
  groupCommit: 10,
  broadcast: 50,
  presence: 150,
  repairQuiet: 300,
  keepAlive: 15_000,
  unload: 60_000,
  recheck: 60_000,
  degraded: 1_000,
  giveUp: 30_000,
  drain: 5_000,
};
export type Times = typeof TIMES;

/** So many rows or bytes are committed at once, without waiting for the group's ten milliseconds. */
export const GROUP = { rows: 256, bytes: 256 * 1024 } as const;
