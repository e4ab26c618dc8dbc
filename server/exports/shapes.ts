import type { Attached } from "../../app/document-model/attached";
import type { FilingId, ResponseId, VersionId } from "../../db/ids";
import type { ADAPTERS } from "../../db/schema/case-systems";
import type { FILE_KINDS } from "../../db/schema/responses";
import type { Actor } from "../audit";
import type { Viewer } from "../identity/viewer";
import type { WordTemplatePage } from "./word-template/shapes";

/** The case systems that can be filed to. */
export type AdapterName = (typeof ADAPTERS)[number];

/** What a frozen version can be had as. */
export type FileKind = (typeof FILE_KINDS)[number];

/** What a file is called after. */
export type FileAbout = { userKey: string; kind: "hearing" | "assessment" | "follow-up" };

/** What the text as it reads now can be had as, marked as a draft: the letter alone. */
export type DraftKind = "docx" | "pdf" | "html" | "odt";

export type FilingState = "ready" | "sent" | "received" | "delivered" | "accepted" | "filed" | "failed" | "rejected";

/** What a filing says of the document (docs: DOMAIN, metadata). Texts are already checked. */
export type FilingMetadata = {
  caseNumber: string;
  title: string;
  description: string;
  userKey: string;
  documentType: "Brev" | "Notat" | "Rapport";
  direction: "Udgaaende" | "Internt";
  /** The numbers it was filed under, and what they were called then; empty titles where there was no list. */
  kle: string;
  kleTitle: string;
  facet: string;
  facetTitle: string;
  letterDate: string;
  /** When the municipality got the hearing, and when the letter went out; empty where nobody has said. */
  receivedDate: string;
  sentDate: string;
  /** The hearing's external one, and why the letter is later than that where it is. */
  deadline: string;
  lateReason: string;
  recipient: string;
  /** A CVR number or an organisation's UUID. Never a person's. */
  recipientId: string;
  /** The sender's own number for what this answers. */
  answerTo: string;
  responsible: string;
  unit: string;
  sensitivity: "IKKE_FORTROLIGE_DATA" | "FORTROLIGE_PERSONOPLYSNINGER" | "FOELSOMME_PERSONOPLYSNINGER";
  /** The law that keeps it from public access, and the title the public sees instead: both or none. */
  exemptionLaw: string;
  exemptionTitle: string;
  /** To be kept (B) or destroyed (K); empty: as the case is. */
  disposal: "" | "B" | "K";
  /** Which version of the text it is; 0 in what was filed before this was told. */
  version: number;
  signatory: string;
};

export type Receipt = {
  filingId: string;
  caseNumber: string;
  documentNumber: string;
  receivedAt: string;
  files: { name: string; sha256: string; bytes: number }[];
  /** Whether the files were read back from the case system and compared; not every system lets us. */
  isReadBack: boolean;
};

export type FilingPage = {
  responseId: ResponseId;
  title: string;
  consultation: { id: string; userKey: string; title: string };
  /** The approved version, or null: then there is nothing to export or file yet. */
  approved: {
    versionId: VersionId;
    number: number;
    sha256: string;
    approvedBy: string | null;
    approvedAt: Date;
  } | null;
  /** What the form starts with. */
  suggested: FilingMetadata;
  /** The external deadline has passed: it was sent before, or there is a reason. [F23] */
  isLate: boolean;
  /** What is written like a CPR number in the text that is to be filed, each with its paragraph; the number itself is not told. [F5] */
  cpr: { blockId: string; words: string }[];
  /** What goes along with the approved text, as it came. [F51] */
  attached: Attached[];
  filing: {
    id: FilingId;
    state: FilingState;
    adapter: AdapterName;
    metadata: FilingMetadata;
    receipt: Receipt | null;
    requestedBy: string;
    requestedAt: Date;
    filedAt: Date | null;
    attempts: {
      number: number;
      at: Date;
      outcome: "filed" | "failed";
      message: string;
      /** The case system's own words, where it has turned the document down. */
      said: string | null;
    }[];
  } | null;
  /** Where it is filed to now: after a failure it can be sent there instead. */
  chosen: AdapterName;
  can: { export: boolean; file: boolean; retry: boolean; correct: boolean; move: boolean };
};

