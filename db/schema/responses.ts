import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type {
  ConsultationId,
  DocumentId,
  FilingId,
  MunicipalityId,
  ResponseId,
  ReviewId,
  UserId,
  VersionId,
} from "../ids";
import { ADAPTERS } from "./case-systems";
import { bytea, idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { document, documentVersion } from "./documents";
import { municipality, person } from "./identity";

export const response = pgTable(
  "response",
  {
    id: idOf<ResponseId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    title: text("title").notNull(),
    startedBy: idOf<UserId>("started_by")
      .notNull()
      .references(() => person.id),
    startedAt: moment("started_at").notNull(),
  },
  (table) => [
    uniqueIndex("response_once").on(table.consultationId),
    uniqueIndex("response_document").on(table.documentId),
    index("response_municipality").on(table.municipalityId),
  ],
);

/** One round of approval: a frozen version sent to one approver. How it stands is computed from the nullable moments. */
export const review = pgTable(
  "review",
  {
    id: idOf<ReviewId>().primaryKey(),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    round: integer("round").notNull(),
    versionId: idOf<VersionId>("version_id")
      .notNull()
      .references(() => documentVersion.id),
    sha256: text("sha256").notNull(),
    sentBy: idOf<UserId>("sent_by")
      .notNull()
      .references(() => person.id),
    sentAt: moment("sent_at").notNull(),
    approverId: idOf<UserId>("approver_id")
      .notNull()
      .references(() => person.id),
    note: text("note").notNull().default(""),
    /** Why what is written like a CPR number stands in the text: for whoever decides. [F60] */
    cprReason: text("cpr_reason"),
    decision: text("decision", { enum: ["approved", "returned"] }),
    decidedBy: idOf<UserId>("decided_by").references(() => person.id),
    decidedAt: moment("decided_at"),
    reason: text("reason"),
    /** Reopened: the round is over, whatever was decided; a later one must name a new version. */
    reopenedBy: idOf<UserId>("reopened_by").references(() => person.id),
    reopenedAt: moment("reopened_at"),
    reopenReason: text("reopen_reason"),
  },
  (table) => [uniqueIndex("review_round").on(table.responseId, table.round)],
);

/** The files that can be made of a frozen version. */
export const FILE_KINDS = [
  "docx",
  "pdf",
  "html",
  "odt",
  "pdf-remarks",
  "pdf-data",
  "remarks-docx",
  "remarks-xlsx",
  "agenda-docx",
  "package",
] as const;

/** A file made of a frozen version. The same version and kind give the same bytes. [X1] */
export const exportFile = pgTable(
  "export_file",
  {
    id: idOf<string>().primaryKey(),
    versionId: idOf<VersionId>("version_id")
      .notNull()
      .references(() => documentVersion.id),
    kind: text("kind", { enum: FILE_KINDS }).notNull(),
    bytes: bytea("bytes").notNull(),
    sha256: text("sha256").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (table) => [uniqueIndex("export_file_once").on(table.versionId, table.kind)],
);

/** One delivery of an approved version to the case system. `id` is the client id the adapter is idempotent by. [F1] */
export const filing = pgTable(
  "filing",
  {
    id: idOf<FilingId>().primaryKey(),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    versionId: idOf<VersionId>("version_id")
      .notNull()
      .references(() => documentVersion.id),
    adapter: text("adapter", { enum: ADAPTERS }).notNull(),
    metadata: jsonb("metadata").notNull(),
    state: text("state", {
      enum: ["ready", "sent", "received", "delivered", "accepted", "filed", "failed", "rejected"],
    }).notNull(),
    receipt: jsonb("receipt"),
    requestedBy: idOf<UserId>("requested_by")
      .notNull()
      .references(() => person.id),
    requestedAt: moment("requested_at").notNull(),
    /** When the case system took it: from then on we wait for its answer and do not send it again. [F12] */
    handedOverAt: moment("handed_over_at"),
    filedAt: moment("filed_at"),
  },
  (table) => [uniqueIndex("filing_version").on(table.versionId), index("filing_response").on(table.responseId)],
);

export const filingAttempt = pgTable(
  "filing_attempt",
  {
    filingId: idOf<FilingId>("filing_id")
      .notNull()
      .references(() => filing.id),
    number: integer("number").notNull(),
    at: moment("at").notNull(),
    outcome: text("outcome", { enum: ["filed", "failed"] }).notNull(),
    errorKind: text("error_kind"),
    message: text("message").notNull(),
  },
  (table) => [uniqueIndex("filing_attempt_number").on(table.filingId, table.number)],
);
