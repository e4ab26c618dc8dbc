/** What the processes of the bench say to each other. */

export type Job = TypingJob | StormJob | SlowJob;

type Place = {
  url: string;
  /** `relay` answers nothing, `plain` speaks y-protocols and begins empty, `ours` has the documents already. */
  server: "relay" | "plain" | "ours";
  documentIds: readonly string[];
  socketsPerRoom: number;
};

export type TypingJob = Place & { type: "typing"; updatesPerSecond: number; warmSeconds: number; seconds: number };
/** All sockets lose their server at once, and come back with one unsaved change each. */
export type StormJob = Place & { type: "storm" };
/** Everybody pastes; with `slow` one more socket has stopped reading. */
export type SlowJob = Place & { type: "slow"; updatesPerSecond: number; seconds: number; bytes: number; slow: boolean };

export type Spread = { n: number; p50: number; p95: number; p99: number; max: number };

export type Typed = {
  /** Sent by writers, and due at others, within the measured seconds. */
  updates: number;
  deliveries: number;
  lost: number;
  doubled: number;
  framesOut: number;
  bytesOut: number;
  delivery: Spread;
  /** MARK → SAVED, the MARK sent a pause after typing as the page does. */
  ack: Spread;
  /** MARK → SAVED, the MARK sent right behind its update. */
  ackAtOnce: Spread;
  /** The oldest unsaved key press → SAVED. */
  keyToSaved: Spread;
  unanswered: number;
  /** What the server complained of, and sockets that it closed. */
  complaints: string[];
  /** Per document and writer: the last update that was called saved. */
  acknowledged: { documentId: string; upTo: number[] }[];
  generator: { cpuShare: number; loopDelayP99: number; lateP99: number };
};

export type Stormed = { synced: Spread; saved: Spread; complaints: string[]; acknowledged: Typed["acknowledged"] };
export type Slowed = Typed & { slowReader: { bytes: number; closed: number | null } | null };

/** From the generator. */
export type Progress =
  | { phase: "ready" | "measuring" | "measured" | "back" }
  | { phase: "done"; result: Typed | Stormed | Slowed }
  | { phase: "broke"; message: string };

/** To a server; each is answered by its figures. */
export type Asked = { type: "figures" | "profile" } | { type: "write-profile"; file: string };

/** From a server, when asked. */
export type ServerFigures = {
  cpu: { user: number; system: number };
  memory: { rss: number; external: number; arrayBuffers: number; heapUsed: number };
  /** Loads per document; only ours has any. */
  loads: Record<string, number>;
};
