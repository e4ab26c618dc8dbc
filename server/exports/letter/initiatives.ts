import type { Block, ResponseDocument } from "../../../app/document-model/document";
import { chartOf } from "../../../app/document-model/figure-chart";
import { danish, targetWords, withUnit } from "../../../app/document-model/figures";
import {
  type Figure,
  type IndicatorSaid,
  type InitiativeSaid,
  toldFigures,
} from "../../../app/document-model/initiatives";
import type { LetterCell, LetterNode, LetterTable } from "./shapes";
import { printable } from "./text";

const LONG_DAY = new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", dateStyle: "long" });

/** What a letter says of initiatives: under their headings, and of those that have none, at the end. */
export type InitiativeLines = { under: (block: Block) => LetterNode[]; rest: () => LetterNode[] };

export function initiativeLines({ initiatives }: Pick<ResponseDocument, "initiatives">): InitiativeLines {
  const said = initiatives?.said ?? [];
  return {
    under: ({ id }) => said.filter(({ heading }) => heading === id).flatMap((one) => nodesOf(one)),
    rest: () => said.filter(({ heading }) => !heading).flatMap((one) => nodesOf(one, `${one.title}. `)),
  };
}

function nodesOf(one: InitiativeSaid, name = ""): LetterNode[] {
  return [factsOf(one, name), ...figureTable(one.id, one.indicators), ...one.indicators.flatMap(overTime)];
}

/** "Ansvarlig: Center for Voksne. Periode: 2018-2020. Frist: april/maj 2018." */
function factsOf({ id, centerName, period, deadline }: InitiativeSaid, name: string): LetterNode {
  const facts = [`Ansvarlig: ${centerName}`, period ? `Periode: ${period}` : "", deadline ? `Frist: ${deadline}` : ""];
  const words = facts.filter(Boolean).map((fact) => fact.replace(/[.\s]+$/, ""));
  const bold = name ? [{ text: printable(name), bold: true as const }] : [];
  const said = { text: printable(`${words.join(". ")}.`), italic: true as const };
  return { kind: "paragraph", id: `${id}-facts`, reference: "", content: [...bold, said] };
}

const COLUMNS = ["Indikator", "Mål", "Seneste", "Dato", "Før"] as const;
const WIDTHS = [0.32, 0.17, 0.16, 0.17, 0.18];

/** A row for each indicator: what it should be, what it is, of which day, and what it was before. None where there is none. */
export function figureTable(id: string, indicators: readonly IndicatorSaid[]): LetterTable[] {
  if (indicators.length === 0) return [];
  const rows = [[...COLUMNS], ...indicators.flatMap(rowsOf)];
  const cells = rows.flatMap((row, y) => row.map((words, x): LetterCell => cellOf(`${id}-${y}-${x}`, { x, y, words })));
  const size = { columns: COLUMNS.length, headerRows: 1, rows: rows.length };
  return [{ kind: "table", ...size, widths: WIDTHS, cells }];
}

/** The newest figure's row has the target; below it those of the others that have come since the last follow-up. [M24] */
function rowsOf({ name, unit, target, figures }: IndicatorSaid): string[][] {
  const goal = targetWords(target, unit) || "–";
  const told = toldFigures(figures);
  if (told.length === 0) return [[name, goal, "–", "–", "–"]];
  return told.map(({ figure, before }, at) => {
    const earlier = before ? sayOf(before, unit) : "–";
    const of = at === 0 ? [name, goal] : [`${name}, tidligere`, "–"];
    return [...of, withUnit(danish(figure.value), unit), longDay(figure.day), earlier];
  });
}

function sayOf({ day, value }: Figure, unit: string): string {
  return `${withUnit(danish(value), unit)} (${longDay(day)})`;
}

function cellOf(id: string, { x, y, words }: { x: number; y: number; words: string }): LetterCell {
  const body: LetterNode[] = [{ kind: "paragraph", id, reference: "", content: [{ text: printable(words) }] }];
  return { x, y, colspan: 1, rowspan: 1, header: y === 0 || x === 0, body };
}

/** Where there are more than two figures: all of them, in words, which of them are new, and drawn. */
function overTime({ id, name, unit, target, figures }: IndicatorSaid): LetterNode[] {
  if (figures.length < 3) return [];
  const said = figures.map((one) => sayOf(one, unit)).join(", ");
  const fresh = figures.filter(({ isNew }) => isNew).map((one) => sayOf(one, unit));
  const since = fresh.length > 0 ? ` Siden sidste opfølgning: ${fresh.join(", ")}.` : "";
  const content = [{ text: printable(`Udvikling i ${name}: ${said}.${since}`) }];
  return [{ kind: "paragraph", id: `${id}-time`, reference: "", content, chart: chartOf(figures, target) }];
}

function longDay(day: string): string {
  return LONG_DAY.format(new Date(day));
}
