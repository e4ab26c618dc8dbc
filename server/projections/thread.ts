import type { DocumentId } from "../../db/ids";
import { besides, createRestingThread } from "../thread";
import type { Order, Said } from "./projection-worker";

const LIMIT_MS = 60_000;
const IDLE_MS = 60_000;
/** A document of eight mebibytes stands there once, with its rows. */
const MEMORY_MB = 512;

/** Refreshes in a thread of its own. Rejects when that breaks down or takes longer than a minute. */
export function readAside(databaseUrl: string): (documentId: DocumentId) => Promise<void> {
  const ask = createRestingThread<Order, Said>(
    { script: besides(import.meta.url, "projection-worker"), memoryMb: MEMORY_MB, data: { databaseUrl } },
    { limitMs: LIMIT_MS, idleMs: IDLE_MS },
  );
  return async (documentId) => {
    const said = await ask({ documentId });
    if ("error" in said) throw said.error;
  };
}
