import type { Viewer } from "../../../server/identity/viewer";
import type { Initiatives } from "../../../server/initiatives/shapes";

type Asked = { consultationId: string; command: string; form: FormData };

/** What a button of the page asks for: a verb, and the id of what it is about. */
export async function tended(initiatives: Initiatives, viewer: Viewer, { consultationId, command, form }: Asked) {
  const [verb, id = ""] = command.split(" ");
  switch (verb) {
    case "add":
      return initiatives.add(viewer, consultationId, form);
    case "change":
      return initiatives.change(viewer, consultationId, id, form);
    case "end":
    case "resume":
      return initiatives.end(viewer, consultationId, id, verb === "end");
    case "add-indicator":
      return initiatives.addIndicator(viewer, consultationId, id, form);
    case "change-indicator":
      return initiatives.changeIndicator(viewer, consultationId, id, form);
    case "take-back":
      return initiatives.takeBack(viewer, consultationId, id, form);
    default:
      return initiatives.say(viewer, consultationId, id, form);
  }
}

/** Which command the last answer is of, and whether it was done. */
export function answeredCommand(answer: unknown): { command: string; isDone: boolean } | null {
  if (typeof answer !== "object" || answer === null) return null;
  if ("saved" in answer && typeof answer.saved === "string") return { command: answer.saved, isDone: true };
  if (!("values" in answer) || typeof answer.values !== "object" || answer.values === null) return null;
  const { command } = answer.values as { command?: unknown }; // A refusal has what was typed.
  return typeof command === "string" ? { command, isDone: false } : null;
}
