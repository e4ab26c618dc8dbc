import type { Goal } from "./goals";

/** Whether something was lost or broke: that alone fails the bench. */
export type Outcome = { isBroken: boolean };

export function goalLines(goals: readonly Goal[], warnings: readonly string[], isBroken: boolean): Outcome {
  for (const { text, isMet } of goals) console.log(`  ${isMet ? "met    " : "NOT MET"}  ${text}`);
  for (const text of new Set(warnings)) console.log(`  note     ${text}`);
  return { isBroken };
}
