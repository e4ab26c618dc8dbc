import { z } from "zod";
import { isBlockId } from "../../app/document-model/block-id";
import type { Link, ResponseDocument } from "../../app/document-model/document";
import { type Counts, countsOf, passagesOf } from "../../app/document-model/passages";
import { readDocument } from "../../app/document-model/read";
import { restoreDocument, restoreItem } from "../../app/document-model/restoring/restore";
import type { Transaction } from "../../db/client";
import { actorOf } from "../audit";
import { carriedTo } from "../carry-over";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse } from "../standing";
import { demandWriting, historyToRead, type Matter } from "./access";
import type { HistoryDeps } from "./deps";
import { linkableIn } from "./queries";
import { placeIn } from "./rules";

const RestoreForm = z.object({
  moment: z.string("no-such-moment"),
  item: z
    .string()
    .optional()
    .transform((item) => item || null)
    .refine((item) => item === null || isBlockId(item), "no-such-paragraph"),
});

type Asked = { seq: number; item: string | null; then: ResponseDocument };

/** A change like any other, right after all that is written: it can be taken back by restoring what was before it. [V6] [V7] */
export async function restore(deps: HistoryDeps, viewer: Viewer, responseId: string, form: unknown): Promise<Counts> {
  const { matter, extent } = await historyToRead(deps.db, viewer, responseId);
  demandWriting(viewer, matter);
  const { moment, item } = parse(RestoreForm, form);
  const seq = placeIn(moment, extent.headSeq);
  if (seq === null) throw new Refusal("invalid", "form", { moment: "no-such-moment" });
  // What the text was then never changes, so it is read before anybody has to wait for us.
  const { plain } = await deps.read(extent, { plain: [seq] }).read;
  const [then] = plain;
  if (!then) throw new Error(`Expected the text at ${seq}.`);
  if (item !== null && !then.blocks.some(({ id }) => id === item))
    throw new Refusal("invalid", "form", { item: "no-such-paragraph" });
  const amended = await deps.db.transaction((tx) => restored(deps, tx, viewer, responseId, { seq, item, then }));
  deps.onAmended?.(amended);
  return amended.answer.counts;
}

async function restored(deps: HistoryDeps, tx: Transaction, viewer: Viewer, responseId: string, asked: Asked) {
  const matter = await lockedMatterOfResponse(tx, viewer, responseId);
  demandWriting(viewer, matter);
  const canLink = await linkable(tx, matter, asked.then);
  const { seq, item, then } = asked;
  const amended = await deps.documents.amend(tx, matter.response.documentId, viewer.id, (doc) => {
    const before = readDocument(doc);
    if (item === null) restoreDocument(doc, then, canLink);
    else restoreItem(doc, then, item, canLink);
    const after = readDocument(doc);
    const isChanged = JSON.stringify(before) !== JSON.stringify(after);
    return { counts: countsOf(passagesOf(before, after)), isChanged };
  });
  const { counts, isChanged } = amended.answer;
  // Pressed twice, the second time there is nothing left to change.
  if (isChanged) {
    await deps.audit.record(tx, actorOf(viewer), {
      event: "text-restored",
      objectKind: "response",
      objectId: matter.response.id,
      data: { to: seq, seq: amended.headSeq, ...(item ? { paragraph: item } : {}), ...counts },
    });
  }
  return amended;
}

async function linkable(tx: Transaction, { consultation }: Matter, then: ResponseDocument) {
  const { lineage } = await carriedTo(tx, consultation.versionId);
  const found = await linkableIn(tx, lineage, Object.values(then.links).flat());
  return ({ id }: Link) => found.has(id);
}
