/** Which command the last answer is of, and whether it was done. */
export function answeredCommand(answer: unknown): { command: string; isDone: boolean } | null {
  if (typeof answer !== "object" || answer === null) return null;
  if ("saved" in answer && typeof answer.saved === "string") return { command: answer.saved, isDone: true };
  if (!("values" in answer) || typeof answer.values !== "object" || answer.values === null) return null;
  const { command } = answer.values as { command?: unknown }; // A refusal has what was typed.
  return typeof command === "string" ? { command, isDone: false } : null;
}
