import type { ResponseDocument } from "../../app/document-model/document";
import type { BesideChange } from "../../app/document-model/part-beside";
import type { PartChange } from "../../app/document-model/part-changes";
import type { Transaction } from "../../db/client";
import type {
  CenterId,
  ClauseId,
  ConsultationId,
  DocumentId,
  MunicipalityId,
  ResponseId,
  SignOffId,
  SourceVersionId,
} from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { ConsultationKind } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";
import type { ResponseStatus } from "../standing/shapes";

/**
 * Computed, never stored: what the newest decision of a center says of its part as it reads now. "lapsed": signed, and the
 * part reads otherwise; "returned" until it is signed again, whatever has been written since. [A23]
 */
export type SignOffState = "none" | "signed" | "lapsed" | "returned";

/** Named as the hearing names it, and whose it is. [J14] [J20] */
export type PartCenter = { id: CenterId; name: string; shortName: string; municipality: string };

/** What was last said of a center's part. */
type SignOffDecision = { id: SignOffId; by: string; at: Date; reason: string | null };

export type CenterStanding = {
  center: PartCenter;
  state: SignOffState;
  /** There are words in the part, or something said of a goal; without any there is nothing to sign off. */
  hasText: boolean;
  decision: SignOffDecision | null;
  /** Of a lapsed one: what reads otherwise than it was signed. */
  changes: PartChange[];
  /** And beside its words: how far it is with a goal, its initiatives, their figures. [A32] */
  beside: BesideChange[];
};

/** Who has written in a paragraph since it was signed, the latest first. */
export type Edit = { by: string; at: Date };

/** What was done around the text that may have changed what is the center's: given, taken back, another version. */
export type Cause = { event: string; by: string; at: Date };

export type Lapse = {
  since: Date;
  /** In reading order, each with who wrote in it; nobody where what was given has changed. */
  edits: { change: PartChange; by: Edit[] }[];
  /** What reads otherwise beside the words, and who said so. [A32] */
  beside: { change: BesideChange; by: Edit[] }[];
  causes: Cause[];
};

export type SectionRow = { blockId: string; heading: string; level: number; center: PartCenter | null };

export type PartPage = {
  responseId: ResponseId;
  consultationId: ConsultationId;
  status: ResponseStatus;
  standing: Omit<CenterStanding, "changes" | "beside">;
  /** What is signed is what was read: the form carries it. */
  sha256: string;
  /** The paragraphs of the part alone, with their links and footnotes, and what it says of goals. */
  text: ResponseDocument;
  /** Heading above each paragraph that does not stand in the part itself, by the first block under it. */
  under: Record<string, string>;
  /** Of the clauses, those that the part comments on, quotes, or says something of. */
  clauses: ClauseRow[];
  earlier: ClauseRow[];
  /** Null: signed and standing, returned, or never signed. */
  lapse: Lapse | null;
  /**
   * What has changed since the viewer last looked; since the sign-off, where it has lapsed. Null: they look for the first
   * time; `isFirst`: they still do, and it is what has changed since they came.
   */
  news: { since: Date; isFirst: boolean; changes: PartChange[]; beside: BesideChange[] } | null;
  holes: { clauseId: ClauseId; clause: string; isAgain: boolean }[];
  /** All the centers that take part, for going from one to the next. */
  centers: { center: PartCenter; state: SignOffState; hasText: boolean }[];
  can: { sign: boolean; giveBack: boolean; giveSections: boolean };
};

export type PartsPage = {
  responseId: ResponseId;
  status: ResponseStatus;
  standings: (CenterStanding & { lapse: Lapse | null; maySign: boolean })[];
  sections: SectionRow[];
  /** A guest's own, null for everybody else. `centers`: those the viewer may add it for. [J16] */
  addendum: { municipality: string; blockId: string | null; centers: PartCenter[] } | null;
  can: { giveSections: boolean };
};

/** `now` is null when nothing was written or decided since the stamp; which is asked with the next time. */
export type PartNews = { stamp: string; now: { sha256: string; decision: SignOffId | null } | null };

/** What the writing desk shows of the parts: how each center stands, a lapse once it was told; heading → whose section. */
export type PartsAtDesk = {
  parts: { center: PartCenter; state: SignOffState }[];
  sections: Record<string, CenterId>;
  can: { giveSections: boolean };
};

/** The door of sign-offs/: what is a center's in the text, and its manager's word for it. */
export type SignOffs = {
  /** Of every center that takes part; the sections of the text with whose they are. */
  parts(viewer: Viewer, responseId: string): Promise<PartsPage>;
  page(viewer: Viewer, responseId: string, centerId: string): Promise<PartPage>;
  /** For the writing desk, which asks all the time: a few small queries. */
  atDesk(viewer: Viewer, responseId: string): Promise<PartsAtDesk>;
  /**
   * Fields: sha256 (of the part as it was read), after (the id of the decision it follows; "" when there was none). For
   * managers of the center. Codes: text-changed-since-you-read-it, decided-since-you-read-it, empty-part, part-not-open.
   */
  sign(viewer: Viewer, responseId: string, centerId: string, form: unknown): Promise<void>;
  /** Sends the part back, or withdraws what was signed. Fields: reason, after. Codes as `sign`. */
  giveBack(viewer: Viewer, responseId: string, centerId: string, form: unknown): Promise<void>;
  /** Coordinators, while it is written. Fields: blockId (a heading), centerId (one that takes part; "" takes it back). */
  giveSection(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /**
   * Who writes for a guest municipality, while it is written. Field: centerId (one of their own; none is the first). The same
   * again changes nothing. Codes: guests-only, not-your-center, part-not-open. [J16]
   */
  addAddendum(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /** In a transaction that has the hearing's lock: `isSigned`, a closed center's part stands and stays its own; else its sections go. [H54] */
  handOver(
    tx: Transaction,
    matter: {
      consultation: {
        id: ConsultationId;
        municipalityId: MunicipalityId;
        versionId: SourceVersionId;
        kind: ConsultationKind;
      };
      response: { id: ResponseId; documentId: DocumentId };
    },
    from: CenterId,
    to: CenterId,
  ): Promise<{ isSigned: boolean; sections: number }>;
  /** The page stands before the viewer: fields sha256, what it shows. Not in the audit trail. */
  see(viewer: Viewer, responseId: string, centerId: string, form: unknown): Promise<void>;
  /** For a page that stands open: whether the part still reads as it does there, and nothing new was decided. */
  news(viewer: Viewer, responseId: string, centerId: string, since: string | null): Promise<PartNews>;
  /**
   * After a text was written in, or something else in a hearing's clauses and sections is a center's: whether there is a
   * standing sign-off that may have lapsed. One small query.
   */
  watch(job: { documentId: string }, tx?: Transaction): Promise<void>;
  /** The same of a hearing in which something was said of a goal; one without a text has nobody's word yet. */
  watchHearing(tx: Transaction, id: ConsultationId): Promise<void>;
  /** The same for every hearing on this version's source, once a clause of it has become another, or an initiative has. */
  watchSource(tx: Transaction, versionId: SourceVersionId): Promise<void>;
  /** The job: tells managers of what has lapsed, once each. [A28] */
  tellLapses(job: { documentId: string }): Promise<void>;
};