/** The files of a text, and what to know before one is fetched. */
export type FilesPage = {
  responseId: ResponseId;
  approved: FilingPage["approved"];
  /** Of the approved text, or else of the text as it reads now. [X17] */
  problems: Problem[];
  can: { draft: boolean };
};

/** `signs`: those that no PDF can show. `blockId` null: in the title or what stands above the letter. */
export type Problem = { blockId: string | null; words: string } & (
  | { kind: "missing-glyph"; signs: string[] }
  | { kind: "no-title" | "cpr" | "skipped-heading" | "no-header-row" }
);

/** Which case system a municipality files to, and how the one that is looked at is reached. Never its secret. */
export type CaseSystemPage = {
  chosen: AdapterName;
  shown: AdapterName;
  /** Of the shown one, by name; empty where it was never set up. */
  settings: Readonly<Record<string, string>>;
  /** "unreadable": it was sealed with another key than ours, and must be typed again. */
  secret: "none" | "kept" | "unreadable";
  changed: { by: string; at: Date } | null;
  /** Filings on their way to another system than the chosen one, or failed there. */
  elsewhere: number;
};

/** What came of trying the way in: a code of the port, and the key that was met where it is not the one agreed on. */
export type CaseSystemTrial = { ok: true } | { ok: false; code: string; found: string | null };

/** The door of exports/: files of a frozen version, and filing them. */
export type Exports = {
  /** The filing page; readable by whoever may read the response. */
  page(viewer: Viewer, responseId: string): Promise<FilingPage>;
  /** The municipality's own Word template. Administrators. [X16] */
  template(viewer: Viewer): Promise<WordTemplatePage>;
  /** Fields: file (may be left out where one is in use), references. Refused when it is no template, or not safe as one. */
  setTemplate(viewer: Viewer, form: unknown): Promise<void>;
  removeTemplate(viewer: Viewer): Promise<void>;
  /** One to begin with, the same for everybody. */
  exampleTemplate(): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }>;
  /** The page of the files; readable by whoever may read the response. */
  files(viewer: Viewer, responseId: string): Promise<FilesPage>;
  /** The bytes of a frozen version's file, made once and kept. Any frozen version the viewer may read. */
  file(
    viewer: Viewer,
    versionId: string,
    kind: string,
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array; sha256: string }>;
  /** The same for whoever was let in elsewhere: another system with its token. Made in its name. */
  fileFor(
    actor: Actor,
    versionId: string,
    kind: string,
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array; sha256: string }>;
  /** What files there are of a version, and what they are called. */
  offered(version: { number: number }, about: FileAbout): { kind: FileKind; fileName: string; mediaType: string }[];
  /** The text as it reads now, marked as a draft on every page, for whoever reads it. Neither kept nor filed. [X12] */
  draft(
    viewer: Viewer,
    responseId: string,
    kind: string,
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }>;
  /**
   * The live text as a Word file, for whoever reads it. Neither kept nor filed. Form: `suggestions`, whether the open ones
   * are its tracked changes; `comments`: "none", "open" or "all". [G11] [K9]
   */
  liveWord(
    viewer: Viewer,
    responseId: string,
    form: unknown,
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }>;
  /** Case officers. Fields: those of FilingMetadata. Writes the filing and its job in one transaction; asking again for one version gives the same filing. */
  requestFiling(viewer: Viewer, responseId: string, form: unknown): Promise<FilingId>;
  /**
   * Case officers, after `failed`. Fields: those of FilingMetadata where it `may.correct`; `moveTo`, another case system,
   * which the officer says that it is to be sent to instead.
   */
  retry(viewer: Viewer, filingId: string, form?: unknown): Promise<void>;

  /** Administrators, as all three. `adapter`: the one to look at, or null for the chosen one. */
  caseSystem(viewer: Viewer, adapter: string | null): Promise<CaseSystemPage>;
  /** Fields: adapter, its settings, secret (empty: the kept one stays), choose ("yes": it is filed to from now on). */
  saveCaseSystem(viewer: Viewer, form: unknown): Promise<void>;
  /** Fields as above; nothing is kept. */
  tryCaseSystem(viewer: Viewer, form: unknown): Promise<CaseSystemTrial>;

  /** A job: brings a filing on from wherever it stands, and asks for the receipt where it is handed over. */
  deliver(payload: { filingId: string }): Promise<void>;
};
