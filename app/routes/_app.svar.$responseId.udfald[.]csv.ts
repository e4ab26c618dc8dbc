import { loads, param } from "~/answering";
import { download } from "~/download";
import { outcomesCsv } from "~/words/outcomes";
import { csvOf } from "./_app.svar.$responseId.udfald/csv";

/** The report as a file for a spreadsheet; for whoever may see the page. [Q13] */
export const loader = loads(async ({ services, viewer, params }) => {
  const id = param(params, "responseId");
  const { remarks } = await services.outcomes.page(viewer, id);
  const { consultation } = await services.responses.head(viewer, id);
  const bytes = new TextEncoder().encode(csvOf(remarks));
  return download(outcomesCsv.fileName(consultation.userKey), "text/csv; charset=utf-8", bytes);
});
