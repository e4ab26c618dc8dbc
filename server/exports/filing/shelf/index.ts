import { sha256 } from "../../../sha256";
import { spokenFacts } from "../facts";
import { createTurns } from "../http/turns";
import { checkSize, safelyNamed } from "../manifest";
import { checkedClientId } from "../names";
import { asFailure, type CaseSystem, CaseSystemError, type Delivery, type Parcel } from "../port";
import { filesIn } from "../receipt";
import { markOf, shortHash } from "./mark";
import type { Entry, Following, Shelf, ShelfCase, Shelved } from "./shapes";

export type { Entry, Shelf, ShelfCase, Shelved } from "./shapes";

const LONGEST_TITLE = 255;

/**
 * Filing to a system that takes one document at a time and has no word for "the same again". Every document bears a mark
 * of ours; what bears it is looked for before anything is added, only what is missing is added, and the answer to adding
 * proves nothing: what counts is what is found afterwards, read back where that can be done. [F17]
 */
export function createOnShelf(shelf: Shelf): CaseSystem {
  const inTurn = createTurns();
  const { finalize } = shelf;
  return {
    name: shelf.name,
    capabilities: {
      ...shelf.capabilities,
      createCase: false,
      newVersion: false,
      asyncReceipts: false,
      formats: ["*/*"],
    },
    findCase: (caseNumber) => shelf.findCase(caseNumber),
    file: (parcel) => inTurn(parcel.clientId, () => file(shelf, parcel, null)),
    addVersion: (parcel, earlier) => inTurn(parcel.clientId, () => file(shelf, parcel, earlier)),
    ...(finalize
      ? { finalize: (parcel: Parcel) => inTurn(parcel.clientId, () => finish(shelf, finalize, parcel)) }
      : {}),
    poll: (parcel) => poll(shelf, parcel),
    health: async () => {
      try {
        await shelf.knock();
        return { ok: true };
      } catch (error) {
        const { kind, message } = asFailure(error);
        return { ok: false, kind, problem: message };
      }
    },
  };
}

async function file(shelf: Shelf, parcel: Parcel, earlier: Following): Promise<Delivery> {
  checkedClientId(parcel.clientId);
  checkSize(parcel, shelf.capabilities.maxBytes);
  const found = await openCase(shelf, parcel);
  const there = await ours(shelf, found, parcel);
  const missing = entriesOf(parcel, earlier).filter(({ index }) => !there.has(index + 1));
  if (missing.length > 0 && !found.isOpen) throw new CaseSystemError("case_closed", "The case is closed.");
  for (const entry of missing) await shelf.add(found, entry);
  const after = missing.length > 0 ? await ours(shelf, found, parcel) : there;
  if (after.size <= parcel.attachments.length)
    throw new CaseSystemError("unknown", "A document was taken and cannot be found.");
  return deliveryOf(shelf, parcel, after);
}

async function poll(shelf: Shelf, parcel: Parcel): Promise<Delivery | { state: "begun" } | null> {
  checkedClientId(parcel.clientId);
  const found = await shelf.findCase(parcel.caseNumber);
  if (!found) return null;
  const there = await ours(shelf, found, parcel);
  if (there.size === 0) return null;
  return there.size > parcel.attachments.length ? deliveryOf(shelf, parcel, there) : { state: "begun" };
}

async function finish(shelf: Shelf, finalize: NonNullable<Shelf["finalize"]>, parcel: Parcel): Promise<Delivery> {
  const found = await openCase(shelf, parcel);
  const there = await ours(shelf, found, parcel);
  for (const document of there.values()) if (!document.isFinal) await finalize(document);
  return deliveryOf(shelf, parcel, await ours(shelf, found, parcel));
}

async function openCase(shelf: Shelf, parcel: Parcel): Promise<ShelfCase> {
  const found = await shelf.findCase(parcel.caseNumber);
  if (!found) throw new CaseSystemError("no_case", "There is no case with that number.");
  return found;
}

/** Our documents by their part. Should one be there twice, the first is the one: whoever tidies up keeps that. */
async function ours(shelf: Shelf, found: ShelfCase, parcel: Parcel): Promise<Map<number, Shelved>> {
  const documents = await shelf.documentsOf(found, parcel);
  if (documents.some(({ mark }) => mark.parcel !== shortHash(parcel)))
    throw new CaseSystemError("conflict", `${parcel.clientId} is filed already, with other files.`);
  const byPart = new Map<number, Shelved>();
  for (const document of documents) if (!byPart.has(document.mark.part)) byPart.set(document.mark.part, document);
  return byPart;
}

async function deliveryOf(shelf: Shelf, parcel: Parcel, there: ReadonlyMap<number, Shelved>): Promise<Delivery> {
  const { read } = shelf;
  if (read) await compare(read, parcel, there);
  const documents = [...there.values()];
  const main = there.get(1);
  if (!main || documents.some(({ isFinal }) => !isFinal)) return { state: "delivered" };
  return {
    state: "filed",
    receipt: {
      filingId: parcel.clientId,
      caseNumber: parcel.caseNumber,
      documentNumber: main.number,
      receivedAt: main.at,
      files: filesIn(parcel),
      isReadBack: read !== undefined,
    },
  };
}

/** The case system's own bytes are what we sent, or there is no receipt. [F4] */
async function compare(read: NonNullable<Shelf["read"]>, parcel: Parcel, there: ReadonlyMap<number, Shelved>) {
  for (const [index, sent] of [parcel.main, ...parcel.attachments].entries()) {
    const document = there.get(index + 1);
    if (document && sha256(await read(document)) !== sent.sha256)
      throw new CaseSystemError("conflict", `Document ${document.number} is not what was sent.`);
  }
}

function entriesOf(parcel: Parcel, earlier: Following): Entry[] {
  const { title, description } = parcel.metadata;
  const follows = earlier ? `\nNy version af dokument ${earlier.documentNumber}.` : "";
  return safelyNamed(parcel).map((one, index) => {
    const mark = markOf(parcel, index);
    const named = index === 0 ? title : `${title} – ${one.name}`;
    return {
      parcel,
      file: one,
      index,
      mark,
      title: named.slice(0, LONGEST_TITLE).toWellFormed(),
      description: `${description}${spokenFacts(parcel.metadata)}${follows}\nSamsvar (${mark})`,
    };
  });
}
