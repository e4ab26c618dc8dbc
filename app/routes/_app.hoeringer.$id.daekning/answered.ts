import { field } from "~/answering";
import type { Goals } from "../../../server/goals/shapes";
import type { Viewer } from "../../../server/identity/viewer";
import type { Links } from "../../../server/links/shapes";

/** One answer, one second look, or how far one is with a goal; a button in the grid names its cell itself. */
export async function answered(
  { links, goals }: { links: Pick<Links, "answer" | "lookAgain">; goals: Pick<Goals, "say"> },
  viewer: Viewer,
  { consultationId, form }: { consultationId: string; form: FormData },
): Promise<void> {
  const [clauseId, centerId] = field(form, "look-again").split("|");
  if (clauseId && centerId) return links.lookAgain(viewer, consultationId, { clauseId, centerId });
  if (field(form, "command") === "look-again") return links.lookAgain(viewer, consultationId, form);
  if (form.has("status")) return goals.say(viewer, consultationId, form);
  return links.answer(viewer, consultationId, form);
}
