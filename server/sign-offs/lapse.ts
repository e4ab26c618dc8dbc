import type * as Y from "yjs";
import { allBlocks, type ResponseDocument } from "../../app/document-model/document";
import type { BesideChange } from "../../app/document-model/part-beside";
import type { PartChange } from "../../app/document-model/part-changes";
import type { Queryable } from "../../db/client";
import type { Carried } from "../carry-over/shapes";
import type { ResponseMatter } from "./decide";
import { editsIn } from "./edits";
import { causesSince, type SaidEntry, saidSince, writingSince } from "./log-queries";
import type { DecisionRow } from "./queries";
import { clauseNow } from "./rules";
import type { Edit, Lapse } from "./shapes";

type Now = {
  doc: Y.Doc;
  text: ResponseDocument;
  changes: readonly PartChange[];
  beside: readonly BesideChange[];
  carried: Carried;
};

/** What made a sign-off lapse: each paragraph, status and figure that reads otherwise, and who wrote it since. [A22] [A32] */
export async function lapseOf(db: Queryable, matter: ResponseMatter, row: DecisionRow, now: Now): Promise<Lapse> {
  const { documentId } = matter.response;
  const writings = await writingSince(db, { documentId, epoch: row.epoch, seq: row.seq });
  const edits = await editsIn(writings, { doc: now.doc, before: row.part });
  const found = now.changes.map((change) => ({ change, by: writersOf(change, edits, now.text) }));
  const said = now.beside.length > 0 ? await saidSince(db, matter, row.at) : [];
  const beside = now.beside.map((change) => ({ change, by: sayersOf(change, said, now.carried) }));
  const isSomebodys = [...found, ...beside].every(({ by }) => by.length > 0);
  return { since: row.at, edits: found, beside, causes: isSomebodys ? [] : await causesSince(db, matter, row) };
}

/** Who said it of that goal and center, or of that initiative, the latest first. */
function sayersOf(change: BesideChange, said: readonly SaidEntry[], carried: Carried): Edit[] {
  const own = said.filter((entry) =>
    "initiative" in change
      ? isOfInitiative(entry, change)
      : entry.centerId === change.center && clauseNow(entry.clauseId ?? "", carried) === change.goal,
  );
  return [...new Map(own.map(({ by, at }) => [by, { by, at }])).values()].reverse();
}

function isOfInitiative(entry: SaidEntry, change: Extract<BesideChange, { initiative: string }>): boolean {
  if (entry.initiativeId !== change.initiative) return false;
  if (!("indicator" in change)) return !entry.indicatorId;
  if (entry.indicatorId !== change.indicator) return false;
  return change.of === "figure" ? entry.day === change.day : !entry.day;
}

/** Who made it so. Of two that change places one was moved; and a section ends where somebody puts a heading. */
function writersOf(change: PartChange, edits: ReadonlyMap<string, Edit[]>, text: ResponseDocument): Edit[] {
  const own = edits.get(change.id);
  if (own || change.kind === "changed") return own ?? [];
  const near = [...allBlocks(text)].filter(({ kind }) => change.kind === "moved" || kind === "heading");
  const others = near.flatMap(({ id }) => edits.get(id) ?? []);
  return [...new Map(others.map((edit) => [edit.by, edit])).values()];
}
