import { loads, param } from "~/answering";
import { download } from "~/download";

/** The bytes of a frozen version's file. */
export const loader = loads(async ({ services, viewer, params }) => {
  const kind = param(params, "kind");
  if (kind !== "docx" && kind !== "pdf") throw new Response(null, { status: 404 });
  const { fileName, mediaType, bytes } = await services.exports.file(viewer, param(params, "versionId"), kind);
  return download(fileName, mediaType, bytes);
});
