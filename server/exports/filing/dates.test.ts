import { expect, test } from "vitest";
import { parcelOf } from "./contract";
import { isLate, wrongIn } from "./dates";
import { factsOf, spokenFacts } from "./facts";
import { KeptMetadata, MetadataForm, type TypedMetadata } from "./metadata";

const form: TypedMetadata = {
  ...MetadataForm.parse(parcelOf("x").metadata),
  letterDate: "2026-03-10",
  receivedDate: "2026-02-04",
  sentDate: "2026-03-10",
  lateReason: "",
};
const on = (today: string, more: Partial<TypedMetadata> = {}, isAheadMeant = false) =>
  wrongIn({ ...form, ...more }, { today, askedOn: today, deadline: "2026-03-20", isAheadMeant });

test("[F22] days that cannot follow each other are refused where they stand", () => {
  expect(on("2026-03-11")).toEqual({});
  expect(on("2026-03-11", { letterDate: "2026-03-12", sentDate: "" })).toEqual({ letterDate: "letter-ahead" });
  expect(on("2026-03-11", { letterDate: "2026-03-12", sentDate: "" }, true)).toEqual({});
  expect(on("2026-03-11", { receivedDate: "2026-03-11" })).toEqual({ receivedDate: "received-after-letter" });
  expect(on("2026-03-11", { receivedDate: "2026-03-12" })).toEqual({ receivedDate: "day-ahead" });
  expect(on("2026-03-11", { sentDate: "2026-03-09" })).toEqual({ sentDate: "sent-before-letter" });
  expect(on("2026-03-11", { sentDate: "2026-03-12" })).toEqual({ sentDate: "day-ahead" });
  expect(on("2026-03-11", { receivedDate: "", sentDate: "" })).toEqual({});
});

test("[F23] what goes out after the external deadline has a reason, by the day it was sent", () => {
  expect(on("2026-03-20", { sentDate: "" })).toEqual({});
  expect(on("2026-03-21", { sentDate: "" })).toEqual({ lateReason: "late-needs-reason|2026-03-20" });
  expect(on("2026-03-25", { sentDate: "2026-03-20" })).toEqual({});
  expect(on("2026-03-25", { sentDate: "2026-03-24", lateReason: "Forlænget frist" })).toEqual({});
  expect(isLate({ sentDate: "" }, { askedOn: "2026-03-21", deadline: "" })).toBe(false);
});

test("[F22] an exemption from public access has a law and a title, or neither", () => {
  expect(on("2026-03-11", { exemptionTitle: "" })).toEqual({ exemptionTitle: "exemption-needs-title" });
  expect(on("2026-03-11", { exemptionLaw: "" })).toEqual({ exemptionLaw: "exemption-needs-law" });
  expect(on("2026-03-11", { exemptionLaw: "", exemptionTitle: "" })).toEqual({});
});

test("[F22] who it goes to is known by a CVR number or a UUID, and never by a CPR number", () => {
  const idOf = (recipientId: string) => {
    const read = MetadataForm.safeParse({ ...form, recipientId });
    return read.success ? read.data.recipientId : read.error.issues[0]?.message;
  };
  expect(idOf("19 43 50 75")).toBe("19435075");
  expect(idOf("6A802A20-1E5B-4D0A-9C1F-0F2B3C4D5E6F")).toBe("6a802a20-1e5b-4d0a-9c1f-0f2b3c4d5e6f");
  expect(idOf("")).toBe("");
  for (const wrong of ["1943507", "194350755", "010190-1234", "0101901234", "DK19435075"])
    expect(idOf(wrong)).toBe("not-an-organisation");
});

test("a filing from before there was more to tell is read as it is, and tells no more", () => {
  const old = Object.fromEntries(
    Object.entries(parcelOf("x").metadata).filter(([name]) =>
      "caseNumber title description userKey documentType direction kle facet letterDate recipient responsible unit sensitivity signatory"
        .split(" ")
        .includes(name),
    ),
  );
  expect(factsOf(KeptMetadata.parse(old))).toEqual([]);
  expect(spokenFacts(KeptMetadata.parse(old))).toBe("\nKLE: 29.30.00, K02");
});

test("a system without fields of its own is told in the description, a line each", () => {
  expect(spokenFacts(parcelOf("x").metadata).split("\n")).toEqual([
    "",
    "KLE: 29.30.00 Samarbejde & sundhed, K02",
    "Modtaget: 2026-02-04",
    "Afsendt: 2026-03-11",
    "Frist: 2026-03-10",
    "Efter fristen, fordi: Fristen blev forlænget <mundtligt>.",
    "Modtagers CVR-nummer: 19435075",
    "Svar på: 2026-7608",
    "Kassationskode: B",
    "Offentlig titel: Svar på høring",
    "Undtaget fra aktindsigt efter: Offentlighedsloven § 23",
    "Version: 3",
  ]);
});
