import type { Log } from "../log";
import { Bell } from "./doorbell/bell";
import { Company } from "./doorbell/company";
import { Ear } from "./doorbell/ear";
import { isFrom, type News, readRing } from "./doorbell/ring";

export type { News };

type Heard = {
  news(news: readonly News[]): void;
  /** Listening (again): whatever happened until now was not heard. */
  again(): void;
};

/** Between the nodes on one PostgreSQL. [I9] */
export type Doorbell = {
  /** Says it to the other nodes, some milliseconds from now. Call it after the commit, never in a transaction. */
  ring(news: readonly News[]): void;
  /** Hears what others ring, until `stop`. Fulfilled when it listens for the first time; when it is cut off it begins anew. */
  listen(heard: Heard): Promise<void>;
  /** Rings what still waits, if that can be done at once, and ends the connections. */
  stop(): Promise<void>;
};

type Given = { databaseUrl: string; nodeId: string; log: Log /** For tests. */; lookMs?: number };

export function createDoorbell(given: Given): Doorbell {
  const company = new Company(given.nodeId, given.lookMs);
  const bell = new Bell({ ...given, company });
  const ears: Ear[] = [];
  const listen = (heard: Heard) => {
    const again = () => {
      company.mayBeThere();
      bell.greet();
      heard.again();
    };
    const ear = new Ear({ ...given, again, heard: (payload) => pass(given, company, payload, heard) });
    ears.push(ear);
    return ear.open();
  };
  const stop = async () => {
    await Promise.all([bell.stop(), ...ears.map((ear) => ear.stop())]);
  };
  return { ring: (news) => bell.ring(news), listen, stop };
}

function pass({ nodeId, log }: Given, company: Company, payload: string, heard: Heard): void {
  if (isFrom(nodeId, payload)) return;
  const ring = readRing(payload);
  // Anybody with a connection can say anything here, and so can a node of another version.
  if (!ring) {
    log.warn({ bytes: payload.length }, "something on the doorbell's channel was no ring");
    return;
  }
  company.mayBeThere();
  const news = ring.words.filter((word) => word.kind !== "hello");
  if (news.length > 0) heard.news(news);
}
