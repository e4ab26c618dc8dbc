import { CHART, chartOf } from "~/document-model/figure-chart";
import { danish, type TargetRange, targetWords, withUnit } from "~/document-model/figures";
import { initiatives as words } from "~/words/follow-ups";
import { day } from "~/words/time";
import "./figures.css";

type Props = { name: string; unit: string; target: TargetRange; figures: readonly Figure[] };
type Figure = { day: string; value: string; isNew?: boolean };

/** Figures over time against the band of their target. Whoever listens hears each figure with its day. */
export function FigureChart({ name, unit, target, figures }: Props) {
  if (figures.length < 2) return null;
  const { points, band } = chartOf(figures, target);
  const said = figures.map((one) => sayOf(one, unit)).join(", ");
  const last = points.at(-1);
  return (
    <svg
      className="figure-chart"
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      role="img"
      aria-label={words.chart(name, said, targetWords(target, unit))}
    >
      {band && <rect className="figure-target" x="0" y={band.y} width={CHART.width} height={band.height} />}
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {points.map(({ x, y }, at) => (
        <circle key={x} cx={x} cy={y} r={x === last?.x ? 3.5 : 2.5} data-new={figures[at]?.isNew ? "" : undefined} />
      ))}
    </svg>
  );
}

function sayOf({ value, day: on, isNew }: Figure, unit: string): string {
  const said = `${withUnit(danish(value), unit)} ${day(on)}`;
  return isNew ? words.chartNew(said) : said;
}
