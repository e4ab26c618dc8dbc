import type { DocumentId } from "../../db/ids";
import { prepared } from "../../db/prepared";
import { APPEND } from "./append-statement";
import type { Deps } from "./deps";
import { type Due, delayOf } from "./refreshes";
import type { Claim, DocumentStore, PendingUpdate } from "./shapes";

type Batch = Parameters<DocumentStore["append"]>[0];
type Appended = Awaited<ReturnType<DocumentStore["append"]>>;

/** What became of one document of the batch; one that there is not has none. */
type Outcome = {
  id: DocumentId;
  epoch: number;
  state: string;
  from: number;
  /** Null when nothing was appended, and so are the next two: where the newest snapshot stands, and the bytes after it. */
  to: number | null;
  snapshotSeq: number | null;
  tailBytes: number | null;
  /** Of the whole batch: the places of the claims that hold. */
  holding: number[] | null;
};

/** One update of the batch; documents and claims are named by their places, from one. Claim zero is the server's own. */
type Row = { id: DocumentId; document: number; claim: number; update: PendingUpdate };
type Claimed = Claim & { document: number };

export async function append(deps: Deps, batch: Batch): Promise<Appended> {
  const due = deps.refreshes.due(batch.keys());
  const { rows, claims } = rowsOf(batch);
  const outcomes = await prepared<Outcome>(deps.db, APPEND, parametersOf(deps, batch, rows, claims, due));
  const appended = answerOf(batch, rows, outcomes);
  considerSnapshots(deps, outcomes);
  await deps.refreshes.committed(deps.db, new Set(appended.heads.keys()), due);
  return appended;
}

/** The batch flat; each claim is asked about once. */
function rowsOf(batch: Batch): { rows: Row[]; claims: Claimed[] } {
  const places = new Map<string, number>();
  const claims: Claimed[] = [];
  const placeOf = (document: number, claim: Claim): number => {
    const key = `${document} ${claim.clientId} ${claim.connectionId}`;
    const place = places.get(key) ?? claims.push({ ...claim, document });
    places.set(key, place);
    return place;
  };
  const rows = [...batch].flatMap(([id, { updates }], index) =>
    updates.map((update) => {
      const document = index + 1;
      return { id, document, claim: update.claim ? placeOf(document, update.claim) : 0, update };
    }),
  );
  return { rows, claims };
}

/** One array for each column: a parameter for each value costs more than the append. */
function parametersOf({ clock, nodeId }: Deps, batch: Batch, rows: Row[], claims: Claimed[], due: Due) {
  return [
    column([...batch.keys()]),
    column([...batch.values()].map(({ epoch }) => epoch)),
    column(claims.map(({ document }) => document)),
    column(claims.map(({ clientId }) => clientId)),
    column(claims.map(({ connectionId }) => connectionId)),
    column(rows.map(({ document }) => document)),
    column(rows.map(({ claim }) => claim)),
    column(rows.map(({ update }) => update.userId)),
    column(rows.map(({ update }) => update.sessionId)),
    column(rows.map(({ update }) => update.origin)),
    column(rows.map(({ update }) => hex(update.payload))),
    nodeId,
    clock.now().toISOString(),
    column(due.ids),
    delayOf(due),
  ];
}

/** An array as PostgreSQL reads it, of what needs no quotes: numbers, ids and words of our own. */
function column(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}

function hex(bytes: Uint8Array): string {
  return `"\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}"`;
}

function answerOf(batch: Batch, rows: readonly Row[], outcomes: readonly Outcome[]): Appended {
  const superseded = new Set<string>();
  const appended: Appended = { heads: new Map(), refused: new Map(), superseded };
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  for (const [id, { epoch }] of batch) {
    const outcome = byId.get(id);
    if (outcome?.state !== "active") appended.refused.set(id, "not-active");
    else if (outcome.epoch !== epoch) appended.refused.set(id, "other-epoch");
    else if (outcome.to !== null) appended.heads.set(id, { from: outcome.from, to: outcome.to });
  }
  const holding = new Set([0, ...(outcomes[0]?.holding ?? [])]);
  for (const { id, claim, update } of rows) {
    if (update.claim && !holding.has(claim) && !appended.refused.has(id)) superseded.add(update.claim.connectionId);
  }
  return appended;
}

function considerSnapshots({ snapshots }: Deps, outcomes: readonly Outcome[]): void {
  for (const { id, to, snapshotSeq, tailBytes } of outcomes) {
    if (to !== null) snapshots?.consider({ id, headSeq: to, snapshotSeq: snapshotSeq ?? 0, tailBytes: tailBytes ?? 0 });
  }
}
