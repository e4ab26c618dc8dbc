import { and, asc, gt, isNull, or } from "drizzle-orm";
import type { ResponseDocument } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import { sectionUnder, wordsOf } from "../../app/document-model/sections";
import type { Queryable } from "../../db/client";
import { centerNameIn, guestsLast, mayBeGiven } from "../../db/guests";
import { type CenterId, type ClauseId, type InitiativeId, isId } from "../../db/ids";
import { center } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import { carriedFor } from "../carry-over";
import { danishDay } from "../clock";
import { documentIn } from "../document-store";
import { notFound, Refusal } from "../errors";
import { centersOf, type Viewer } from "../identity/viewer";
import { type Matter, matterOfConsultation } from "../standing";
import { mayCount, mayRead, mayTend } from "../standing/rules";
import type { InitiativeDeps } from "./deps";
import {
  type Approved,
  type ApprovedText,
  approvedFollowUps,
  asSaid,
  type InitiativeFound,
  indicatorsOf,
  initiativeRows,
  initiativesIn,
  onClauses,
} from "./queries";
import { initiativesSaid, withInitiatives } from "./said";
import type { FollowedGoal, InitiativeBoard, InitiativeNow, InitiativeRow, Initiatives, LastTime } from "./shapes";
import { newSince } from "./since";

/** A follow-up's goals with their initiatives: figures, this time's text beside last time's, and what the viewer may do. [M15] */
export async function board(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
): Promise<InitiativeBoard | null> {
  const { db, clock, agreements } = deps;
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { consultation, response, standing } = matter;
  if (consultation.kind !== "follow-up") return null;
  const clauses = await agreements.clauses(viewer, consultation.versionId);
  const carried = await carriedFor(db, viewer, consultation.versionId);
  const found = shownTo(viewer, await initiativesIn(db, consultation, carried));
  const goals = clauses.filter(({ kind }) => kind === "goal").map((goal) => goalOf(goal, clauses));
  const known = new Set(goals.map(({ id }) => id));
  const text = await textNow(deps, matter);
  const followed = withInitiatives(text, await initiativesSaid(db, consultation, carried)).initiatives;
  const headings = new Map(followed?.said.map(({ id, heading }) => [id, heading ?? null]));
  const before = await approvedFollowUps(db, viewer, consultation.id);
  const today = danishDay(clock.now());
  const here = found.filter(({ clauseId }) => known.has(clauseId));
  const rows = await withFigures(db, here, { before, viewer, today });
  const initiatives = rows.map((row): InitiativeNow => {
    const heading = headings.get(row.id) ?? null;
    const lines = heading ? wordsOf(sectionUnder(text, heading)) : [];
    const takesPart = standing.participating.includes(row.centerId);
    return { ...row, heading, lines, takesPart, mayTend: mayTend(viewer, row.centerId, standing) };
  });
  const centers = await centersFor(db, viewer, matter, today);
  return { responseId: response?.id ?? null, goals, initiatives, centers, today };
}

/** What has ended stands in no joint text: a guest sees of it what was its own centers'. [J19] */
function shownTo<Row extends Pick<InitiativeFound, "endedOn" | "centerId">>(
  viewer: Viewer,
  rows: readonly Row[],
): Row[] {
  const own = centersOf(viewer);
  return rows.filter(({ endedOn, centerId }) => !viewer.guest || endedOn === null || own.includes(centerId));
}

/** The text as it reads now; an empty one before it is begun. */
async function textNow({ documents }: InitiativeDeps, { response }: Matter): Promise<ResponseDocument> {
  const loaded = response && (await documents.load(response.documentId));
  if (!loaded) return { schemaVersion: 2, blocks: [], links: {} };
  const text = readDocument(loaded.doc);
  loaded.doc.destroy();
  return text;
}

async function withFigures(
  db: Queryable,
  found: readonly InitiativeFound[],
  { before, viewer, today }: { before: readonly Approved[]; viewer: Viewer; today: string },
): Promise<InitiativeRow[]> {
  const indicators = await indicatorsOf(
    db,
    found.map(({ id }) => id),
  );
  const texts = before.map((one) => ({ ...one, text: documentIn(one) }));
  const [last, isNew] = [lastTimes(texts), newSince(texts)];
  return found.map(({ closedOn, ...row }) => {
    const own = indicators.filter(({ initiativeId }) => initiativeId === row.id);
    const goesOn = row.endedOn === null;
    return {
      ...row,
      isLeft: goesOn && closedOn !== null && closedOn <= today,
      indicators: own.map((one) => ({
        ...asSaid(one),
        id: one.id,
        figures: one.figures.map((figure) => ({ ...figure, isNew: isNew(one.id, figure) })),
      })),
      last: last.get(row.id) ?? null,
      mayCount: goesOn && mayCount(viewer, row.centerId),
    };
  });
}

/** By initiative, the newest approved follow-up that has it. The words are those that were approved. */
function lastTimes(before: readonly ApprovedText[]): Map<InitiativeId, LastTime> {
  const found = new Map<InitiativeId, LastTime>();
  for (const { responseId, userKey, title, approvedAt, text } of before) {
    for (const { id, heading, centerName } of text.initiatives?.said ?? []) {
      if (!heading || !isId<InitiativeId>(id) || found.has(id)) continue;
      const lines = wordsOf(sectionUnder(text, heading));
      if (lines.length > 0) found.set(id, { responseId, userKey, title, approvedAt, center: centerName, lines });
    }
  }
  return found;
}

async function centersFor(
  db: Queryable,
  viewer: Viewer,
  { consultation, standing }: Pick<Matter, "consultation" | "standing">,
  today: string,
): Promise<InitiativeBoard["centers"]> {
  const { id, name, closedOn } = center;
  const hearing = consultation.id;
  const isOpen = and(mayBeGiven(viewer.municipality.id, hearing), or(isNull(closedOn), gt(closedOn, today)));
  const rows = await db
    .select({ id, name: centerNameIn(hearing) })
    .from(center)
    .where(isOpen)
    .orderBy(...guestsLast(hearing), asc(name));
  const own = new Set<CenterId>(centersOf(viewer));
  const may = rows.filter((row) => mayTend(viewer, row.id, standing));
  return [...may.filter((row) => own.has(row.id)), ...may.filter((row) => !own.has(row.id))];
}

function goalOf({ id, number, heading, text, parentId }: ClauseRow, clauses: readonly ClauseRow[]): FollowedGoal {
  const parent = clauses.find((one) => one.id === parentId);
  return { id, number, heading, text, area: parent?.heading || parent?.text || "" };
}

/** Everything that was ever done towards a goal, those that go on first. [M15] */
export async function ofGoal(
  { db, clock }: InitiativeDeps,
  viewer: Viewer,
  asked: readonly string[],
): ReturnType<Initiatives["ofGoal"]> {
  const ids = asked.filter((id) => isId<ClauseId>(id));
  const today = danishDay(clock.now());
  // A guest has no page of the host's goals. [J12]
  if (!mayRead(viewer) || viewer.guest || ids.length === 0) return { initiatives: [], today };
  const found = await initiativeRows(db, viewer.municipality.id, onClauses(ids));
  if (found.length === 0) return { initiatives: [], today };
  const rows = await withFigures(db, found, { before: await approvedFollowUps(db, viewer), viewer, today });
  const [going, ended] = [rows.filter(({ endedOn }) => !endedOn), rows.filter(({ endedOn }) => endedOn)];
  return { initiatives: [...going, ...ended], today };
}
