import type { DocumentId } from "../../db/ids";
import { prepared } from "../../db/prepared";
import { APPEND } from "./append-statement";
import type { Deps } from "./deps";
import { type Due, delayOf } from "./refreshes";
import type { Claim, DocumentStore, PendingUpdate } from "./shapes";

type Batch = Parameters<DocumentStore["append"]>[0];
type Appended = Awaited<ReturnType<DocumentStore["append"]>>;

/** `holding`: the places of the claims that hold. Null where there are none. */
type Answer = { outcomes: Outcome[] | null; holding: number[] | null };

/** What became of one document of the batch, which is named by its place from one; one that there is not has none. */
type Outcome = {
  place: number;
  epoch: number;
  state: string;
  from: number;
  /** Null when nothing was appended, and so are the next two: where the newest snapshot stands, and the bytes after it. */
  to: number | null;
  snapshotSeq: number | null;
  tailBytes: number | null;
};

/** One update of the batch; documents and claims are named by their places, from one. Claim zero is the server's own. */
type Row = { id: DocumentId; document: number; claim: number; update: PendingUpdate };
type Claimed = { document: number; client: number; connection: string };

export async function append(deps: Deps, batch: Batch): Promise<Appended> {
  const due = deps.refreshes.due(batch.keys());
  const { rows, claims } = rowsOf(batch);
  const [answer] = await prepared<Answer>(deps.db, APPEND, parametersOf(deps, batch, rows, claims, due));
  const outcomes = answer?.outcomes ?? [];
  const appended = answerOf(batch, rows, outcomes, answer?.holding ?? []);
  considerSnapshots(deps, [...batch.keys()], outcomes);
  await deps.refreshes.committed(deps.db, new Set(appended.heads.keys()), due);
  return appended;
}

/** The batch flat; each claim is asked about once. */
function rowsOf(batch: Batch): { rows: Row[]; claims: Claimed[] } {
  const places = new Map<string, number>();
  const claims: Claimed[] = [];
  const placeOf = (document: number, claim: Claim): number => {
    const { clientId: client, connectionId: connection } = claim;
    const key = `${document} ${client} ${connection}`;
    const place = places.get(key) ?? claims.push({ document, client, connection });
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

/** Three parameters for all rows: one for each value costs more than the append. */
function parametersOf({ clock, nodeId }: Deps, batch: Batch, rows: Row[], claims: Claimed[], due: Due) {
  return [
    JSON.stringify([...batch].map(([id, { epoch }]) => ({ id, epoch }))),
    JSON.stringify(claims),
    JSON.stringify(rows.map(rowOf)),
    nodeId,
    clock.now().toISOString(),
    `{${due.ids.join(",")}}`,
    delayOf(due),
  ];
}

function rowOf({ document, claim, update: { userId, sessionId, origin, payload } }: Row) {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return { document, claim, user: userId, session: sessionId, origin, payload: `\\x${bytes.toString("hex")}` };
}

function answerOf(
  batch: Batch,
  rows: readonly Row[],
  outcomes: readonly Outcome[],
  holds: readonly number[],
): Appended {
  const superseded = new Set<string>();
  const appended: Appended = { heads: new Map(), refused: new Map(), superseded };
  const byPlace = new Map(outcomes.map((outcome) => [outcome.place, outcome]));
  for (const [index, [id, { epoch }]] of [...batch].entries()) {
    const outcome = byPlace.get(index + 1);
    if (outcome?.state !== "active") appended.refused.set(id, "not-active");
    else if (outcome.epoch !== epoch) appended.refused.set(id, "other-epoch");
    else if (outcome.to !== null) appended.heads.set(id, { from: outcome.from, to: outcome.to });
  }
  const holding = new Set([0, ...holds]);
  for (const { id, claim, update } of rows) {
    if (update.claim && !holding.has(claim) && !appended.refused.has(id)) superseded.add(update.claim.connectionId);
  }
  return appended;
}

function considerSnapshots({ snapshots }: Deps, ids: readonly DocumentId[], outcomes: readonly Outcome[]): void {
  for (const { place, to, snapshotSeq, tailBytes } of outcomes) {
    const id = ids[place - 1];
    if (id && to !== null)
      snapshots?.consider({ id, headSeq: to, snapshotSeq: snapshotSeq ?? 0, tailBytes: tailBytes ?? 0 });
  }
}
