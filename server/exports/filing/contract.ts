import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "../../sha256";
import { bring, finish } from "./bring";
import { asFailure, type CaseSystem, type Delivery, type Earlier, FAILURES, type FiledFile, type Parcel } from "./port";

/** A case system of its own for one test. */
export type Room = {
  system: CaseSystem;
  /** The same case system, as another node of ours reaches it. */
  elsewhere: () => CaseSystem;
  /** The same case system while it is away: nobody answers there. */
  away: () => CaseSystem;
  /** Lets a system that answers later answer what it was sent. */
  answer?: () => Promise<void>;
  /** It cannot be asked what it has of a client id but within one case; a filing keeps its case, so we never need to. */
  looksWithinCase?: boolean;
  /** How many documents there are, ours and others'. */
  documents: () => Promise<number>;
};

type Make = () => Promise<Room>;

/** What every adapter must pass, our own and those of real case systems' fakes alike. [F2] */
export function caseSystemContract(make: Make): void {
  filesOnce(make);
  holdsAtOnce(make);
  followsEarlier(make);
  knowsItsCases(make);
  takesAnyName(make);
  outlastsAbsence(make);

  test("a client id never filed is unknown, and one that is no id is refused", async () => {
    const { system } = await make();
    expect(await system.poll(parcelOf("x"))).toBeNull();
    await expect(system.file({ ...parcelOf("x"), clientId: "../../etc" })).rejects.toMatchObject({
      kind: "bad_metadata",
    });
  });

  test("what is too big is refused before anything is sent", async () => {
    const { system, documents } = await make();
    const parcel = parcelOf("x");
    const main = { ...parcel.main, bytes: new Uint8Array(system.capabilities.maxBytes + 1) };
    await expect(system.file({ ...parcel, main })).rejects.toMatchObject({ kind: "too_big" });
    expect(await documents()).toBe(0);
  });

  test("is healthy", async () => {
    expect(await (await make()).system.health()).toEqual({ ok: true });
  });
}

function filesOnce(make: Make): void {
  test("[F1] filing gives a receipt with the hash of every file sent", async () => {
    const room = await make();
    const parcel = parcelOf("Alt er vel.");
    const receipt = receiptIn(await filed(room, parcel));
    expect(receipt.filingId).toBe(parcel.clientId);
    expect(receipt.caseNumber).toBe(parcel.caseNumber);
    expect(receipt.documentNumber).not.toBe("");
    for (const { sha256, bytes } of [parcel.main, ...parcel.attachments])
      expect(receipt.files).toContainEqual(expect.objectContaining({ sha256, bytes: bytes.length }));
  });

  test("[F1] filing the same again, from here or from another node, gives the same receipt", async () => {
    const room = await make();
    const parcel = parcelOf("Alt er vel.");
    const first = await filed(room, parcel);
    const count = await room.documents();
    expect(await filed(room, parcel)).toEqual(first);
    expect(await room.system.poll(parcel)).toEqual(first);
    expect(await filed({ ...room, system: room.elsewhere() }, parcel)).toEqual(first);
    expect(await room.elsewhere().poll(parcel)).toEqual(first);
    expect(await room.documents()).toBe(count);
  });

  test("[F1] filing other files under a client id that is used is a conflict, and changes nothing", async () => {
    const room = await make();
    const parcel = parcelOf("Alt er vel.");
    const first = await filed(room, parcel);
    const count = await room.documents();
    const other = { ...parcelOf("Noget andet."), clientId: parcel.clientId };
    await expect(room.system.file(other)).rejects.toMatchObject({ kind: "conflict" });
    if (!room.looksWithinCase)
      await expect(room.system.file({ ...parcel, caseNumber: NO_CASE })).rejects.toMatchObject({ kind: "conflict" });
    expect(await room.system.poll(parcel)).toEqual(first);
    expect(await room.documents()).toBe(count);
  });
}

