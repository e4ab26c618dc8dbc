import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { SuggestionId } from "../../db/ids";
import { suggestion } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { lockedMatterOfResponse } from "../standing";
import type { SuggestionDeps } from "./deps";
import { type GivenRun, MOST_BYTES, MOST_OPEN, readSave } from "./forms";
import { openOfPerson } from "./queries";
import { againstSuggesting } from "./rules";
import type { Saved } from "./shapes";

type Matter = Awaited<ReturnType<typeof lockedMatterOfResponse>>;
type Row = typeof suggestion.$inferSelect;

/** What they propose now, as rows of their own: nothing is written in the text. Sent twice it is kept once. [G1] [G2] */
export async function save(deps: SuggestionDeps, viewer: Viewer, responseId: string, form: unknown): Promise<Saved> {
  const { suggestions, withdrawn } = readSave(form);
  return deps.db.transaction(async (tx) => {
    const matter = await lockedMatterOfResponse(tx, viewer, responseId);
    const obstacle = againstSuggesting(viewer, matter.standing);
    // What one has proposed oneself one may take back at any time.
    if (obstacle && (obstacle.kind === "not-found" || suggestions.length > 0))
      throw new Refusal(obstacle.kind, obstacle.code);
    const known = await knownOf(tx, viewer, matter, [...suggestions.map(({ id }) => id), ...withdrawn]);
    await withdraw(deps, tx, viewer, matter, withdrawn, known);
    const open = suggestions.filter(({ id }) => (known.get(id)?.decision ?? null) === null);
    const kept: Saved["kept"] = [];
    for (const run of open) kept.push(await keep(deps, tx, viewer, matter, run, known.get(run.id)));
    const { count, bytes } = await openOfPerson(tx, matter.response.id, viewer.id);
    if (kept.length > 0 && (count > MOST_OPEN || bytes > MOST_BYTES))
      throw new Refusal("conflict", "too-many-suggestions");
    const decided = suggestions.filter((run) => !open.includes(run)).map(({ id }) => id);
    return { kept, decided };
  });
}

/** Those rows that there are; another's, or of another text, are not the viewer's to name. [D2] */
async function knownOf(tx: Transaction, viewer: Viewer, { response }: Matter, ids: SuggestionId[]) {
  const rows =
    ids.length === 0 ? [] : await tx.select().from(suggestion).where(inArray(suggestion.id, ids)).for("update");
  const isForeign = rows.some((row) => row.by !== viewer.id || row.responseId !== response.id);
  if (isForeign) throw new Refusal("forbidden", "suggestion-not-yours");
  return new Map(rows.map((row) => [row.id, row]));
}

async function keep(
  { clock, audit }: SuggestionDeps,
  tx: Transaction,
  viewer: Viewer,
  { response }: Matter,
  { id, after, base, proposed }: GivenRun,
  known: Row | undefined,
): Promise<Saved["kept"][number]> {
  const changedAt = clock.now();
  if (known) {
    const isSame =
      JSON.stringify([known.after, known.base, known.proposed].map(sorted)) ===
      JSON.stringify([after, base, proposed].map(sorted));
    if (isSame) return { id, changedAt: known.changedAt.toISOString() };
    await tx.update(suggestion).set({ after, base, proposed, changedAt }).where(eq(suggestion.id, id));
    return { id, changedAt: changedAt.toISOString() };
  }
  const { id: responseId, documentId } = response;
  const { id: municipalityId } = viewer.municipality;
  const row = { id, municipalityId, responseId, documentId, by: viewer.id, madeAt: changedAt, changedAt };
  await tx.insert(suggestion).values({ ...row, after, base, proposed });
  await audit.record(tx, actorOf(viewer), event("suggested", responseId, [id]));
  return { id, changedAt: changedAt.toISOString() };
}

/** jsonb keeps the keys of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => [key, sorted(member)]);
}

async function withdraw(
  { clock, audit }: SuggestionDeps,
  tx: Transaction,
  viewer: Viewer,
  { response }: Matter,
  withdrawn: readonly SuggestionId[],
  known: ReadonlyMap<SuggestionId, Row>,
): Promise<void> {
  const open = withdrawn.filter((id) => known.get(id)?.decision === null);
  if (open.length === 0) return;
  await tx
    .update(suggestion)
    .set({ decision: "withdrawn", decidedBy: viewer.id, decidedAt: clock.now() })
    .where(and(inArray(suggestion.id, open), isNull(suggestion.decision)));
  await audit.record(tx, actorOf(viewer), event("suggestion-withdrawn", response.id, open));
}

function event(name: string, responseId: string, suggestionIds: readonly string[]) {
  return { event: name, objectKind: "response", objectId: responseId, data: { suggestionIds } };
}
