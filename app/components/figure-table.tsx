import { danish, targetWords, withUnit } from "~/document-model/figures";
import { toldFigures } from "~/document-model/initiatives";
import { initiatives as words } from "~/words/follow-ups";
import { day } from "~/words/time";
import type { IndicatorRow, InitiativeRow } from "../../server/initiatives/shapes";
import { DataTable } from "./data-table";
import { FigureChart } from "./figure-chart";

const { figures: labels } = words;

type Figure = IndicatorRow["figures"][number];
/** `isFirst`: the newest figure's, which has the target and the drawing; under it those that are new as well. */
type Row = { indicator: IndicatorRow; figure?: Figure; before?: Figure; isFirst: boolean };

/** What an initiative is measured by: target, the newest figure and all that have come since the last follow-up. [M24] */
export function FigureTable({ initiative }: { initiative: Pick<InitiativeRow, "title" | "indicators"> }) {
  if (initiative.indicators.length === 0) return null;
  return (
    <>
      <DataTable
        caption={labels.caption(initiative.title)}
        rows={initiative.indicators.flatMap(rowsOf)}
        keyOf={({ indicator: { id }, figure }) => `${id} ${figure?.day}`}
        columns={[
          {
            label: labels.indicator,
            cell: ({ indicator: { name }, isFirst }) => (isFirst ? name : labels.earlier(name)),
          },
          { label: labels.target, cell: targetOf, isNumeric: true },
          { label: labels.latest, cell: ({ indicator, figure }) => sayOf(indicator, figure), isNumeric: true },
          { label: labels.day, cell: ({ figure }) => dayOf(figure), isNumeric: true },
          { label: labels.before, cell: Before, isNumeric: true },
          { label: labels.trend, cell: ({ indicator, isFirst }) => isFirst && <FigureChart {...indicator} /> },
        ]}
      />
      {initiative.indicators.map((one) => (
        <Since key={one.id} indicator={one} />
      ))}
    </>
  );
}

function rowsOf(indicator: IndicatorRow): Row[] {
  const told = toldFigures(indicator.figures);
  if (told.length === 0) return [{ indicator, isFirst: true }];
  return told.map((one, at) => ({ indicator, ...one, isFirst: at === 0 }));
}

function targetOf({ indicator: { target, unit }, isFirst }: Row): string {
  return isFirst ? targetWords(target, unit) || labels.noTarget : "";
}

function Before({ indicator: { unit }, before }: Row) {
  if (!before) return "–";
  return (
    <span>
      {withUnit(danish(before.value), unit)} <span className="soft small figure-day">{day(before.day)}</span>
    </span>
  );
}

function Since({ indicator: { name, unit, figures } }: { indicator: IndicatorRow }) {
  const fresh = figures.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return null;
  const said = fresh.map(({ value, day: on }) => `${withUnit(danish(value), unit)} (${day(on)})`);
  return <p className="small figure-since">{words.since(name, said)}</p>;
}

function sayOf({ unit }: IndicatorRow, figure: Figure | undefined): string {
  return figure ? withUnit(danish(figure.value), unit) : labels.none;
}

function dayOf(figure: Figure | undefined) {
  return figure ? (
    <time className="figure-day" dateTime={figure.day}>
      {day(figure.day)}
    </time>
  ) : (
    "–"
  );
}
