import { csvText } from "~/csv";
import { outcome } from "~/words/answers";
import { outcomes } from "~/words/names";
import { report, outcomesCsv as words } from "~/words/outcomes";
import { date } from "~/words/time";
import type { AnsweredRemark } from "../../../server/outcomes/shapes";
import { placedByClause } from "./report";

/** One line for each remark under each clause it is about. [Q13] */
export function csvOf(remarks: readonly AnsweredRemark[]): string {
  const lines = placedByClause(remarks).map(({ about, remark }) => [
    about?.number ?? "",
    about ? about.heading || about.text : outcome.whole,
    remark.text,
    [...new Set(remark.by.map(({ center }) => center))].join(", "),
    remark.outcome ? outcomes[remark.outcome.outcome] : report.open,
    remark.outcome?.reason ?? "",
    remark.outcome?.by ?? "",
    remark.outcome ? date(remark.outcome.at) : "",
  ]);
  return csvText([words.columns, ...lines]);
}
