import { Link } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/page";
import type { CenterCount } from "~/components/progress-per-center";
import { DeadlineLines } from "~/components/status";
import { hearing as words } from "~/words/hearings";
import { coverageStates } from "~/words/names";
import type { ConsultationHead } from "../../../server/consultations/shapes";

const columns: readonly [Column<CenterCount>, ...Column<CenterCount>[]] = [
  { label: words.progressColumns.center, cell: ({ center }) => center.name },
  { label: words.progressColumns.state, cell: (row) => <Bar row={row} /> },
  {
    label: words.progressColumns.settled,
    cell: ({ settled, total }) => words.settled(settled, total),
    isNumeric: true,
  },
  {
    label: words.progressColumns.open,
    cell: ({ counts, center }) => {
      const open = counts["not-looked-at"] + counts["look-again"];
      if (open === 0) return "–";
      return (
        <Link to="daekning?vis=huller" aria-label={words.holesOf(open, center.name)}>
          {open}
        </Link>
      );
    },
    isNumeric: true,
  },
  {
    label: words.progressColumns.deadline,
    cell: ({ deadline, settled, total }) =>
      deadline && <DeadlineLines deadline={deadline} isOver={settled === total} />,
  },
];

export function CenterProgress({ progress, page }: { progress: readonly CenterCount[]; page: ConsultationHead }) {
  if (progress.length > 0)
    return <DataTable caption={words.progress} columns={columns} rows={progress} keyOf={({ center }) => center.id} />;
  return (
    <EmptyState title={words.noneAssigned.title} text={words.noneAssigned.text}>
      {page.can.assign && (
        <ButtonLink to="fordeling" kind="quiet">
          {words.assignNow}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

const ORDER = ["answered", "no-remarks", "not-relevant", "in-work", "look-again", "not-looked-at"] as const;

/** One bar of the states, said in words to listeners and on hover. */
function Bar({ row: { counts, total } }: { row: CenterCount }) {
  const parts = ORDER.filter((state) => counts[state] > 0);
  const text = parts.map((state) => `${coverageStates[state]}: ${counts[state]}`).join(", ");
  return (
    <div className="state-bar" role="img" aria-label={text} title={text}>
      {parts.map((state) => (
        <span key={state} data-state={state} style={{ width: `${(counts[state] / total) * 100}%` }} />
      ))}
    </div>
  );
}
