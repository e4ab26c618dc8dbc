import type { Doorbell, News } from "../document-store/doorbell";
import type { Log } from "../log";
import type { Committing, Span } from "./committer";
import type { Rooms } from "./rooms";

/** Rights or state have changed, or a session has ended. */
export type Closing = Exclude<News, { kind: "head" }>;

type Given = {
  rooms: Rooms;
  doorbell: Pick<Doorbell, "ring" | "listen">;
  log: Log;
  compareMs: number;
  /** Another node says so. */
  closed(news: Closing): void;
};

/** The other nodes on one database: they ring after a commit, and who was deaf compares heads. [I9] Answers how to stop. */
export function hearNeighbours({ rooms, doorbell, log, compareMs, closed }: Given): () => void {
  let timer: NodeJS.Timeout;
  const compare = () => rooms.compare().catch((error) => log.warn({ err: error }, "the heads could not be compared"));
  const round = () => void compare().finally(() => (timer = setTimeout(round, compareMs).unref()));
  timer = setTimeout(round, compareMs).unref();
  const news = (heard: readonly News[]) => {
    for (const one of heard) {
      if (one.kind === "head") rooms.followed(one.documentId, one.headSeq);
      else closed(one);
    }
  };
  doorbell.listen({ news, again: () => void compare() }).catch((error) => {
    log.error({ err: error }, "nobody listens to the other nodes; their heads are compared instead");
  });
  return () => clearTimeout(timer);
}

export function headNews(heads: ReadonlyMap<Committing, Span>): News[] {
  return [...heads].map(([{ documentId, epoch }, { to }]) => ({ kind: "head", documentId, epoch, headSeq: to }));
}
