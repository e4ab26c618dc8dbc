/** Whether that command is what has just been done. */
export function isDone(answer: unknown, command: string): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer && answer.done === command;
}
