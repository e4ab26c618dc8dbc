import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../../db/client";
import { isId, type OverviewId, type OverviewRowId, type ResponseId, type UserId } from "../../../db/ids";
import { overview, overviewRow, type RowRecord } from "../../../db/schema";
import { actorOf } from "../../audit";
import type { Clock } from "../../clock";
import { notFound, Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { OutcomeDeps } from "../deps";
import { lockedRemarks, mustNote } from "../noting";
import { reasonField } from "../record";
import { OUTCOMES } from "../shapes";
import { type Noted, notedOn, put, write } from "../write";

const rowId = z.string().refine((id) => isId<OverviewRowId>(id), "missing");
const remark = z.string().min(1, "missing").max(100, "missing");

const SettleForm = z.discriminatedUnion(
  "op",
  [
    z
      .object({
        op: z.literal("record"),
        rowId,
        /** A row may answer several remarks at once. */
        blockId: z.union(
          [remark.transform((id) => [id]), z.array(remark).min(1, "missing").max(200, "missing")],
          "missing",
        ),
        outcome: z.enum(OUTCOMES, "missing"),
        reason: reasonField,
      })
      .refine(({ outcome, reason }) => outcome === "accepted" || reason !== "", {
        path: ["reason"],
        message: "missing",
      }),
    z.object({ op: z.literal("set-aside"), rowId }),
  ],
  "missing",
);

type Settled = z.output<typeof SettleForm>;
type Row = typeof overviewRow.$inferSelect;

/** Says what a row is: what was made of these remarks of ours, or none of ours. The same again is nothing. [Q11] */
export async function settle(deps: OutcomeDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  await mustNote(deps, viewer, responseId);
  const told = parse(SettleForm, form);
  await deps.db.transaction(async (tx) => {
    const { matter, remarks } = await lockedRemarks(tx, viewer, responseId);
    const row = await rowOf(tx, matter.response.id, told.rowId);
    if (row.settled) {
      if (isSame(row, told)) return;
      throw new Refusal("conflict", "row-settled");
    }
    if (told.op === "record" && !told.blockId.every((id) => remarks.some(({ blockId }) => blockId === id)))
      throw new Refusal("invalid", "form", { blockId: "missing" });
    // One moment for the row and what it notes: by it a later row knows whose words it has replaced.
    const at = deps.clock.now();
    const records =
      told.op === "record" ? await recordAll({ now: () => at }, tx, viewer, matter.response.id, told) : [];
    const said = told.op === "record" ? { outcome: told.outcome, reason: told.reason, records } : {};
    const settled = told.op === "record" ? "recorded" : "set-aside";
    const by = { settledBy: viewer.id, settledAt: at };
    await tx
      .update(overviewRow)
      .set({ settled, ...by, ...said })
      .where(eq(overviewRow.id, row.id));
    await deps.audit.record(tx, actorOf(viewer), {
      event: told.op === "record" ? "overview-row-recorded" : "overview-row-set-aside",
      objectKind: "response",
      objectId: matter.response.id,
      data: { rowId: row.id, ...said },
    });
  });
}

type Recorded = Extract<Settled, { op: "record" }>;

async function recordAll(clock: Clock, tx: Transaction, viewer: Viewer, id: ResponseId, told: Recorded) {
  const records: RowRecord[] = [];
  for (const blockId of new Set(told.blockId)) {
    const { before } = await write({ clock }, tx, viewer, id, { blockId, outcome: told.outcome, reason: told.reason });
    records.push({ blockId, before: before && { ...before, at: before.at.toISOString() } });
  }
  return records;
}

async function rowOf(tx: Transaction, responseId: ResponseId, id: string): Promise<Row> {
  if (!isId<OverviewRowId>(id)) throw notFound();
  const [found] = await tx
    .select({ row: overviewRow })
    .from(overviewRow)
    .innerJoin(overview, eq(overview.id, overviewRow.overviewId))
    .where(and(eq(overviewRow.id, id), eq(overview.responseId, responseId)));
  if (!found) throw notFound();
  return found.row;
}

function isSame(row: Row, told: Settled): boolean {
  if (told.op === "set-aside") return row.settled === "set-aside";
  const blocks = new Set(told.blockId);
  const isOfThem = row.records.length === blocks.size && row.records.every(({ blockId }) => blocks.has(blockId));
  return row.settled === "recorded" && row.outcome === told.outcome && row.reason === told.reason && isOfThem;
}

const RowForm = z.object({ rowId });

/**
 * Takes a row's decision back: what stood on its remarks before stands there again, unless somebody has noted something
 * else on one of them since; that stays. What another row has changed after it is taken back first. [Q12]
 */
export async function takeBack(deps: OutcomeDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  await mustNote(deps, viewer, responseId);
  const told = parse(RowForm, form);
  await deps.db.transaction(async (tx) => {
    const { matter } = await lockedRemarks(tx, viewer, responseId);
    const row = await rowOf(tx, matter.response.id, told.rowId);
    if (!row.settled) return;
    await refuseBuiltUpon(tx, matter.response.id, row);
    for (const record of row.records) await bringBack(tx, matter.response.id, row, record);
    const nothing = { settled: null, outcome: null, reason: "", records: [], settledBy: null, settledAt: null };
    await tx.update(overviewRow).set(nothing).where(eq(overviewRow.id, row.id));
    await deps.audit.record(tx, actorOf(viewer), {
      event: "overview-row-taken-back",
      objectKind: "response",
      objectId: matter.response.id,
      data: { rowId: row.id, settled: row.settled, outcome: row.outcome, reason: row.reason, records: row.records },
    });
  });
}

/** Whether another row has in its memory what this one has noted. */
async function refuseBuiltUpon(tx: Transaction, responseId: ResponseId, row: Row): Promise<void> {
  if (row.settled !== "recorded") return;
  const others = await tx
    .select({ records: overviewRow.records })
    .from(overviewRow)
    .innerJoin(overview, eq(overview.id, overviewRow.overviewId))
    .where(and(eq(overview.responseId, responseId), eq(overviewRow.settled, "recorded"), ne(overviewRow.id, row.id)));
  const own = new Set(row.records.map(({ blockId }) => blockId));
  const isOwn = ({ blockId, before }: RowRecord) => own.has(blockId) && before !== null && isRows(row, before);
  if (others.some(({ records }) => records.some(isOwn))) throw new Refusal("conflict", "row-built-upon");
}

function isRows(row: Row, noted: { outcome: string; reason: string; at: string }): boolean {
  return noted.outcome === row.outcome && noted.reason === row.reason && noted.at === row.settledAt?.toISOString();
}

async function bringBack(tx: Transaction, responseId: ResponseId, row: Row, { blockId, before }: RowRecord) {
  const now = await notedOn(tx, responseId, blockId);
  if (!now || now.outcome !== row.outcome || now.reason !== row.reason) return;
  await put(tx, responseId, blockId, before && asNoted(before));
}

function asNoted(before: NonNullable<RowRecord["before"]>): Noted {
  // Written by `recordAll` from a person's id.
  return { ...before, by: before.by as UserId, at: new Date(before.at) };
}

const OverviewForm = z.object({ overviewId: z.string().refine((id) => isId<OverviewId>(id), "missing") });

/** Takes a wrong file out again, as long as nothing of it is noted. [Q12] */
export async function removeOverview(
  deps: OutcomeDeps,
  viewer: Viewer,
  responseId: string,
  form: unknown,
): Promise<void> {
  await mustNote(deps, viewer, responseId);
  const { overviewId } = parse(OverviewForm, form);
  await deps.db.transaction(async (tx) => {
    const { matter } = await lockedRemarks(tx, viewer, responseId);
    if (!isId<OverviewId>(overviewId)) throw notFound();
    const isIt = and(eq(overview.id, overviewId), eq(overview.responseId, matter.response.id));
    const [found] = await tx.select().from(overview).where(isIt);
    if (!found) throw notFound();
    const ofIt = eq(overviewRow.overviewId, found.id);
    const used = await tx
      .select({ id: overviewRow.id })
      .from(overviewRow)
      .where(and(ofIt, eq(overviewRow.settled, "recorded")))
      .limit(1);
    if (used.length > 0) throw new Refusal("conflict", "overview-in-use");
    await tx.delete(overviewRow).where(ofIt);
    await tx.delete(overview).where(isIt);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "overview-removed",
      objectKind: "response",
      objectId: matter.response.id,
      data: { overviewId: found.id, name: found.name, sha256: found.sha256 },
    });
  });
}
