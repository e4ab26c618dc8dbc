import { z } from "zod";

const id = z.string("missing").min(1, "missing");
/** More than anybody would choose by hand. */
const MANY = 100;

export const DecideForm = z.object({
  fromClauseId: id,
  /** None, or an empty one: it is gone. */
  toClauseId: z
    .union([z.string().transform((one) => [one]), z.array(z.string()).max(MANY, "too-long")], "missing")
    .default([])
    .transform((all) => [...new Set(all.filter((one) => one !== ""))]),
  /** A goal that is gone because it was reached. */
  isMet: z
    .string()
    .transform((text) => text === "yes")
    .default(false),
});

export const UndoForm = z.object({ fromClauseId: id });
