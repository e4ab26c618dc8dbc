import { loads, param } from "~/answering";
import { download } from "~/download";

/** The file as it came. Its kind is never guessed: the browser is to save it, not to show it. */
export const loader = loads(async ({ services, viewer, params }) => {
  const { fileName, bytes } = await services.agreements.original(viewer, param(params, "versionId"));
  return download(fileName, "application/octet-stream", bytes);
});
