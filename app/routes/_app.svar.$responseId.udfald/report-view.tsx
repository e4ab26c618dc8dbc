import { Link } from "@remix-run/react";
import { type Column, DataTable } from "~/components/data-table";
import { OutcomePill, OutcomeSaved, RemarkOutcome } from "~/components/outcome";
import { SaidBy } from "~/components/stance";
import { StatusPill } from "~/components/status";
import { outcome as words } from "~/words/answers";
import { clauseName } from "~/words/clause-names";
import { clausePage } from "~/words/clause-page";
import { outcomes } from "~/words/names";
import { report } from "~/words/outcomes";
import type { AnsweredRemark, Outcome } from "../../../server/outcomes/shapes";
import { useResponse } from "../_app.svar.$responseId/use-response";
import { type CenterCounts, centersOf, countsOf, type Placed, placedByClause } from "./report";

type Page = { responseId: string; remarks: AnsweredRemark[]; can: { record: boolean } };
type Props = { page: Page; answer: unknown };

/** What came of a hearing's remarks: in all, center by center, clause by clause. [Q13] */
export function Report({ page, answer }: Props) {
  const centers = centersOf(page.remarks);
  return (
    <>
      <Totals remarks={page.remarks} />
      {centers.length > 1 && (
        <section className="section" aria-labelledby="per-center">
          <h2 id="per-center">{report.centers}</h2>
          <DataTable caption={report.centers} columns={CENTER_COLUMNS} rows={centers} keyOf={({ center }) => center} />
        </section>
      )}
      <section className="section" aria-labelledby="per-clause">
        <h2 id="per-clause">{report.list}</h2>
        <OutcomeSaved answer={answer} />
        <DataTable
          caption={report.list}
          columns={columnsOf(page, answer)}
          rows={placedByClause(page.remarks)}
          keyOf={({ key }) => key}
        />
      </section>
    </>
  );
}

const EACH = Object.keys(outcomes) as Outcome[];

function Totals({ remarks }: Pick<Page, "remarks">) {
  const counts = countsOf(remarks);
  return (
    <section aria-label={report.counts}>
      <dl className="outcome-counts">
        {EACH.map((each) => (
          <div key={each}>
            <dt>
              <OutcomePill outcome={each} />
            </dt>
            <dd className="numeric">{counts[each]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <StatusPill tone="plain">{report.open}</StatusPill>
          </dt>
          <dd className="numeric">{counts.open}</dd>
        </div>
      </dl>
      <p className="soft">
        {counts.open === counts.all ? report.nothingYet : report.count(counts.all - counts.open, counts.all)}
      </p>
    </section>
  );
}

const CENTER_COLUMNS: readonly [Column<CenterCounts>, ...Column<CenterCounts>[]] = [
  { label: report.center, cell: ({ center }) => center },
  { label: report.remarks, cell: ({ all }) => all, isNumeric: true },
  ...EACH.map((each) => ({ label: outcomes[each], cell: (row: CenterCounts) => row[each], isNumeric: true })),
  { label: report.open, cell: ({ open }) => open, isNumeric: true },
];

function columnsOf({ responseId, can }: Page, answer: unknown): readonly [Column<Placed>, ...Column<Placed>[]] {
  return [
    { label: words.columns.about, cell: ({ about }) => <AboutWhat about={about} />, width: "20%" },
    {
      label: words.columns.remark,
      cell: ({ remark: { blockId, text } }) => (
        <>
          <p className="outcome-remark">{text}</p>
          <Link className="small not-printed" to={`/svar/${responseId}#b-${blockId}`}>
            {clausePage.toRemark}
          </Link>
        </>
      ),
    },
    { label: words.columns.center, cell: ({ remark }) => <SaidBy by={remark.by} />, width: "18%" },
    {
      label: words.columns.outcome,
      cell: ({ remark: { blockId, text, outcome }, isFirst }) => (
        <RemarkOutcome
          place={{ responseId, blockId, text }}
          outcome={outcome}
          mayRecord={can.record && isFirst}
          answer={isFirst ? answer : undefined}
        />
      ),
      width: "26%",
    },
  ];
}

function AboutWhat({ about }: Pick<Placed, "about">) {
  const { host } = useResponse().consultation;
  if (!about) return <>{words.whole}</>;
  // A guest has none of the host's pages about the source. [J12]
  if (host !== null) return <>{clauseName(about)}</>;
  return <Link to={`/kilder/${about.versionId}/punkt/${about.id}`}>{clauseName(about)}</Link>;
}
