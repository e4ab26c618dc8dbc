import type { Transaction } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import type { KLE_KINDS } from "../../db/schema/kle";
import type { FieldCodes } from "../errors";
import type { Viewer } from "../identity/viewer";

/** Topics (29.30.00) or facets (G01). */
export type KleKind = (typeof KLE_KINDS)[number];

/** A number of KLE as its list has it; days are Danish calendar days, both of them included. */
export type KleNumber = {
  number: string;
  title: string;
  validFrom: string | null;
  validTo: string | null;
  /** What takes its place, where the list says so and has it. */
  successor: { number: string; title: string } | null;
};

export type KleListPage = {
  edition: string;
  fileName: string;
  count: number;
  importedBy: string;
  importedAt: Date;
  /** Those that end from today on, the soonest first, a handful. */
  ending: KleNumber[];
};

export type KlePage = {
  topics: KleListPage | null;
  facets: KleListPage | null;
  /** What filings start with; empty until somebody has chosen. */
  facet: string;
  facetTitle: string | null;
};

/** What has been brought: "same" is the list that is in use already, and nothing was changed. */
export type KleImported = { kind: KleKind; count: number; same: boolean };

/** What somebody wants to use on a day. */
export type KleUse = { kle: string; facet?: string };

/** The door of kle/: which numbers a municipality files by, and whether one may be used on a day. */
export type Kle = {
  /** Administrators. */
  page(viewer: Viewer): Promise<KlePage>;
  /** Administrators. Fields: file (OS2KLE.txt, or the XML of KLE-Online), edition (a day; may be left out). Replaces the whole list. [F19] */
  bring(viewer: Viewer, form: unknown): Promise<KleImported>;
  /** Administrators. Fields: facet; empty: none. */
  chooseFacet(viewer: Viewer, form: unknown): Promise<void>;
  /** Up to a dozen numbers by number or words, the likeliest first; a whole number gives that one. Null: there is no list. */
  lookUp(viewer: Viewer, kind: string, query: string): Promise<KleNumber[] | null>;
  /** What filings are to start with. */
  facetOf(municipalityId: MunicipalityId): Promise<string>;
  /**
   * What is wrong with using these on a day, by field; nothing where there is no list to look in. The codes carry the days
   * and the successor behind bars: `kle-expired|29.30.08|2026-12-31`. [F20]
   */
  wrongWith(municipalityId: MunicipalityId, use: KleUse, day: string, tx?: Transaction): Promise<FieldCodes>;
  /** The titles that stand in the lists now, empty where there is none. */
  titles(municipalityId: MunicipalityId, use: Required<KleUse>): Promise<{ kle: string; facet: string }>;
};
