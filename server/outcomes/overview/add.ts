import { eq, max } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../../db/client";
import { newId, type OverviewId, type OverviewRowId, type ResponseId } from "../../../db/ids";
import { overview, overviewRow } from "../../../db/schema";
import { actorOf } from "../../audit";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import { sha256 } from "../../sha256";
import { chosenFile, type Upload, uploaded } from "../../upload";
import type { OutcomeDeps } from "../deps";
import { lockedRemarks, mustNote } from "../noting";
import type { AddedOverview } from "../shapes";
import { emptyRow, mayBeOurs, rowsIn, type SenderRow } from "./columns";

const LARGEST_FILE = 20 * 1024 * 1024;
const LONGEST_PASTE = 2_000_000;

const OverviewForm = z
  .object({
    overview: chosenFile.refine((file) => !file || file.size > 0, "empty-file"),
    pasted: z.string().max(LONGEST_PASTE, "too-long").default(""),
    /** A checkbox: rows that name another sender are kept, too. */
    withOthers: z.string().optional(),
  })
  .refine(({ overview: file, pasted }) => file || pasted.trim() !== "", { path: ["overview"], message: "missing" });

type Given = z.output<typeof OverviewForm>;

/**
 * Takes in a sender's overview, from a file or pasted. Rows of other senders are counted and not kept unless asked for:
 * they are others' words, and some are citizens'. The same rows again are none. [Q10]
 */
export async function addOverview(
  deps: OutcomeDeps,
  viewer: Viewer,
  responseId: string,
  form: unknown,
): Promise<AddedOverview> {
  await mustNote(deps, viewer, responseId);
  const given = parse(OverviewForm, form);
  const paper = await paperOf(given);
  const read = await readGiven(deps, given, paper);
  const rows = given.withOthers ? read : read.filter((row) => mayBeOurs(row, viewer.municipality.name));
  if (rows.length === 0) throw refused(given, "no-row-of-ours");
  const kind = given.overview ? "file" : "pasted";
  const come = {
    kind,
    name: paper.fileName,
    sha256: hashOf(rows),
    others: read.length - rows.length,
  } as const;
  return deps.db.transaction(async (tx) => {
    const { matter } = await lockedRemarks(tx, viewer, responseId);
    const id = await insertOverview(deps, tx, viewer, matter.response.id, come);
    if (!id) return { rows: 0, others: come.others };
    await insertRows(tx, id, rows, 0);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "overview-added",
      objectKind: "response",
      objectId: matter.response.id,
      data: { overviewId: id, ...come, rows: rows.length },
    });
    return { rows: rows.length, others: come.others };
  });
}

async function paperOf({ overview: file, pasted }: Given): Promise<Upload> {
  if (!file) return { fileName: "", bytes: new TextEncoder().encode(pasted) };
  return uploaded(file, { most: LARGEST_FILE, field: "overview", unnamed: "" });
}

async function readGiven({ agreements }: OutcomeDeps, given: Given, paper: Upload): Promise<SenderRow[]> {
  const read = await agreements.tables(paper);
  if ("refused" in read) throw refused(given, read.refused);
  const rows = rowsIn(read.tables);
  if (typeof rows === "string") throw refused(given, rows);
  return rows;
}

/** At the field that it came by. */
function refused({ overview: file }: Given, code: string): Refusal {
  return new Refusal("invalid", "form", { [file ? "overview" : "pasted"]: code });
}

function hashOf(rows: readonly SenderRow[]): string {
  return sha256(new TextEncoder().encode(JSON.stringify(rows)));
}

type Come = Pick<typeof overview.$inferInsert, "kind" | "name" | "sha256" | "others">;

/** Null when the very same is there. */
async function insertOverview(
  { clock }: OutcomeDeps,
  tx: Transaction,
  viewer: Viewer,
  responseId: ResponseId,
  come: Come,
): Promise<OverviewId | null> {
  const row = { id: newId<OverviewId>(), responseId, ...come, addedBy: viewer.id, addedAt: clock.now() };
  const [made] = await tx.insert(overview).values(row).onConflictDoNothing().returning({ id: overview.id });
  return made?.id ?? null;
}

async function insertRows(tx: Transaction, overviewId: OverviewId, rows: readonly SenderRow[], from: number) {
  const values = rows.map((row, at) => ({ id: newId<OverviewRowId>(), overviewId, position: from + at, ...row }));
  // PostgreSQL takes 65,534 values in one statement.
  for (let at = 0; at < values.length; at += 500) await tx.insert(overviewRow).values(values.slice(at, at + 500));
}

const text = (longest: number) => z.string().trim().max(longest, "too-long").default("");

const RowForm = z
  .object({ subject: text(500), summary: text(5000), assessment: text(10_000) })
  .refine(({ summary, assessment }) => summary !== "" || assessment !== "", { path: ["summary"], message: "missing" });

const TYPED = "typed";

/** One row typed by hand. Two who type the same have typed two rows. */
export async function addRow(deps: OutcomeDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  await mustNote(deps, viewer, responseId);
  const row = { ...emptyRow(), ...parse(RowForm, form) };
  await deps.db.transaction(async (tx) => {
    const { matter } = await lockedRemarks(tx, viewer, responseId);
    const come = { kind: TYPED, name: "", sha256: TYPED, others: 0 } as const;
    const id =
      (await insertOverview(deps, tx, viewer, matter.response.id, come)) ?? (await typedOf(tx, matter.response.id));
    const [last] = await tx
      .select({ position: max(overviewRow.position) })
      .from(overviewRow)
      .where(eq(overviewRow.overviewId, id));
    await insertRows(tx, id, [row], (last?.position ?? -1) + 1);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "overview-row-added",
      objectKind: "response",
      objectId: matter.response.id,
      data: { overviewId: id },
    });
  });
}

async function typedOf(tx: Transaction, responseId: ResponseId): Promise<OverviewId> {
  const rows = await tx
    .select({ id: overview.id, kind: overview.kind })
    .from(overview)
    .where(eq(overview.responseId, responseId));
  const typed = rows.find(({ kind }) => kind === TYPED);
  if (!typed) throw new Error("Expected the rows typed by hand to be there: inserting them met a conflict.");
  return typed.id;
}
