import { z } from "zod";
import { COUNTED, compareFigures, decimalOf } from "../../app/document-model/figures";
import { isDay } from "../deadline";

const words = (max: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, "too-long"));
const needed = (max: number) => words(max).pipe(z.string().min(1, "missing"));

/** What a Dane writes, as plain digits; null where nothing is written. */
const figure = z.string().transform((text, context) => {
  const value = decimalOf(text);
  if (value === null && text.trim() !== "") context.addIssue({ code: "custom", message: "not-a-figure" });
  return value;
});
const limit = z.string().default("").pipe(figure);

export const InitiativeForm = z.object({
  title: needed(255),
  centerId: z.string("missing").min(1, "missing"),
  period: words(100),
  deadline: words(200),
});

export const GoalForm = z.object({ clauseId: z.string("missing").min(1, "missing") });

export const IndicatorForm = z
  .object({
    name: needed(255),
    unit: words(30).transform((unit) => unit || COUNTED),
    targetFrom: limit,
    targetTo: limit,
  })
  .refine(({ targetFrom: from, targetTo: to }) => from === null || to === null || compareFigures(from, to) <= 0, {
    path: ["targetTo"],
    message: "target-upside-down",
  });

/** No statistics that a municipality follows up on are older. */
const FIRST_DAY = "1970-01-01";

const day = z
  .string("missing")
  .trim()
  .min(1, "missing")
  .refine((day) => isDay(day) && day >= FIRST_DAY, "not-a-day");

export const FigureForm = z.object({
  day,
  value: z.string("missing").trim().min(1, "missing").pipe(figure),
});

export const DayForm = FigureForm.pick({ day: true });
