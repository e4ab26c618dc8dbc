import type { Claim } from "../document-store/shapes";
import type { Viewer } from "../identity/viewer";
import type { DocumentAccess } from "../standing/shapes";

export type RejectCode = "read-only" | "frozen" | "stale" | "forged" | "too-large" | "full" | "unknown-content";

/** What a room knows of a socket in it: who it is, how far it is, and how to tell it something. */
export type Member = {
  /** As last judged: names and roles change while a page stands open. */
  viewer: Viewer;
  readonly cookie: string | undefined;
  readonly role: DocumentAccess;
  /** The one client id it writes and shows itself with. [I4] */
  readonly claim: Claim;
  readonly nonce: string;
  /** It has asked for the document and been given it, so that every update makes sense to it. */
  readonly isSynced: boolean;
  send(frame: Uint8Array): void;
  /** What others have written; a page that reads too slowly gets it later. */
  deliver(frames: readonly Uint8Array[]): void;
  /** Reads what has come in by now, rather than with the next intake. */
  readLast(): void;
  close(code: number): void;
  keepAlive(): void;
  /** Is read no more until `resume`: too much waits for its commit. */
  pause(): void;
  resume(): void;
  /** An update of its own, or one it repeated, has been committed. */
  committed(): void;
  /** An update of its own cannot be; what follows is said by the close that comes with it. */
  reject(code: RejectCode): void;
};
