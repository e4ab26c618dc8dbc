import { loads, param } from "~/answering";
import { download } from "~/download";

/** The text as it reads now, marked as a draft: to look at, not to file. [X12] */
export const loader = loads(async ({ services, viewer, params }) => {
  const asked = [param(params, "responseId"), param(params, "kind")] as const;
  const { fileName, mediaType, bytes } = await services.exports.draft(viewer, ...asked);
  return download(fileName, mediaType, bytes);
});
