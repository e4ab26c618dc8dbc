import { Link } from "@remix-run/react";
import { hearings as words } from "~/words/hearings";
import type { ConsultationSummary } from "../../server/consultations/shapes";
import { type Column, DataTable } from "./data-table";
import { DeadlineLines, ResponsePill } from "./status";

const columns: readonly [Column<ConsultationSummary>, ...Column<ConsultationSummary>[]] = [
  {
    label: words.columns.title,
    width: "38%",
    cell: ({ id, title, userKey, host }) => (
      <div>
        <Link to={`/hoeringer/${id}`} prefetch="intent">
          {title}
        </Link>
        <div className="soft small numeric">{host ? `${userKey} · ${words.joint(host)}` : userKey}</div>
      </div>
    ),
  },
  { label: words.columns.sender, width: "18%", cell: ({ sender }) => sender },
  {
    label: words.columns.deadline,
    width: "15%",
    cell: ({ deadline, status }) => <Due deadline={deadline} status={status} />,
  },
  { label: words.columns.coordinator, width: "16%", cell: ({ coordinator }) => coordinator },
  { label: words.columns.status, cell: ({ status }) => <ResponsePill status={status} /> },
];

/** A filed answer has no deadline to miss any more: then only the day is shown. */
function Due({ deadline, status }: Pick<ConsultationSummary, "deadline" | "status">) {
  const isOver = status === "filed" || status === "approved";
  return <DeadlineLines deadline={deadline} isOver={isOver} />;
}

export function HearingsTable({ caption, hearings }: { caption: string; hearings: readonly ConsultationSummary[] }) {
  return <DataTable caption={caption} columns={columns} rows={hearings} keyOf={({ id }) => id} />;
}
