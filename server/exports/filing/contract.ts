import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "../../sha256";
import type { CaseSystem, Delivery, FiledFile, Parcel } from "./port";

/** What every adapter must pass, our own and those of real case systems' fakes alike. [F2] */
export function caseSystemContract(make: () => Promise<CaseSystem>): void {
  filesOnce(make);
  holdsAtOnce(make);

  test("a client id never filed is unknown, and one that is no id is refused", async () => {
    const system = await make();
    expect(await system.poll(randomUUID())).toBeNull();
    await expect(system.file({ ...parcelOf("x"), clientId: "../../etc" })).rejects.toMatchObject({
      kind: "bad_metadata",
    });
  });

  test("is healthy", async () => {
    expect(await (await make()).health()).toEqual({ ok: true });
  });
}

function filesOnce(make: () => Promise<CaseSystem>): void {
  test("[F1] filing gives a receipt with the hash of every file sent", async () => {
    const system = await make();
    const parcel = parcelOf("Alt er vel.");
    const receipt = receiptIn(await filed(system, parcel));
    expect(receipt.filingId).toBe(parcel.clientId);
    expect(receipt.caseNumber).toBe(parcel.caseNumber);
    expect(receipt.documentNumber).not.toBe("");
    for (const { name, sha256 } of [parcel.main, ...parcel.attachments])
      expect(receipt.files).toContainEqual(expect.objectContaining({ name, sha256 }));
  });

  test("[F1] filing the same again gives the same receipt", async () => {
    const system = await make();
    const parcel = parcelOf("Alt er vel.");
    const first = await filed(system, parcel);
    expect(await filed(system, parcel)).toEqual(first);
    expect(await system.poll(parcel.clientId)).toEqual(first);
  });

  test("[F1] filing other files under a client id that is used is a conflict, and changes nothing", async () => {
    const system = await make();
    const parcel = parcelOf("Alt er vel.");
    const first = await filed(system, parcel);
    const other = { ...parcelOf("Noget andet."), clientId: parcel.clientId };
    await expect(system.file(other)).rejects.toMatchObject({ kind: "conflict" });
    await expect(system.file({ ...parcel, caseNumber: "1.1.1-X00-2-26" })).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await system.poll(parcel.clientId)).toEqual(first);
  });
}

function holdsAtOnce(make: () => Promise<CaseSystem>): void {
  test("[F1] two who file the same at once get one receipt", async () => {
    const system = await make();
    const parcel = parcelOf("Alt er vel.");
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => filed(system, parcel)));
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  test("[F1] two who file different files under one client id at once: one is filed, the other is a conflict", async () => {
    const system = await make();
    const clientId = randomUUID();
    const both = await Promise.allSettled(["a", "b"].map((text) => system.file({ ...parcelOf(text), clientId })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
  });
}

async function filed(system: CaseSystem, parcel: Parcel): Promise<Delivery> {
  let delivery: Delivery | null = await system.file(parcel);
  while (delivery && delivery.state !== "filed" && delivery.state !== "rejected")
    delivery = await system.poll(parcel.clientId);
  if (!delivery) throw new Error("Expected the case system to know what it was sent.");
  return delivery;
}

function receiptIn(delivery: Delivery) {
  if (delivery.state !== "filed") throw new Error(`Expected a receipt; the filing is ${delivery.state}.`);
  return delivery.receipt;
}

function fileOf(name: string, text: string): FiledFile {
  const bytes = Buffer.from(text);
  return { name, mediaType: "application/pdf", bytes, sha256: sha256(bytes) };
}

/** A package for tests, with a client id of its own. */
export function parcelOf(text: string): Parcel {
  return {
    clientId: randomUUID(),
    caseNumber: "29.30.00-K02-7-26",
    main: fileOf("HS-2026-0007 Høringssvar v3.pdf", text),
    attachments: [fileOf("HS-2026-0007 Høringssvar v3.docx", `${text}!`)],
    contentHash: sha256(text),
    metadata: {
      caseNumber: "29.30.00-K02-7-26",
      title: 'Svar på "udkast" <foreløbigt> & bilag',
      description: "Første linje\nanden linje",
      userKey: "HS-2026-0007",
      documentType: "Brev",
      direction: "Udgaaende",
      kle: "29.30.00",
      facet: "K02",
      letterDate: "2026-03-10",
      recipient: "Region Hovedstaden",
      responsible: "Jens Journal",
      unit: "Center for Socialservice",
      sensitivity: "IKKE_FORTROLIGE_DATA",
      signatory: "På vegne af Eksempel Kommune",
    },
  };
}
