import { loads } from "~/answering";
import { download } from "~/download";

/** A Word template to begin with. */
export const loader = loads(async ({ services }) => {
  const { fileName, mediaType, bytes } = await services.exports.exampleTemplate();
  return download(fileName, mediaType, bytes);
});
