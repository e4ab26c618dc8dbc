import { z } from "zod";
import { isDay } from "../deadline";

const line = (max: number) =>
  z
    .string("missing")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "missing").max(max, "too-long"));

const day = z.string("missing").trim().min(1, "missing").refine(isDay, "not-a-day");

/** A form sends one value or several under the same name. */
export const oneOrMany = z
  .union([z.string(), z.array(z.string())], "missing")
  .transform((value) => [...new Set([value].flat().filter(Boolean))])
  .pipe(z.array(z.string()).min(1, "missing"));

/** Lengths are those of the case systems' metadata: a title of 255 on one line, a case number of 50. */
export const OpenForm = z.object({
  kind: z.enum(["hearing", "assessment", "follow-up"], "not-a-choice"),
  versionId: z.string("missing").min(1, "missing"),
  title: line(255),
  sender: line(255),
  deadline: day,
  deadlineTime: z
    .string()
    .trim()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, "not-a-time")
    .transform((time) => time || null)
    .nullish(),
  coordinatorId: z.string().trim().default(""),
  /** The letter it came with, when one was read. [H31] */
  letterId: z.string().trim().default(""),
  caseNumber: line(50),
  kle: z
    .string("missing")
    .trim()
    .min(1, "missing")
    .regex(/^\d{2}\.\d{2}\.\d{2}$/, "not-a-kle"),
});

export const AssignForm = z.object({ clauseId: oneOrMany, centerId: oneOrMany, deadline: day });

export const UnassignForm = z.object({ clauseId: oneOrMany, centerId: oneOrMany });

export const VersionForm = z.object({ versionId: z.string("missing").min(1, "missing") });
