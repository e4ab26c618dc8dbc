/** What one socket may send, hold and cost. The page is told the first two in HELLO. */
export const LIMITS = {
  frame: 1024 * 1024,
  /** As much as a frame holds: what was written in a day without network comes as one step 2. */
  update: 1024 * 1024,
  /** `ws` drops the socket beyond this; between `frame` and this the sender gets a verdict. */
  payload: 2 * 1024 * 1024,
  structs: 50_000,
  /** Characters and elements one update may add. */
  growth: 1_000_000,
  string: 64 * 1024,
  attribute: 4 * 1024,
  presence: 2 * 1024,
  /** A document's state: beyond the first the pages are told, beyond the second nothing can be added. */
  large: 4 * 1024 * 1024,
  document: 8 * 1024 * 1024,
  editors: 100,
  readers: 400,
  /** Of these for one person: nobody has as many tabs, and nobody shall keep the others out. */
  ofOne: 30,
  /** A socket that so much waits for is spared what is live, and given one difference when it has read … */
  lagging: 1024 * 1024,
  caughtUp: 256 * 1024,
  /** … and is closed when it does not, or at once when so much waits. */
  buffered: 8 * 1024 * 1024,
  /** Bytes a second: so slowly may somebody read a whole text. */
  slowest: 64 * 1024,
  messages: { perSecond: 60, burst: 200 },
  bytes: { perSecond: 256 * 1024, burst: 2 * 1024 * 1024 },
  /** Client ids issued to one person. */
  claims: { perSecond: 0.5, burst: 100 },
  /** Waiting for the commit on this node: beyond it the sockets are not read. */
  waiting: 16 * 1024 * 1024,
} as const;

/** Milliseconds. */
export const TIMES = {
  /** From one reading of what has come in to the next; and the longest that a mark waits for it. (decision 0009) */
  read: 30,
  readAsked: 13,
  /** From a room's frame to its next. */
  broadcast: 100,
  /** Step 1 of one socket is answered so often at most. */
  synchronise: 1_000,
  presence: 150,
  /** To the other nodes more rarely; and kept there for so long after it was last said. */
  presenceAcross: 1_000,
  presenceKept: 40_000,
  repairQuiet: 300,
  keepAlive: 15_000,
  /** From a page's being asked for until its text is read: the page goes out first. */
  expect: 100,
  unload: 60_000,
  recheck: 60_000,
  /** How often the heads in memory are compared with those in the database, for doorbells that were not heard. [I9] */
  compare: 2_000,
  /** How long somebody may lag before being closed, and how often that is looked at. */
  lagging: 15_000,
  lagCheck: 250,
  degraded: 1_000,
  giveUp: 30_000,
  drain: 5_000,
};
export type Times = typeof TIMES;

/** So many frames or bytes are read and committed at once, without waiting for the time. */
export const GROUP = {
  rows: 256,
  bytes: 256 * 1024,
  /** The most one transaction takes; the rest is in the next. */ most: 1024,
} as const;
