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
    case "count":
      return initiatives.count(viewer, id, form);
    case "uncount":
      return initiatives.uncount(viewer, id, form);
    case "take-back":
      return initiatives.takeBack(viewer, consultationId, id, form);
    default:
      return initiatives.say(viewer, consultationId, id, form);
  }
}
