import { Link } from "@remix-run/react";
import { hearings as words } from "~/words/hearings";
import type { ConsultationSummary } from "../../server/consultations/shapes";
import { type Column, DataTable } from "./data-table";
import { DeadlineText, ResponsePill } from "./status";

const columns: readonly [Column<ConsultationSummary>, ...Column<ConsultationSummary>[]] = [
  {
    label: words.columns.title,
    cell: ({ id, title, userKey }) => (
      <div>
        <Link to={`/hoeringer/${id}`} prefetch="intent">
          {title}
        </Link>
        <div className="soft small numeric">{userKey}</div>
      </div>
    ),
  },
  { label: words.columns.sender, cell: ({ sender }) => sender },
  { label: words.columns.deadline, cell: ({ deadline, status }) => <Due deadline={deadline} status={status} /> },
  { label: words.columns.coordinator, cell: ({ coordinator }) => coordinator },
  { label: words.columns.status, cell: ({ status }) => <ResponsePill status={status} /> },
];

/** A filed answer has no deadline to miss any more: then only the day is shown. */
function Due({ deadline, status }: Pick<ConsultationSummary, "deadline" | "status">) {
  const isOver = status === "filed" || status === "approved";
  return <DeadlineText deadline={deadline} isOver={isOver} brief />;
}

export function HearingsTable({ caption, hearings }: { caption: string; hearings: readonly ConsultationSummary[] }) {
  return <DataTable caption={caption} columns={columns} rows={hearings} keyOf={({ id }) => id} />;
}
