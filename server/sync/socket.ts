/**
 * What the live documents need of a socket: a WebSocket of `ws` is one, and so is a line over plain HTTP for pages that
 * cannot open any.
 */
export type Socket = {
  readonly readyState: number;
  readonly OPEN: number;
  /** Bytes that were sent and have not left yet. */
  readonly bufferedAmount: number;
  readonly isPaused: boolean;
  send(frame: Uint8Array): void;
  /** Says goodbye: what was sent before still goes out. */
  close(code: number, reason?: string): void;
  /** Ends it at once. */
  terminate(): void;
  /** Asks for a sign of life, answered by "pong". */
  ping(): void;
  /** Reads no more frames until `resume`. */
  pause(): void;
  resume(): void;
  on(event: "message", listener: (data: unknown, isBinary: boolean) => void): unknown;
  on(event: "pong" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
};