function holdsAtOnce(make: Make): void {
  test("[F1] three who file the same at once get one receipt", async () => {
    const room = await make();
    const parcel = parcelOf("Alt er vel.");
    await Promise.all([1, 2, 3].map(() => room.system.file(parcel)));
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => filed(room, parcel)));
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  test("[F1] two who file different files under one client id at once: one is filed, the other is a conflict", async () => {
    const { system } = await make();
    const clientId = randomUUID();
    const both = await Promise.allSettled(["a", "b"].map((text) => system.file({ ...parcelOf(text), clientId })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
  });
}

function followsEarlier(make: Make): void {
  test("[F13] a new version is filed beside the earlier one, which stays as it was", async () => {
    const room = await make();
    const before = parcelOf("Alt er vel.");
    const first = await filed(room, before);
    const count = await room.documents();
    const after = parcelOf("Alt er bedre.");
    const earlier = { clientId: before.clientId, documentNumber: receiptIn(first).documentNumber };
    const second = await filed(room, after, earlier);
    expect(receiptIn(second).documentNumber).not.toBe(earlier.documentNumber);
    expect(await filed(room, after, earlier)).toEqual(second);
    expect(await room.system.poll(before)).toEqual(first);
    expect(await room.documents()).toBe(2 * count);
  });
}

function knowsItsCases(make: Make): void {
  test("a case that is not there, or is closed, is said to be so and nothing is filed", async () => {
    const { system, documents } = await make();
    if (!system.findCase) return;
    expect(await system.findCase(parcelOf("x").caseNumber)).toMatchObject({ isOpen: true });
    expect(await system.findCase(NO_CASE)).toBeNull();
    expect(await system.findCase(CLOSED_CASE)).toMatchObject({ isOpen: false });
    const into = (caseNumber: string) => system.file({ ...parcelOf("x"), caseNumber });
    await expect(into(NO_CASE)).rejects.toMatchObject({ kind: "no_case", field: "caseNumber" });
    await expect(into(CLOSED_CASE)).rejects.toMatchObject({ kind: "case_closed", field: "caseNumber" });
    expect(await documents()).toBe(0);
  });
}

function outlastsAbsence(make: Make): void {
  test("[F6] away, every try says that it may pass; back again, it is filed once, and answers the same twice", async () => {
    const room = await make();
    const parcel = parcelOf("Alt er vel.");
    for (let tried = 0; tried < 4; tried++) {
      const said = await room.away().file(parcel).catch(asFailure);
      if (!("kind" in said)) throw new Error(`Expected nobody to answer; it is ${said.state}.`);
      expect(FAILURES[said.kind].retry, said.message).toBe("later");
      const known = await room.away().poll(parcel).catch(asFailure);
      if (known && "kind" in known) expect(FAILURES[known.kind].retry, known.message).toBe("later");
      else expect(known).toBeNull();
    }
    expect(await room.documents()).toBe(0);
    const delivery = await filed(room, parcel);
    const count = await room.documents();
    expect(await filed(room, parcel)).toEqual(delivery);
    expect(await Promise.all([room.system.poll(parcel), room.elsewhere().poll(parcel)])).toEqual([delivery, delivery]);
    expect(await room.documents()).toBe(count);
  });
}

function takesAnyName(make: Make): void {
  test("[F3] names and titles with signs that systems dislike are filed all the same", async () => {
    const room = await make();
    const parcel = parcelOf("Alt er vel.");
    const main = { ...parcel.main, name: `<>:"/\\|?*#%&+ 😀 æøå${"x".repeat(300)}.pdf` };
    const metadata = {
      ...parcel.metadata,
      title: `😀 ${"Å".repeat(252)}`,
      description: `]]> & "\n${"ø".repeat(4000)}`,
    };
    expect(receiptIn(await filed(room, { ...parcel, main, metadata })).files).toContainEqual(
      expect.objectContaining({ sha256: main.sha256 }),
    );
  });
}

/** Files and sees it through to the receipt, as the outbox does. */
export async function filed(room: Room, parcel: Parcel, earlier: Earlier | null = null): Promise<Delivery> {
  const { system, answer } = room;
  let delivery: Delivery | null = await bring(system, parcel, earlier);
  for (let asked = 0; delivery && delivery.state !== "filed" && delivery.state !== "rejected"; asked++) {
    if (asked === 5) throw new Error(`Expected an answer in the end; it is still ${delivery.state}.`);
    await answer?.();
    const known = await system.poll(parcel);
    if (known?.state === "begun") throw new Error("Expected a whole filing; a part of it is missing.");
    delivery = known && (await finish(system, parcel, known));
  }
  if (!delivery) throw new Error("Expected the case system to know what it was sent.");
  return delivery;
}

export function receiptIn(delivery: Delivery | { state: "begun" } | null) {
  if (!delivery) throw new Error("Expected a receipt; the case system has never had it.");
  if (delivery.state !== "filed") throw new Error(`Expected a receipt; the filing is ${delivery.state}.`);
  return delivery.receipt;
}

function fileOf(name: string, text: string): FiledFile {
  const bytes = Buffer.from(text);
  return { name, mediaType: "application/pdf", bytes, sha256: sha256(bytes) };
}

/** The cases that the fakes know beside the one that is open. */
export const OPEN_CASE = "29.30.00-K02-7-26";
/** Nobody listens there. */
export const NOWHERE = "http://127.0.0.1:9";
export const CLOSED_CASE = "29.30.00-K02-8-20";
const NO_CASE = "1.1.1-X00-2-26";

/** A package for tests, with a client id of its own. */
export function parcelOf(text: string): Parcel {
  return {
    clientId: randomUUID(),
    caseNumber: OPEN_CASE,
    main: fileOf("HS-2026-0007 Høringssvar v3.pdf", text),
    attachments: [fileOf("HS-2026-0007 Høringssvar v3.docx", `${text}!`)],
    contentHash: sha256(text),
    metadata: {
      caseNumber: OPEN_CASE,
      title: 'Svar på "udkast" <foreløbigt> & bilag',
      description: "Første linje\nanden linje",
      userKey: "HS-2026-0007",
      documentType: "Brev",
      direction: "Udgaaende",
      kle: "29.30.00",
      kleTitle: "Samarbejde & sundhed",
      facet: "K02",
      facetTitle: "Høringer",
      letterDate: "2026-03-10",
      receivedDate: "2026-02-04",
      sentDate: "2026-03-11",
      deadline: "2026-03-10",
      lateReason: "Fristen blev forlænget <mundtligt>.",
      recipient: "Region Hovedstaden",
      recipientId: "19435075",
      answerTo: "2026-7608",
      responsible: "Jens Journal",
      unit: "Center for Socialservice",
      sensitivity: "IKKE_FORTROLIGE_DATA",
      exemptionLaw: "Offentlighedsloven § 23",
      exemptionTitle: "Svar på høring",
      disposal: "B",
      version: 3,
      signatory: "På vegne af Eksempel Kommune",
    },
  };
}
