import { loads, param } from "~/answering";
import { download } from "~/download";

/** A council's own answer as it came. Its kind is never guessed: the browser is to save it, not to show it. */
export const loader = loads(async ({ services, viewer, params }) => {
  const { fileName, bytes } = await services.attachments.file(viewer, param(params, "attachmentId"));
  return download(fileName, "application/octet-stream", bytes);
});
