import { z } from "zod";

/** Giving back and reopening both say why. */
export const ReasonForm = z.object({
  reason: z.string("missing").trim().min(1, "missing").max(2000, "too-long"),
});
