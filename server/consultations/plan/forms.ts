import { z } from "zod";
import { OpenForm } from "../forms";
import { TEMPLATES } from "./templates";

const { deadline, deadlineTime, caseNumber, kle } = OpenForm.shape;

const text = (max: number) => z.string("missing").trim().min(1, "missing").max(max, "too-long");

export const ChooseForm = z.object({ template: z.enum(TEMPLATES, "not-a-choice") });

export const TickForm = z.object({ stepId: z.string("missing"), done: z.string().optional() });

export const ChangeForm = z.object({
  deadline,
  deadlineTime,
  caseNumber,
  kle,
  reason: z.string().trim().max(1000, "too-long").default(""),
  movePlan: z.string().optional(),
});

export const ExtendForm = z.object({ centerId: z.string("missing").min(1, "missing"), deadline, reason: text(1000) });

/** One day and one time of day for each step, at fields of their own. */
export function datesForm(stepIds: readonly string[]) {
  const days = stepIds.map((id) => [`day-${id}`, deadline] as const);
  const times = stepIds.map((id) => [`time-${id}`, deadlineTime] as const);
  return z.object({ ...Object.fromEntries(days), ...Object.fromEntries(times) });
}
