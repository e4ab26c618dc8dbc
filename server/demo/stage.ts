import type { CenterId, ConsultationId, ResponseId, SourceVersionId } from "../../db/ids";
import type { Agreements, ClauseRow, SourceKind } from "../agreements/shapes";
import type { Comments } from "../comments/shapes";
import type { Guests } from "../consultations/guests/shapes";
import type { ConsultationKind, Consultations } from "../consultations/shapes";
import type { DocumentStore } from "../document-store/shapes";
import type { Exports } from "../exports/shapes";
import type { Goals } from "../goals/shapes";
import type { Viewer } from "../identity/viewer";
import type { Initiatives } from "../initiatives/shapes";
import type { Kle } from "../kle/shapes";
import type { Links } from "../links/shapes";
import type { Notices } from "../notices/shapes";
import type { Outcomes } from "../outcomes/shapes";
import type { Responses } from "../responses/shapes";
import type { Reviews } from "../reviews/shapes";
import type { Suggestions } from "../suggestions/shapes";
import type { DemoCalendar } from "./calendar";
import { momentOf } from "./calendar";
import type { DemoCenter, DemoPerson } from "./people";
import type { DemoPassage, DemoTarget } from "./text";
import { writePassage } from "./write";

/** The doors that the demo's people go through, as anybody would. */
export type DemoDoors = {
  agreements: Agreements;
  consultations: Consultations & { guests: Guests };
  responses: Responses;
  links: Links;
  goals: Pick<Goals, "say">;
  reviews: Reviews;
  exports: Exports;
  kle: Pick<Kle, "chooseFacet">;
  outcomes: Outcomes;
  notices: Pick<Notices, "markAllRead">;
  comments: Pick<Comments, "start" | "act">;
  suggestions: Pick<Suggestions, "save">;
  initiatives: Pick<Initiatives, "add" | "addIndicator" | "count">;
  documents: DocumentStore;
  projections: { refresh(payload: { documentId: string }): Promise<void> };
};

export type Stage = {
  doors: DemoDoors;
  calendar: DemoCalendar;
  person(key: DemoPerson): Viewer;
  center(key: DemoCenter): CenterId;
  /** Sets the clock that the doors read. */
  setClock(at: Date): void;
};

/** A hearing or an assessment on the stage. */
export type Matter = {
  consultationId: ConsultationId;
  responseId: ResponseId;
  versionId: SourceVersionId;
  clauses: ClauseRow[];
};

export type Paper = {
  title: string;
  kind: SourceKind;
  publisher: string;
  label: string;
  fileName: string;
  text: string;
};
export type Call = {
  kind: ConsultationKind;
  versionId: SourceVersionId;
  title: string;
  sender: string;
  deadline: string;
  deadlineTime?: string;
  caseNumber: string;
  kle: string;
};
export type Share = { center: DemoCenter; clauses: readonly string[]; deadline: string };

/** It is that hour of that day from here on. */
export function itIs(stage: Stage, day: string, time: string): void {
  stage.setClock(momentOf(day, time));
}

/** The coordinator imports a paper, as a version of the source of that title when there is one, and accepts it as it was read. */
export async function importPaper({ doors, person }: Stage, paper: Paper): Promise<SourceVersionId> {
  const coordinator = person("tovholder");
  const { text, fileName, ...head } = paper;
  const file = new File([text], fileName, { type: "text/markdown" });
  const known = (await doors.agreements.list(coordinator)).find((source) => source.title === paper.title);
  const versionId = await doors.agreements.propose(coordinator, { ...head, file, sourceId: known?.id });
  const { revision } = await doors.agreements.proposal(coordinator, versionId);
  await doors.agreements.accept(coordinator, versionId, { revision: String(revision) });
  return versionId;
}

/** What is done with a matter once its clauses are shared out, and before its text begins. */
type Before = (hearing: Omit<Matter, "responseId">) => Promise<void>;

/** The coordinator opens a hearing, shares out the clauses, and begins the text; the municipality next door is asked in first where it has a share. */
export async function openMatter(
  stage: Stage,
  call: Call,
  shares: readonly Share[],
  before: Before = async () => {},
): Promise<Matter> {
  const { doors, person, center } = stage;
  const coordinator = person("tovholder");
  const consultationId = await doors.consultations.open(coordinator, call);
  if (shares.some((share) => share.center === "nabo")) await inviteNeighbour(stage, consultationId);
  const { clauses } = await doors.agreements.version(coordinator, call.versionId);
  for (const share of shares) {
    const clauseId = share.clauses.map((name) => clauseNamed(clauses, name).id);
    const given = { clauseId, centerId: center(share.center), deadline: share.deadline };
    await doors.consultations.assign(coordinator, consultationId, given);
  }
  await before({ consultationId, versionId: call.versionId, clauses });
  const responseId = await doors.responses.start(coordinator, consultationId);
  return { consultationId, responseId, versionId: call.versionId, clauses };
}

async function inviteNeighbour({ doors, person, center }: Stage, consultationId: ConsultationId): Promise<void> {
  const { guests } = doors.consultations;
  const neighbour = person("nabo.tovholder");
  await guests.invite(person("tovholder"), consultationId, { municipalityId: neighbour.municipality.id });
  await guests.accept(neighbour, consultationId, { centerId: center("nabo") });
}

/** Somebody in a hearing: a neighbour is its guest there. */
export function personIn({ doors, person }: Stage, { consultationId }: Matter, key: DemoPerson): Promise<Viewer> {
  return doors.consultations.guests.viewerAt(person(key), { consultationId });
}

/** One person writes one passage; their name stands in the log. */
export async function write(stage: Stage, matter: Matter, passage: DemoPassage): Promise<void> {
  const { doors, center } = stage;
  const author = await personIn(stage, matter, passage.by);
  const { documentId } = await doors.responses.page(author, matter.responseId);
  const loaded = await doors.documents.load(documentId);
  if (!loaded) throw new Error(`Expected a document ${documentId}; found none.`);
  const { doc } = loaded;
  const payload = writePassage(doc, passage, { target: (to) => targetNamed(matter, to), center });
  doc.destroy();
  const update = { payload, origin: "client" as const, userId: author.id, sessionId: null, claim: null };
  const { refused } = await doors.documents.append(new Map([[documentId, { epoch: loaded.epoch, updates: [update] }]]));
  if (refused.size > 0) throw new Error(`The demo document refused an update: ${[...refused.values()].join()}.`);
  await doors.projections.refresh({ documentId });
}

function targetNamed(matter: Matter, to: DemoTarget) {
  if (to === "source") return { kind: "source" as const, id: matter.versionId };
  return { kind: "clause" as const, id: clauseNamed(matter.clauses, to).id };
}

/** By its number, or by the opening words of a goal. */
export function clauseNamed(clauses: readonly ClauseRow[], name: string): ClauseRow {
  const named = clauses.filter(
    (clause) => clause.kind !== "section" && (clause.number === name || clause.text.startsWith(name)),
  );
  const [found, ...others] = named;
  if (!found || others.length > 0)
    throw new Error(`Expected one clause "${name}" in the paper; found ${named.length}.`);
  return found;
}
