import { danish, targetWords, withUnit } from "~/document-model/figures";
import { initiatives as words } from "~/words/follow-ups";
import { day } from "~/words/time";
import type { IndicatorRow, InitiativeRow } from "../../server/initiatives/shapes";
import { DataTable } from "./data-table";
import { FigureChart } from "./figure-chart";

const { figures: labels } = words;

/** What an initiative is measured by: target, newest figure, the one before, and all of them as a drawing. */
export function FigureTable({ initiative }: { initiative: Pick<InitiativeRow, "title" | "indicators"> }) {
  if (initiative.indicators.length === 0) return null;
  return (
    <DataTable
      caption={labels.caption(initiative.title)}
      rows={initiative.indicators}
      keyOf={({ id }) => id}
      columns={[
        { label: labels.indicator, cell: ({ name }) => name },
        {
          label: labels.target,
          cell: ({ target, unit }) => targetWords(target, unit) || labels.noTarget,
          isNumeric: true,
        },
        { label: labels.latest, cell: (one) => figureAt(one, -1) ?? labels.none, isNumeric: true },
        { label: labels.day, cell: ({ figures }) => dayOf(figures.at(-1)), isNumeric: true },
        { label: labels.before, cell: Before, isNumeric: true },
        { label: labels.trend, cell: (one) => <FigureChart {...one} /> },
      ]}
    />
  );
}

function Before(one: IndicatorRow) {
  const before = one.figures.at(-2);
  if (!before) return "–";
  return (
    <>
      {figureAt(one, -2)} <span className="soft small">{day(before.day)}</span>
    </>
  );
}

function figureAt({ figures, unit }: IndicatorRow, at: number): string | null {
  const figure = figures.at(at);
  return figure ? withUnit(danish(figure.value), unit) : null;
}

function dayOf(figure: { day: string } | undefined) {
  return figure ? <time dateTime={figure.day}>{day(figure.day)}</time> : "–";
}
