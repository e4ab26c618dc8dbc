import { z } from "zod";
import { isDay } from "../../deadline";
import type { FilingMetadata } from "../shapes";
import { hasCpr } from "./cpr";

/**
 * The KLE facet a filing form starts with. Nobody could name the facet that hearings are filed under, so this is a
 * guess that a municipality will want to set for itself: make it a setting when there is a page for them.
 */
export const DEFAULT_FACET = "K02";

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

export const MetadataForm = z.object({
  caseNumber: line(50),
  title: line(255),
  description: text(4096),
  userKey: line(50),
  documentType: z.enum(["Brev", "Notat", "Rapport"], "not-a-choice"),
  direction: z.enum(["Udgaaende", "Internt"], "not-a-choice"),
  kle: line(50).refine((value) => /^\d\d\.\d\d\.\d\d$/.test(value), "not-a-kle"),
  facet: line(50).refine((value) => /^[A-ZÆØÅ]\d\d$/.test(value), "not-a-facet"),
  letterDate: line(50).refine(isDay, "not-a-day"),
  recipient: line(255),
  responsible: line(255),
  unit: line(255, 0).default(""),
  sensitivity: z.enum(
    ["IKKE_FORTROLIGE_DATA", "FORTROLIGE_PERSONOPLYSNINGER", "FOELSOMME_PERSONOPLYSNINGER"],
    "not-a-choice",
  ),
  signatory: line(255),
}) satisfies z.ZodType<FilingMetadata>;

/** The filing form: the metadata and, when numbers like CPR numbers are to stay, the reason why. [F5] */
export const FilingForm = MetadataForm.extend({ cprReason: line(500, 0).default("") });
