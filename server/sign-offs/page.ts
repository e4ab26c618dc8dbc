import type { Part } from "../../app/document-model/part";
import { partChanges } from "../../app/document-model/part-changes";
import { readDocument } from "../../app/document-model/read";
import { type CenterId, isId } from "../../db/ids";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { earlierClauses, linkedNow } from "../links";
import { matterOfResponse } from "../standing";
import { isCoordinator, mayRead, maySignOff } from "../standing/rules";
import { withBesideThen } from "./beside";
import type { Place, ResponseMatter } from "./decide";
import type { SignOffDeps } from "./deps";
import { lapseOf } from "./lapse";
import { headingsOver, textOfPart } from "./part-text";
import { type Ground, groundOf } from "./queries";
import { lastLook, readingOf } from "./reading";
import { asOfNow, hashOf } from "./rules";
import type { Lapse, PartPage } from "./shapes";
import { besideSince, type StandingWithPart, standingsOf } from "./standings";

/** A center's part as its manager reads it: what changed, what is open, and what they may say. */
export async function page(deps: SignOffDeps, viewer: Viewer, { responseId, centerId }: Place): Promise<PartPage> {
  const { db, agreements } = deps;
  const { matter, status, ground, doc, text, standings } = await textNow(deps, viewer, responseId);
  const own = standings.find(({ center }) => center.id === centerId);
  const row = own && ground.newest.get(own.center.id);
  if (!own || !isId<CenterId>(centerId)) throw notFound();
  const lapse =
    row && own.state === "lapsed"
      ? await lapseOf(db, matter, row, { ...own, doc, text, carried: ground.carried })
      : null;
  doc.destroy();
  const { part, changes: _, beside: __, ...standing } = own;
  const clauses = await agreements.clauses(viewer, matter.consultation.versionId);
  const named = namedIn(part);
  return {
    responseId: matter.response.id,
    consultationId: matter.consultation.id,
    status,
    standing,
    sha256: hashOf(part),
    text: textOfPart(text, part),
    under: headingsOver(part),
    clauses: clauses.filter(({ id }) => named.has(id)),
    earlier: (await earlierClauses(db, ground.carried)).filter(({ id }) => named.has(id)),
    lapse,
    news: await newsFor(deps, viewer, { matter, ground, own, lapse }),
    holes: await holesOf(deps, viewer, matter, centerId),
    centers: standings.map(({ center, state, hasText }) => ({ center, state, hasText })),
    can: {
      sign: maySignOff(viewer, centerId, matter.standing) && isSignable(own),
      giveBack: maySignOff(viewer, centerId, matter.standing) && own.hasText && own.state !== "returned",
      giveSections: isCoordinator(viewer) && status === "writing",
    },
  };
}

/** The text as it stands, with whose each paragraph is. First what was decided, then the text: see tell-lapses. */
export async function textNow({ db, documents }: SignOffDeps, viewer: Viewer, responseId: string) {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(db, viewer, responseId);
  const { status } = matter.standing;
  if (status === "not-started") throw notFound();
  const ground = await groundOf(db, matter);
  const loaded = await documents.load(matter.response.documentId);
  if (!loaded) throw notFound();
  const linked = linkedNow(readDocument(loaded.doc), ground.carried);
  const text = await withBesideThen(db, matter, linked, ground.carried);
  return { matter, status, ground, doc: loaded.doc, text, standings: standingsOf(ground, text) };
}

/** The clauses that the part speaks of: of a source of hundreds the page shows no other. */
function namedIn({ paragraphs, beside }: Part): ReadonlySet<string> {
  const inText = paragraphs.flatMap(({ said }) => [...said.links.map(({ id }) => id), ...(said.of ? [said.of] : [])]);
  return new Set([...inText, ...[...(beside?.goals ?? []), ...(beside?.initiatives ?? [])].map(({ goal }) => goal)]);
}

function isSignable({ state, hasText, decision }: StandingWithPart): boolean {
  return state !== "signed" && (hasText || decision !== null);
}

type About = { matter: ResponseMatter; ground: Ground; own: StandingWithPart; lapse: Lapse | null };

/** What is marked in the text: what the sign-off does not cover, else what is new to the viewer. [A29] */
async function newsFor(
  { db, clock }: SignOffDeps,
  viewer: Viewer,
  { matter, ground, own, lapse }: About,
): Promise<PartPage["news"]> {
  if (lapse) return { since: lapse.since, isFirst: false, changes: own.changes, beside: own.beside };
  const reader = { personId: viewer.id, responseId: matter.response.id, centerId: own.center.id };
  const last = lastLook(await readingOf(db, reader), clock.now());
  if (!last) return null;
  const then = asOfNow(last.part, ground.carried);
  const [changes, beside] = [partChanges(then, own.part), besideSince(then, own.part)];
  return { since: last.at, isFirst: last.isFirst, changes, beside };
}

async function holesOf(
  { links }: SignOffDeps,
  viewer: Viewer,
  { consultation }: ResponseMatter,
  centerId: CenterId,
): Promise<PartPage["holes"]> {
  const { cells, clauses } = await links.coverage(viewer, consultation.id);
  const paths = new Map(clauses.map(({ id, path }) => [id, path]));
  const holes = cells.filter((cell) => cell.isHole && cell.centerId === centerId);
  return holes.map(({ clauseId, state }) => {
    return { clauseId, clause: paths.get(clauseId) ?? "", isAgain: state === "look-again" };
  });
}
