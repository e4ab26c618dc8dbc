import { and, eq, inArray } from "drizzle-orm";
import { newBlockId } from "../../app/document-model/block-id";
import { readDocument } from "../../app/document-model/read";
import { madeOf, replaced } from "../../app/document-model/suggestions/apply";
import { hashOfAll } from "../../app/document-model/suggestions/hash";
import type { Blocks } from "../../app/document-model/suggestions/rows";
import type { Run } from "../../app/document-model/suggestions/shapes";
import { standingOf } from "../../app/document-model/suggestions/standing";
import { writeRun } from "../../app/document-model/suggestions/write-run";
import type { Transaction } from "../../db/client";
import type { SuggestionId, UserId } from "../../db/ids";
import { suggestion } from "../../db/schema";
import { actorOf } from "../audit";
import type { Amended } from "../document-store/shapes";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse } from "../standing";
import type { SuggestionDeps } from "./deps";
import { AcceptForm, RejectForm } from "./forms";
import { written } from "./queries";
import { againstDeciding, type Decision, decisionOn } from "./rules";
import type { Left } from "./shapes";

type Row = typeof suggestion.$inferSelect;
type Seen = { id: string; changedAt: string };
type Matter = Awaited<ReturnType<typeof matterToDecide>>;

/** An ordinary edit by the viewer, and the end of the row, in one transaction: both or neither, and once. [G5] [G7] */
export async function accept(deps: SuggestionDeps, viewer: Viewer, responseId: string, form: unknown): Promise<Left[]> {
  const { suggestion: seen, anyway } = parse(AcceptForm, form);
  const { amended, left } = await deps.db.transaction(async (tx) => {
    const matter = await matterToDecide(tx, viewer, responseId);
    const { open, left } = await sorted(tx, viewer, matter, "accepted", seen);
    const amended = await amend(deps, tx, viewer, matter, open, seen.length === 1 ? anyway : undefined);
    const unfit = amended?.answer ?? [];
    const accepted = open.filter(({ id }) => !unfit.some((one) => one.id === id));
    refuseAlone(seen, [...left, ...unfit]);
    await decide(deps, tx, viewer, matter, accepted, { decision: "accepted", reason: null });
    return { amended, left: [...left, ...unfit] };
  });
  if (amended) deps.onAmended?.(amended);
  return left;
}

export async function reject(deps: SuggestionDeps, viewer: Viewer, responseId: string, form: unknown): Promise<Left[]> {
  const { suggestion: seen, reason } = parse(RejectForm, form);
  return deps.db.transaction(async (tx) => {
    const matter = await matterToDecide(tx, viewer, responseId);
    const { open, left } = await sorted(tx, viewer, matter, "rejected", seen);
    refuseAlone(seen, left);
    await decide(deps, tx, viewer, matter, open, { decision: "rejected", reason: reason || null });
    return left;
  });
}

async function matterToDecide(tx: Transaction, viewer: Viewer, responseId: string) {
  const matter = await lockedMatterOfResponse(tx, viewer, responseId);
  const obstacle = againstDeciding(viewer, matter.standing);
  if (obstacle) throw new Refusal(obstacle.kind, obstacle.code);
  return matter;
}

/** Which of them are open as they were seen; one that this viewer has decided so already is neither open nor left. */
async function sorted(tx: Transaction, viewer: Viewer, { response }: Matter, wanted: Decision, seen: readonly Seen[]) {
  const ids = seen.map(({ id }) => id as SuggestionId); // Judged by the form.
  const isHere = and(inArray(suggestion.id, ids), eq(suggestion.responseId, response.id));
  const rows = new Map((await tx.select().from(suggestion).where(isHere).for("update")).map((row) => [row.id, row]));
  const open: Row[] = [];
  const left: Left[] = [];
  for (const { id, changedAt } of seen) {
    const row = rows.get(id as SuggestionId);
    const answer = decisionOn(row, viewer, wanted, changedAt);
    if (answer === "open" && row) open.push(row);
    else if (answer !== "again" && answer !== "open") left.push({ id, code: answer });
  }
  return { open, left };
}

function refuseAlone(seen: readonly Seen[], [first]: readonly Left[]): void {
  if (seen.length !== 1 || !first) return;
  if (first.code === "not-found") throw notFound();
  throw new Refusal("conflict", first.code);
}

/** One after the other, each as the text stands after those before it. */
async function amend(
  { documents }: SuggestionDeps,
  tx: Transaction,
  viewer: Viewer,
  { response }: Matter,
  rows: readonly Row[],
  anyway: string | undefined,
): Promise<Amended<Left[]> | null> {
  if (rows.length === 0) return null;
  return documents.amend(tx, response.documentId, viewer.id, (doc) => {
    let { blocks } = readDocument(doc);
    return rows.flatMap((row) => {
      const run = { after: row.after, ...written(row) };
      const code = obstacleIn(blocks, run, anyway);
      if (code) return [{ id: row.id, code }];
      writeRun(doc, run, newBlockId);
      blocks = replaced(blocks, run, madeOf(run, newBlockId));
      return [];
    });
  });
}

/** What it does not fit is written only by choice, and only on the text that was seen when choosing. [G6] */
function obstacleIn(blocks: Blocks, run: Run, anyway: string | undefined): string | null {
  const { state, now } = standingOf(run, blocks);
  if (state === "gone") return "suggestion-gone";
  return state === "fits" || hashOfAll(now) === anyway ? null : "suggestion-out-of-date";
}

async function decide(
  { clock, audit, notices }: SuggestionDeps,
  tx: Transaction,
  viewer: Viewer,
  { response }: Matter,
  rows: readonly Row[],
  { decision, reason }: { decision: Decision; reason: string | null },
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const decided = { decision, reason, decidedBy: viewer.id, decidedAt: clock.now() };
  await tx.update(suggestion).set(decided).where(inArray(suggestion.id, ids));
  for (const [by, own] of byPerson(rows)) {
    const [first] = own;
    if (!first) continue;
    await audit.record(tx, actorOf(viewer), {
      event: decision === "accepted" ? "suggestion-accepted" : "suggestion-rejected",
      objectKind: "response",
      objectId: response.id,
      data: { suggestedBy: by, suggestionIds: own.map(({ id }) => id) },
    });
    const blockId = written(first).base[0]?.id ?? first.after;
    await notices.tell(tx, {
      kind: "suggestion-decided",
      municipalityId: viewer.municipality.id,
      responseId: response.id,
      to: [by],
      by: viewer.id,
      about: { suggestionId: first.id, ...(blockId ? { blockId } : {}) },
    });
  }
}

function byPerson(rows: readonly Row[]): Map<UserId, Row[]> {
  const grouped = new Map<UserId, Row[]>();
  for (const row of rows) grouped.set(row.by, [...(grouped.get(row.by) ?? []), row]);
  return grouped;
}
