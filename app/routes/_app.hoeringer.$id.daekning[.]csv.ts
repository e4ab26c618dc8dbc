import { loads, param } from "~/answering";
import { download } from "~/download";
import { coverageCsv } from "~/words/coverage";
import { boardOf, textsOf } from "./_app.hoeringer.$id.daekning/board";
import { csvOf } from "./_app.hoeringer.$id.daekning/csv";
import { viewIn } from "./_app.hoeringer.$id.daekning/filter";

/** What the page with the same search shows, as a file for a spreadsheet; for whoever may see the page. */
export const loader = loads(async ({ services, viewer, params, url }) => {
  const id = param(params, "id");
  const page = await services.links.coverage(viewer, id);
  const { userKey } = await services.consultations.head(viewer, id);
  const text = csvOf(boardOf(page), viewIn(url.searchParams), textsOf(page.clauses));
  const fileName = coverageCsv.fileName(userKey, page.at.slice(0, 10));
  return download(fileName, "text/csv; charset=utf-8", new TextEncoder().encode(text));
});
