import type { DocumentId } from "../../db/ids";
import type { Doorbell, News } from "../document-store";
import type { Log } from "../log";
import type { Committing, Span } from "./committer";
import type { Shared } from "./presence";
import type { Rooms } from "./rooms";

/** Rights or state have changed, or a session has ended. */
export type Closing = Extract<News, { kind: "knock" | "session" }>;

type Given = {
  rooms: Rooms;
  doorbell: Pick<Doorbell, "ring" | "listen">;
  log: Log;
  compareMs: number;
  /** This node heard nothing for a while: what was said about rights and sessions meanwhile is to be asked. */
  deaf(): void;
  /** Another node says so. */
  closed(news: Closing): unknown;
};

/** The other nodes on one database: they ring after a commit, and who was deaf compares heads. [I9] Answers how to stop. */
export function hearNeighbours({ rooms, doorbell, log, compareMs, closed, deaf }: Given): () => void {
  let timer: NodeJS.Timeout;
  const compare = () => rooms.compare().catch((error) => log.warn({ err: error }, "the heads could not be compared"));
  const round = () => void compare().finally(() => (timer = setTimeout(round, compareMs).unref()));
  timer = setTimeout(round, compareMs).unref();
  const hear = (one: News) => {
    switch (one.kind) {
      case "head":
        return rooms.followed(one.documentId, one.headSeq);
      case "who":
        return rooms.announce(one.documentId);
      case "presence":
        return rooms.heardOf(one.documentId, one);
      default:
        return closed(one);
    }
  };
  const news = (heard: readonly News[]) => {
    for (const one of heard) hear(one);
  };
  const again = () => {
    rooms.announceAll();
    deaf();
    void compare();
  };
  doorbell.listen({ news, again }).catch((error) => {
    log.error({ err: error }, "nobody listens to the other nodes; their heads are compared instead");
  });
  return () => clearTimeout(timer);
}

export function headNews(heads: ReadonlyMap<Committing, Span>): News[] {
  return [...heads].map(([{ documentId, epoch }, { to }]) => ({ kind: "head", documentId, epoch, headSeq: to }));
}

export function presenceNews(documentId: DocumentId, entries: readonly Shared[]): News[] {
  return entries.map(({ clientId, state }) => ({ kind: "presence", documentId, clientId, state }));
}
