import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { findCpr } from "../../app/document-model/cpr";
import type { Queryable, Transaction } from "../../db/client";
import { type AttachmentId, type CenterId, type ConsultationId, newId } from "../../db/ids";
import { attachment } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { sha256 } from "../sha256";
import { lockedMatterOfConsultation, type Matter, matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import { chosenFile, type Upload, uploaded } from "../upload";
import type { AttachmentDeps } from "./deps";
import { attachedTo, councilsOf } from "./queries";
import { attachesFor, cleanName, MEDIA_TYPES, MOST_BYTES, MOST_FILES, unfitFor } from "./rules";

const AttachForm = z.object({
  councilId: z.string("missing").min(1, "missing"),
  file: chosenFile.refine((file) => file !== undefined, "missing"),
});

/** Keeps a council's own answer as it came, byte for byte; what cannot go to a case system is refused at its field. [F50] [F53] */
export async function attach(deps: AttachmentDeps, viewer: Viewer, consultationId: string, form: unknown) {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(deps.db, viewer, consultationId);
  if (!matter) throw notFound();
  const { file, councilId } = parse(AttachForm, form);
  // Nothing is read for whoever may not attach it; what has changed meanwhile is judged again under the lock.
  await placeIn(deps, deps.db, viewer, matter, councilId);
  if (!file) throw new Refusal("invalid", "form", { file: "missing" });
  if (file.size === 0) throw new Refusal("invalid", "form", { file: "empty-file" });
  const sent = await uploaded(file, { most: MOST_BYTES, tooLarge: "attachments-too-large", unnamed: "bilag" });
  const document = await looked(deps, sent);
  await deps.db.transaction(async (tx) => {
    const now = await lockedMatterOfConsultation(tx, viewer, consultationId);
    const place = await placeIn(deps, tx, viewer, now, councilId);
    await keep(deps, tx, viewer, place, document);
  });
}

type Document = Pick<typeof attachment.$inferInsert, "fileName" | "mediaType" | "bytes" | "sha256" | "cprCount">;

/** By its content, and with what in it is written like a CPR number; nothing in it is opened or changed. [F54] */
async function looked({ agreements }: AttachmentDeps, sent: Upload): Promise<Document> {
  const found = await agreements.words(sent);
  const unfit = unfitFor(found);
  const { format, text } = found;
  if (unfit || (format !== "pdf" && format !== "docx"))
    throw new Refusal("invalid", "form", { file: unfit ?? "not-pdf-or-word" });
  return {
    fileName: cleanName(sent.fileName, format),
    mediaType: MEDIA_TYPES[format],
    bytes: sent.bytes,
    sha256: sha256(sent.bytes),
    cprCount: typeof text === "string" ? findCpr(text).length : null,
  };
}

type Place = { consultationId: ConsultationId; centerId: CenterId };

/** For which council, by whom, and whether the text is still written: what is attached is there before it is sent, or refused. [F52] */
async function placeIn(
  { clock }: AttachmentDeps,
  db: Queryable,
  viewer: Viewer,
  { consultation, standing }: Matter,
  councilId: string,
): Promise<Place> {
  const councils = await councilsOf(db, viewer, danishDay(clock.now()));
  const council = councils.find(({ id }) => id === councilId);
  if (!council) throw new Refusal("invalid", "form", { councilId: "not-a-council" });
  if (attachesFor(viewer, councils, { ...standing, status: "writing" }).every(({ id }) => id !== council.id))
    throw new Refusal("forbidden", "not-your-council");
  if (attachesFor(viewer, councils, standing).length === 0) throw new Refusal("conflict", "approved");
  return { consultationId: consultation.id, centerId: council.id };
}

async function keep(deps: AttachmentDeps, tx: Transaction, viewer: Viewer, place: Place, document: Document) {
  const there = await tx
    .select({
      centerId: attachment.centerId,
      sha256: attachment.sha256,
      size: sql<number>`length(${attachment.bytes})`,
    })
    .from(attachment)
    .where(attachedTo(place.consultationId));
  if (there.some((one) => one.sha256 === document.sha256 && one.centerId === place.centerId)) return;
  const size = there.reduce((sum, one) => sum + one.size, document.bytes.length);
  if (there.length >= MOST_FILES) throw new Refusal("invalid", "form", { file: "too-many-attachments" });
  if (size > MOST_BYTES) throw new Refusal("invalid", "form", { file: "attachments-too-large" });
  const id = newId<AttachmentId>();
  const added = { addedBy: viewer.id, addedAt: deps.clock.now() };
  await tx.insert(attachment).values({ id, municipalityId: viewer.municipality.id, ...place, ...document, ...added });
  await deps.audit.record(tx, actorOf(viewer), {
    event: "attachment-added",
    objectKind: "consultation",
    objectId: place.consultationId,
    data: {
      attachmentId: id,
      centerId: place.centerId,
      sha256: document.sha256,
      bytes: document.bytes.length,
      cprCount: document.cprCount,
    },
  });
}

const RemoveForm = z.object({ attachmentId: z.string("missing") });

/** One that no text was sent with goes for good; that it was there, and its hash, stay in the trail. [F52] */
export async function remove(deps: AttachmentDeps, viewer: Viewer, consultationId: string, form: unknown) {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const { attachmentId } = parse(RemoveForm, form);
  await deps.db.transaction(async (tx) => {
    const { consultation, standing } = await lockedMatterOfConsultation(tx, viewer, consultationId);
    const { id, centerId, sha256: hash, frozenAt } = attachment;
    const [row] = (
      await tx.select({ id, centerId, sha256: hash, frozenAt }).from(attachment).where(attachedTo(consultation.id))
    ).filter((one) => one.id === attachmentId);
    if (!row) return;
    const whose = [{ id: row.centerId, name: "" }];
    if (attachesFor(viewer, whose, { ...standing, status: "writing" }).length === 0)
      throw new Refusal("forbidden", "not-your-council");
    if (attachesFor(viewer, whose, standing).length === 0) throw new Refusal("conflict", "approved");
    const isIt = and(eq(attachment.id, row.id), eq(attachment.consultationId, consultation.id));
    if (row.frozenAt) await tx.update(attachment).set({ removedAt: deps.clock.now() }).where(isIt);
    else await tx.delete(attachment).where(isIt);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "attachment-removed",
      objectKind: "consultation",
      objectId: consultation.id,
      data: { attachmentId: row.id, centerId: row.centerId, sha256: row.sha256 },
    });
  });
}
