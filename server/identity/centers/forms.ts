import { z } from "zod";
import { isDay } from "../../deadline";

const line = (most: number) =>
  z
    .string("missing")
    .transform((text) => text.replace(/[\s\p{C}]+/gu, " ").trim())
    .pipe(z.string().min(1, "missing").max(most, "too-long"));

const Names = z.object({ centerName: line(120), shortName: line(40) });

export const CreateForm = Names.extend({ kind: z.enum(["center", "council"], "not-a-choice") });
export const RenameForm = Names.extend({ centerId: z.string("missing") });
export const CloseForm = z.object({
  centerId: z.string("missing"),
  closedOn: z.string("missing").trim().min(1, "missing").refine(isDay, "not-a-day"),
  successorId: z.string("missing").min(1, "missing"),
});
export const ReopenForm = z.object({ centerId: z.string("missing") });
