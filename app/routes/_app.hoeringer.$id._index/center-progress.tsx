import { Link } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/page";
import type { CenterCount } from "~/components/progress-per-center";
import { DeadlineLines, StatusPill, type Tone } from "~/components/status";
import { partStates } from "~/words/front";
import { hearing as words } from "~/words/hearing";
import { lateness } from "~/words/lateness";
import { coverageStates } from "~/words/names";
import type { PartState } from "../../../server/consultations/front/shapes";
import type { ConsultationHead } from "../../../server/consultations/shapes";

/** How far a center is; `part` null: there is no text yet. */
type Row = CenterCount & { part: PartState | null };

const TONES: Record<PartState, Tone> = {
  none: "plain",
  waits: "accent",
  signed: "good",
  lapsed: "warn",
  returned: "bad",
};

const columns: readonly [Column<Row>, ...Column<Row>[]] = [
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
    cell: (row) => (
      <div>
        {row.deadline && <DeadlineLines deadline={row.deadline} isOver={row.settled === row.total} />}
        <Lateness row={row} />
      </div>
    ),
  },
];

function columnsFor(responseId: string | null): readonly [Column<Row>, ...Column<Row>[]] {
  if (!responseId) return columns;
  return [...columns, { label: words.progressColumns.part, cell: (row) => <Part row={row} responseId={responseId} /> }];
}

/** [H40] */
function Lateness({ row }: { row: Row }) {
  const said = lateness(row);
  if (!said) return null;
  return (
    <div className="small">
      <Link className={row.overdue > 0 ? "center-late" : undefined} to="daekning?vis=forsinket">
        {said}
        <span className="visually-hidden">: {row.center.name}</span>
      </Link>
    </div>
  );
}

/** [H41] */
function Part({ row: { part, center }, responseId }: { row: Row; responseId: string }) {
  if (part === null || part === "none") return <span className="soft">{partStates.none}</span>;
  return (
    <Link to={`/svar/${responseId}/del/${center.id}`}>
      <StatusPill tone={TONES[part]}>{partStates[part]}</StatusPill>
      <span className="visually-hidden">: {center.name}</span>
    </Link>
  );
}

export function CenterProgress({ progress, page }: { progress: readonly Row[]; page: ConsultationHead }) {
  if (progress.length > 0)
    return (
      <DataTable
        caption={words.progress}
        columns={columnsFor(page.responseId)}
        rows={progress}
        keyOf={({ center }) => center.id}
        municipalityOf={({ center }) => center.municipality}
      />
    );
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
