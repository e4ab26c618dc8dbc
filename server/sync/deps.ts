import type { DocumentId } from "../../db/ids";
import type { Clock } from "../clock";
import type { Doorbell } from "../document-store";
import type { DocumentStore } from "../document-store/shapes";
import type { Viewer } from "../identity/viewer";
import type { Log } from "../log";
import type { DocumentAccess } from "../standing/shapes";
import type { Times } from "./limits";

/** What the sockets are handed: who somebody is, what they may, and where the text is kept. */
export type SyncDeps = {
  store: Pick<DocumentStore, "load" | "since" | "append" | "heads" | "issueClient" | "claimClient">;
  /** Null is "no such document, or not yours": the two are not told apart. [D2] */
  access(viewer: Viewer, documentId: DocumentId): Promise<DocumentAccess | null>;
  viewerOf(cookieHeader: string | undefined): Promise<Viewer | null>;
  /** Who that person is in this text: another than at home where their municipality is a guest. [J11] */
  viewerAt?(viewer: Viewer, documentId: DocumentId): Promise<Viewer>;
  /** Whether the viewer may link on that center's behalf. [L7] */
  mayLinkAs(viewer: Viewer, center: string): boolean;
  /** Whether a request with these headers comes from our own pages. [D7] */
  isOwnOrigin(headers: { get(name: string): string | null }): boolean;
  /** The other nodes on the same database. [I9] */
  doorbell: Pick<Doorbell, "ring" | "listen">;
  log: Log;
  clock: Clock;
  /** For tests, which do not wait a minute. */
  times?: Partial<Times>;
};
