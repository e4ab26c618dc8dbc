import { z } from "zod";
import { hasCpr } from "../../../app/document-model/cpr";
import { isId } from "../../../db/ids";
import { isDay } from "../../deadline";
import type { FilingMetadata } from "../shapes";

/** Limits of SF1470 (DokumentEgenskaber). Control characters are no text, and XML cannot hold them. */
const hasControl = (text: string) => /\p{Cc}/u.test(text.replace(/\n/g, ""));

function text(longest: number, shortest = 1) {
  return z
    .string("missing")
    .transform((value) => value.replace(/\r\n?/g, "\n").trim().normalize("NFC").toWellFormed())
    .refine((value) => value.length >= shortest, "missing")
    .refine((value) => value.length <= longest, "too-long")
    .refine((value) => !hasControl(value), "control-character")
    .refine((value) => !hasCpr(value), "cpr-found");
}

function line(longest: number, shortest = 1) {
  return text(longest, shortest).refine((value) => !value.includes("\n"), "not-one-line");
}

const day = line(50).refine(isDay, "not-a-day");
const optionalDay = line(50, 0)
  .refine((value) => value === "" || isDay(value), "not-a-day")
  .default("");
const optional = (longest: number) => line(longest, 0).default("");

/** Spaces stand in it as people write it: "19 43 50 75". */
const organisation = z
  .string()
  .default("")
  .transform((value) => value.replace(/\s/g, "").toLowerCase())
  .refine((value) => value === "" || /^\d{8}$/.test(value) || isId(value), "not-an-organisation");

/** What is typed. */
export const MetadataForm = z.object({
  caseNumber: line(50),
  title: line(255),
  description: text(4096),
  userKey: line(50),
  documentType: z.enum(["Brev", "Notat", "Rapport"], "not-a-choice"),
  direction: z.enum(["Udgaaende", "Internt"], "not-a-choice"),
  kle: line(50).refine((value) => /^\d\d\.\d\d\.\d\d$/.test(value), "not-a-kle"),
  facet: line(50).refine((value) => /^[A-ZÆØÅ]\d\d$/.test(value), "not-a-facet"),
  letterDate: day,
  receivedDate: optionalDay,
  sentDate: optionalDay,
  lateReason: text(500, 0).default(""),
  recipient: line(255),
  recipientId: organisation,
  answerTo: optional(50),
  responsible: line(255),
  unit: optional(255),
  sensitivity: z.enum(
    ["IKKE_FORTROLIGE_DATA", "FORTROLIGE_PERSONOPLYSNINGER", "FOELSOMME_PERSONOPLYSNINGER"],
    "not-a-choice",
  ),
  exemptionLaw: optional(255),
  exemptionTitle: optional(255),
  disposal: z.enum(["", "B", "K"], "not-a-choice").default(""),
  signatory: line(255),
});
export type TypedMetadata = z.output<typeof MetadataForm>;

/** What is kept: also what the house knew when it was filed. Filings from before it was told have none of it. */
export const KeptMetadata = MetadataForm.extend({
  kleTitle: z.string().default(""),
  facetTitle: z.string().default(""),
  deadline: z.string().default(""),
  version: z.number().int().default(0),
}) satisfies z.ZodType<FilingMetadata>;

/** What is said once, when it is sent in: that the letter's date lies ahead, and why numbers like CPR numbers are to stay. [F5] [F22] */
export const Confirmations = z.object({
  datedAhead: z.enum(["", "yes"], "not-a-choice").default(""),
  cprReason: z
    .string()
    .trim()
    .max(500, "too-long")
    .refine((reason) => !hasCpr(reason), "cpr-in-reason")
    .default(""),
});
