import { isDay } from "../deadline";
import { isTitle, MOST_NUMBERS, type ReadList, type ReadNumber, refused } from "./read-list";
import { IS_FACET, IS_TOPIC } from "./rules";
import type { KleKind } from "./shapes";

type Words = { kind: KleKind; root: string; one: string; isNumber: RegExp };

/** What KLE-Online calls them; the elements of one begin with its name: EmneNr, EmneTitel, EmneAdministrativInfo. */
const LISTS: readonly Words[] = [
  { kind: "topics", root: "KLE-Emneplan", one: "Emne", isNumber: IS_TOPIC },
  { kind: "facets", root: "KLE-Handlingsfacetter", one: "Handlingsfacet", isNumber: IS_FACET },
];

/** The XML of KLE-Online, read from tag to tag: nothing in it is expanded, fetched or nested. */
export function readXml(text: string): ReadList {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refused("kle-unsafe");
  const head = text.slice(0, 2000);
  const words = LISTS.find(({ root }) => head.includes(`<${root}`));
  if (!words) throw refused("kle-not-a-list", 1);
  return { kind: words.kind, edition: dayIn(text.slice(0, 20_000), "UdgivelsesDato"), numbers: numbersIn(text, words) };
}

function numbersIn(text: string, words: Words): ReadNumber[] {
  const [open, close] = [`<${words.one}>`, `</${words.one}>`];
  const found = new Map<string, ReadNumber>();
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, from)) {
    const to = text.indexOf(close, from);
    const read = to < 0 ? null : numberIn(text.slice(from + open.length, to), words);
    if (!read) throw refused("kle-not-a-line", lineAt(text, from));
    if (found.size === MOST_NUMBERS) throw refused("kle-too-many");
    const there = found.get(read.number);
    // A number that was given again stands there twice; the later one counts.
    if (!there || (read.validFrom ?? "") >= (there.validFrom ?? "")) found.set(read.number, read);
    from = to + close.length;
  }
  return [...found.values()];
}

function numberIn(xml: string, { one, isNumber }: Words): ReadNumber | null {
  const number = textIn(xml, `${one}Nr`)?.trim() ?? "";
  const title = textIn(xml, `${one}Titel`)?.replace(/\s+/g, " ").trim() ?? "";
  const about = textIn(xml, `${one}AdministrativInfo`) ?? "";
  if (!isNumber.test(number) || !isTitle(title)) return null;
  const gone = dayIn(about, "UdgaaetDato");
  return {
    number,
    title,
    validFrom: dayIn(about, "OprettetDato"),
    validTo: gone ? dayBefore(gone) : null,
    successor: null,
    keywords: "",
  };
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What stands between the first such tags, with XML's own five entities. */
function textIn(xml: string, name: string): string | null {
  const from = xml.indexOf(`<${name}>`);
  const to = from < 0 ? -1 : xml.indexOf(`</${name}>`, from);
  if (to < 0) return null;
  return xml
    .slice(from + name.length + 2, to)
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, sign: string) => SIGNS[sign] ?? "");
}

function dayIn(xml: string, name: string): string | null {
  const day = textIn(xml, name)?.trim().slice(0, 10) ?? "";
  return isDay(day) ? day : null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
