import { loads, param } from "~/answering";
import { download } from "~/download";

/** The letter as it came. Its kind is never guessed: the browser is to save it, not to show it. */
export const loader = loads(async ({ services, viewer, params }) => {
  const { fileName, bytes } = await services.letters.file(viewer, param(params, "letterId"));
  return download(fileName, "application/octet-stream", bytes);
});
