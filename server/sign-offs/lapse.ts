import type * as Y from "yjs";
import { allBlocks, type ResponseDocument } from "../../app/document-model/document";
import type { PartChange } from "../../app/document-model/part-changes";
import type { Queryable } from "../../db/client";
import type { ResponseMatter } from "./decide";
import { editsIn } from "./edits";
import { causesSince, writingSince } from "./log-queries";
import type { DecisionRow } from "./queries";
import type { Edit, Lapse } from "./shapes";

type Now = { doc: Y.Doc; text: ResponseDocument; changes: readonly PartChange[] };

/** What made a sign-off lapse: each paragraph that reads otherwise, and who wrote in it since. [A22] */
export async function lapseOf(db: Queryable, matter: ResponseMatter, row: DecisionRow, now: Now): Promise<Lapse> {
  const { documentId } = matter.response;
  const writings = await writingSince(db, { documentId, epoch: row.epoch, seq: row.seq });
  const edits = await editsIn(writings, { doc: now.doc, before: row.part });
  const found = now.changes.map((change) => ({ change, by: writersOf(change, edits, now.text) }));
  const causes = found.every(({ by }) => by.length > 0) ? [] : await causesSince(db, matter, row);
  return { since: row.at, edits: found, causes };
}

/** Who made it so. Of two that change places one was moved; and a section ends where somebody puts a heading. */
function writersOf(change: PartChange, edits: ReadonlyMap<string, Edit[]>, text: ResponseDocument): Edit[] {
  const own = edits.get(change.id);
  if (own || change.kind === "changed") return own ?? [];
  const near = [...allBlocks(text)].filter(({ kind }) => change.kind === "moved" || kind === "heading");
  const others = near.flatMap(({ id }) => edits.get(id) ?? []);
  return [...new Map(others.map((edit) => [edit.by, edit])).values()];
}
