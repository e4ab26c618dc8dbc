import type { Viewer } from "../identity/viewer";
import type { DocumentAccess } from "../standing/shapes";

export type RejectCode = "read-only" | "frozen" | "stale" | "too-large" | "unknown-content";

/** What a room knows of a socket in it: who it is, how far it is, and how to tell it something. */
export type Member = {
  /** As last judged: names and roles change while a page stands open. */
  viewer: Viewer;
  readonly cookie: string | undefined;
  readonly role: DocumentAccess;
  /** The one client id it speaks for in presence; the first it names. */
  clientId: number | undefined;
  /** It has asked for the document and been given it, so that every update makes sense to it. */
  readonly isSynced: boolean;
  send(frame: Uint8Array): void;
  close(code: number): void;
  keepAlive(): void;
  /** An update of its own has been committed. */
  committed(): void;
  /** An update of its own cannot be; the reason closes the socket. */
  reject(code: RejectCode): void;
};
