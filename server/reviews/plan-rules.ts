/** The order of those who approve a text: what of a plan can be used, and what is wrong with the rest. Pure. */
import type { CenterId, UserId } from "../../db/ids";
import { isDay } from "../deadline";
import type { FieldCodes } from "../errors";
import { approverProblem, type Candidate } from "./rules";

const MOST_STEPS = 10;

/** A step as it was filled in, and in which row of the form: days and ids are texts still. */
export type WrittenStep = { row: number; approverId: string; substituteId: string; dueDay: string; isTacit: boolean };

export type PlanGround = {
  managers: readonly Candidate[];
  senderId: UserId;
  authors: readonly UserId[];
  participating: readonly CenterId[];
  today: string;
};

/** Field → code; fields are named by their row: `approverId.2`. Nothing is wrong when it is empty. [A8] */
export function planProblems(steps: readonly WrittenStep[], ground: PlanGround): FieldCodes {
  if (steps.length === 0) return { "approverId.1": "missing" };
  const tooMany = steps[MOST_STEPS];
  if (tooMany) return { [`approverId.${tooMany.row}`]: "too-many-steps" };
  const problems: Record<string, string> = {};
  steps.forEach((step, index) => {
    const found = {
      approverId: approverCode(steps, index, ground),
      substituteId: step.substituteId ? substituteCode(steps, step, ground) : null,
      dueDay: dayCode(steps, index, ground.today),
    };
    for (const [name, code] of Object.entries(found)) if (code) problems[`${name}.${step.row}`] = code;
  });
  return problems;
}

function approverCode(steps: readonly WrittenStep[], index: number, ground: PlanGround): string | null {
  const id = steps[index]?.approverId;
  if (!id) return "missing";
  if (steps.slice(0, index).some((earlier) => earlier.approverId === id)) return "twice-in-plan";
  return problemOf(id, ground);
}

/** Whoever has a step of their own stands in for nobody, so nobody is named for what they could not do. [A10] */
function substituteCode(steps: readonly WrittenStep[], step: WrittenStep, ground: PlanGround): string | null {
  if (step.substituteId === step.approverId) return "substitute-is-approver";
  if (steps.some(({ approverId }) => approverId === step.substituteId)) return "substitute-has-a-step";
  return problemOf(step.substituteId, ground);
}

function problemOf(id: string, ground: PlanGround): string | null {
  return approverProblem(
    ground.managers.find((manager) => manager.id === id),
    ground,
  );
}

/** Days do not go backwards; whoever might approve tacitly has a day of their own after the step before. [A11] */
function dayCode(steps: readonly WrittenStep[], index: number, today: string): string | null {
  const { dueDay = "", isTacit = false } = steps[index] ?? {};
  if (!dueDay) return isTacit ? "tacit-needs-due-day" : null;
  if (!isDay(dueDay)) return "not-a-day";
  if (dueDay < today) return "due-day-passed";
  const latest = steps.slice(0, index).reduce((day, step) => (step.dueDay > day ? step.dueDay : day), "");
  if (dueDay < latest) return "due-before-earlier-step";
  return isTacit && dueDay === latest ? "tacit-needs-own-day" : null;
}
