import { loads, param } from "~/answering";
import { download } from "~/download";

/** The live text with its open suggestions and its comments, as chosen: to look at, not to file. [G11] [K9] */
export const loader = loads(async ({ services, viewer, params, url }) => {
  const asked = {
    suggestions: url.searchParams.has("forslag"),
    comments: url.searchParams.has("kommentarer") ? (url.searchParams.has("loeste") ? "all" : "open") : "none",
  };
  const { fileName, mediaType, bytes } = await services.exports.liveWord(viewer, param(params, "responseId"), asked);
  return download(fileName, mediaType, bytes);
});
