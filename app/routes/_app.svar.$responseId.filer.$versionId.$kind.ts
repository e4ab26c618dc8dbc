import { loads, param } from "~/answering";
import { download } from "~/download";

/** The bytes of a frozen version's file. */
export const loader = loads(async ({ services, viewer, params }) => {
  const asked = [param(params, "versionId"), param(params, "kind")] as const;
  const { fileName, mediaType, bytes } = await services.exports.file(viewer, ...asked);
  return download(fileName, mediaType, bytes);
});
