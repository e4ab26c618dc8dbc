import { besides, createThread as createAnyThread } from "../../thread";
import type { Made } from "./make";
import type { Answer, Order } from "./snapshot-worker";

export type ThreadDeps = {
  databaseUrl: string;
  /** Milliseconds that one snapshot may take. */
  limit?: number;
  script?: URL;
};

const LIMIT = 60_000;
/** A document of eight mebibytes stands there twice. */
const MEMORY_MB = 1024;

export type Thread = ReturnType<typeof createThread>;

/** The thread that makes snapshots. */
export function createThread({ databaseUrl, limit = LIMIT, script }: ThreadDeps) {
  const thread = createAnyThread<Order, Answer>({
    script: script ? { url: script } : besides(import.meta.url, "snapshot-worker"),
    memoryMb: MEMORY_MB,
    data: { databaseUrl },
  });

  /** One at a time. */
  async function make(order: Exclude<Order, "end">): Promise<Made> {
    const answer = await thread.ask(order, limit);
    if ("error" in answer) throw answer.error;
    return answer.made;
  }

  return { make, end: () => thread.end("end") };
}
