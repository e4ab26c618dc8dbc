import type { Stance } from "../../app/document-model/document";
import type { CenterId, ClauseId, ResponseId, SourceId, SourceVersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import type { RecordedOutcome } from "../outcomes/shapes";
import type { ResponseStatus } from "../standing/shapes";

export const HIT_KINDS = ["source", "clause", "remark", "response"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** How a hit was found, the best first: inflections of the words, words that begin so, words that are nearly so. */
export const WAYS = ["stem", "beginning", "near"] as const;
export type Way = (typeof WAYS)[number];

/** A piece of a text; the pieces that are hits are marked. */
export type Part = { text: string; isHit: boolean };

type Found = { id: string; way: Way; title: Part[]; text: Part[]; at: Date };
type OfSource = { versionId: SourceVersionId; sourceTitle: string; sourceLabel: string };
type Said = Pick<Remark, "by" | "outcome">;
type OfHearing = { responseId: ResponseId; userKey: string; hearing: string };

export type Hit = Found &
  (
    | ({ kind: "source" } & OfSource)
    | ({ kind: "clause"; clauseId: ClauseId } & OfSource)
    | ({ kind: "remark"; blockId: string; heading: string; centers: string[]; clauses: string[] } & Said & OfHearing)
    | ({ kind: "response" } & OfHearing)
  );

/** As they stand in the address; what is no year, id or kind filters nothing. */
export type Filters = { year: string; center: string; source: string; kind: string; stance: string };
export type Asked = Partial<Filters> & { query: string; page?: number };

export type SearchPage = {
  /** What was searched for: trimmed, at most 500 characters. */
  query: string;
  filters: Filters;
  /** Why nothing was searched for: nothing was written, or only words like "og" and "i" that are in every text. */
  unsearched: "nothing-asked" | "only-small-words" | null;
  hits: Hit[];
  page: number;
  pages: number;
  /** Of what is ranked; there may be more when `isBounded`. */
  total: number;
  isBounded: boolean;
  choices: {
    years: number[];
    centers: { id: CenterId; name: string }[];
    sources: { id: SourceId; title: string }[];
  };
};

/** One paragraph that was linked to a clause, on behalf of one or more centers. */
export type Remark = {
  responseId: ResponseId;
  blockId: string;
  text: string;
  heading: string;
  /** Of the clauses asked about, those it is linked to. */
  clauseIds: ClauseId[];
  centers: string[];
  /** The centers again, each with what it is to the clauses asked about; twice when it is two things. */
  by: { center: string; stance: Stance | null }[];
  outcome: RecordedOutcome | null;
  /** Whether the viewer may record what the sender made of it. */
  mayRecord: boolean;
  userKey: string;
  hearing: string;
  status: ResponseStatus;
  /** When the newest round was sent for approval; before the first, when the text was begun. */
  at: Date;
};

/** A clause by what it is called and says, and the version it is of. */
export type Wording = {
  id: ClauseId;
  number: string;
  heading: string;
  text: string;
  versionId: SourceVersionId;
  edition: number;
  label: string;
};

/** What a clause has become in a version that follows its own. */
export type Next = { versionId: SourceVersionId; edition: number; label: string } & (
  | { state: "carried"; to: Wording[] }
  | { state: "dropped" | "met" | "undecided" }
);

/** What was ever said of a clause and of those it came from. `total`: of all pages, the texts they stand in too. */
export type ClauseHistory = {
  remarks: Remark[];
  page: number;
  pages: number;
  total: { remarks: number; texts: number };
  /** There are more than are shown. */
  isBounded: boolean;
  /** The clauses it came from, the nearest first: what they said when remarks were given on them. */
  earlier: Wording[];
  next: Next[];
};

/** The door of search/: what was said before, found by words or by the clause it was said of. */
export type Search = {
  /** For who reads hearings; others are refused `not-for-your-role`. Never refuses what is written. */
  search(viewer: Viewer, asked: Asked): Promise<SearchPage>;
  /**
   * Every remark ever given on these clauses (one, or one and those it came from), the newest hearing first, at most 500.
   * Nothing for who does not read hearings; ids that are none, or another municipality's, are passed over. [Q5]
   */
  remarks(viewer: Viewer, clauseIds: readonly string[]): Promise<Remark[]>;
  /** The same of a clause and those it came from (`ancestors` of carry-over/, itself first), a page at a time, and what it has become. [Q8] */
  history(viewer: Viewer, clauseIds: readonly string[], page?: number): Promise<ClauseHistory>;
};
