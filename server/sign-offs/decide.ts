import type * as Y from "yjs";
import { isEmptyPart, partOf } from "../../app/document-model/part";
import { readDocument } from "../../app/document-model/read";
import type { Transaction } from "../../db/client";
import { type CenterId, isId, newId, type SignOffId } from "../../db/ids";
import { signOff } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { linkedNow } from "../links";
import { lockedMatterOfResponse, type Matter } from "../standing";
import { mayRead } from "../standing/rules";
import { anchorsOf, clientsIn, goneIn } from "./anchors";
import { NO_TEXT, withBeside } from "./beside";
import type { SignOffDeps } from "./deps";
import { type Ground, groundOf, type KeptPart } from "./queries";
import { remember } from "./reading";
import { answerTo, hashOf, signingProblem, stateOf, type Wanted } from "./rules";

export type Place = { responseId: string; centerId: string };
export type ResponseMatter = Matter & { response: NonNullable<Matter["response"]> };

/** The part under its locks, and whose writing it is. */
type Read = { part: KeptPart; clients: Set<number>; epoch: number; seq: number };
export type Decided = Read & { matter: ResponseMatter; centerId: CenterId };

/**
 * Writes a decision about a center's part, under the hearing's lock and the document's: a key typed at the same moment is
 * in the part that is judged, or comes after the sign-off and makes it lapse. Null: it stood so already. [A25]
 */
export async function decide(
  deps: SignOffDeps,
  tx: Transaction,
  viewer: Viewer,
  place: Place,
  wanted: Wanted,
): Promise<Decided | null> {
  const { matter, centerId } = await placeToDecide(tx, viewer, place);
  const ground = await groundOf(tx, matter, "lock");
  const read = await readLocked(deps, tx, matter, centerId, ground);
  const { part } = read;
  const newest = ground.newest.get(centerId) ?? null;
  const now = {
    state: stateOf(newest, part, ground.carried),
    sha256: hashOf(part),
    isEmpty: isEmptyPart(part),
  };
  const answer = answerTo(wanted, viewer.id, newest, now);
  if (answer === "again") return null;
  if (answer !== "decide") throw new Refusal(answer === "empty-part" ? "invalid" : "conflict", answer);
  const decided = { ...read, matter, centerId };
  await write(deps, tx, viewer, decided, { wanted, sha256: now.sha256, number: (newest?.number ?? 0) + 1 });
  return decided;
}

async function placeToDecide(tx: Transaction, viewer: Viewer, { responseId, centerId }: Place) {
  if (!mayRead(viewer) || !isId<CenterId>(centerId)) throw notFound();
  const matter = await lockedMatterOfResponse(tx, viewer, responseId);
  const problem = signingProblem(viewer, centerId, matter.standing);
  if (problem === "not-found") throw notFound();
  if (problem) throw new Refusal(problem === "part-not-open" ? "conflict" : "forbidden", problem);
  return { matter, centerId };
}

/** `amend` that changes nothing: the text at the head of the log, which nobody adds to before the end of the transaction. */
async function readLocked(
  { documents }: SignOffDeps,
  tx: Transaction,
  matter: ResponseMatter,
  centerId: CenterId,
  { carried, ground }: Ground,
): Promise<Read> {
  // Whoever says how far a center is with a goal waits for the hearing's lock too: it is in this part, or comes after it. [A33]
  const beside = await withBeside(tx, matter, NO_TEXT, carried);
  const read = (doc: Y.Doc) => {
    const part = partOf({ ...beside, ...linkedNow(readDocument(doc), carried) }, centerId, ground);
    const ids = new Set(part.paragraphs.map(({ id }) => id));
    return { part: { ...part, anchors: anchorsOf(doc, ids), gone: goneIn(doc, ids) }, clients: clientsIn(doc, ids) };
  };
  const { answer, epoch, headSeq: seq } = await documents.amend(tx, matter.response.documentId, null, read);
  return { ...answer, epoch, seq };
}

async function write(
  { clock, audit }: SignOffDeps,
  tx: Transaction,
  viewer: Viewer,
  { matter, centerId, part, epoch, seq }: Decided,
  { wanted, sha256, number }: { wanted: Wanted; sha256: string; number: number },
): Promise<void> {
  const { decision } = wanted;
  const reason = wanted.decision === "returned" ? wanted.reason : null;
  const [responseId, at] = [matter.response.id, clock.now()];
  const of = { municipalityId: viewer.municipality.id, responseId, centerId };
  const row = { id: newId<SignOffId>(), ...of, number, decision, sha256, part, epoch, seq, by: viewer.id, at, reason };
  await tx.insert(signOff).values(row);
  if (decision === "signed") await remember(tx, { personId: viewer.id, responseId, centerId }, { part, at }, "anew");
  await audit.record(tx, actorOf(viewer), {
    event: decision === "signed" ? "part-signed-off" : "part-returned",
    objectKind: "response",
    objectId: responseId,
    data: { centerId, number, sha256, ...(reason ? { reason } : {}) },
  });
}
