import type { InitiativeSaid } from "../../../app/document-model/initiatives";
import { figureTable } from "../letter/initiatives";
import type { Letter, LetterInline, LetterList, LetterNode } from "../letter/shapes";
import { printable } from "../letter/text";
import type { RemarkTable } from "../remarks/remarks";

export type AgendaFacts = {
  hearing: { kind: "hearing" | "assessment" | "follow-up"; title: string; deadline: string };
  sender: string;
  source: string;
  /** The files that go with it. */
  files: readonly string[];
  table: RemarkTable;
  /** Those of a follow-up. */
  initiatives: readonly InitiativeSaid[];
};

const LONG_DAY = new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", dateStyle: "long" });

const SOURCE_IS = {
  hearing: "det, der er sendt i høring",
  assessment: "det, der er sendt i høring",
  "follow-up": "det, der følges op på",
} as const;

const NO_COST = "Hvis ikke: Sagen har ingen økonomiske konsekvenser.";
const MONEY = {
  answer: `Skriv, om svaret har økonomiske følger. ${NO_COST}`,
  followUp: `Skriv, om opfølgningen har økonomiske følger. ${NO_COST}`,
};

const RECOMMENDED = {
  hearing: (to: string) => `at høringssvaret godkendes og sendes til ${to}.`,
  assessment: (to: string) => `at vurderingen af implementering godkendes og sendes til ${to}.`,
  "follow-up": () => "at opfølgningen tages til efterretning.",
} as const;

/**
 * The item of a committee's agenda about an approved text: what is known is written, what only people know is left as
 * marked places. [X14]
 */
export function agendaOf(letter: Letter, facts: AgendaFacts): Letter {
  const sections: [string, LetterNode[]][] = [
    [
      "Resumé",
      [said("resume", summaryOf(letter, facts)), blank("resume-more", "Skriv, hvad udvalget skal tage stilling til.")],
    ],
    ["Sagsfremstilling", presentationOf(facts)],
    ["Økonomi", [blank("money", MONEY[facts.hearing.kind === "follow-up" ? "followUp" : "answer"])]],
    [
      "Indstilling",
      [
        blank("who", "Skriv, hvem der indstiller, og til hvilket udvalg."),
        list("recommended", true, [RECOMMENDED[facts.hearing.kind](facts.sender || "afsenderen")]),
      ],
    ],
    ["Bilag", [list("files", true, [...facts.files, `${facts.source} (${SOURCE_IS[facts.hearing.kind]})`])]],
  ];
  const body = sections.flatMap(([name, nodes]): LetterNode[] => [heading(name), ...nodes]);
  return { ...letter, kind: "Dagsordenspunkt", title: `${letter.kind}: ${letter.title}`, body, notes: [] };
}

function summaryOf(letter: Letter, { hearing, sender, source, table, initiatives }: AgendaFacts): string {
  if (hearing.kind === "follow-up") {
    const goals = counted(new Set(initiatives.map(({ goal }) => goal)).size, "mål", "mål");
    const followed = `${counted(initiatives.length, "indsats", "indsatser")} under ${goals}`;
    return `${letter.municipality} følger op på ${followed} i ${source}.`;
  }
  const day = LONG_DAY.format(new Date(hearing.deadline));
  const proposals = table.remarks.filter(({ proposed }) => proposed.length > 0).length;
  const asked = `${sender || "Afsenderen"} har sendt „${hearing.title}“ i høring med frist den ${day}.`;
  const of = `${letter.municipality} har skrevet et svar med ${counted(table.remarks.length, "bemærkning", "bemærkninger")} til bestemte punkter`;
  return `${asked} ${of}${proposals > 0 ? `, heraf ${counted(proposals, "ændringsforslag", "ændringsforslag")}` : ""}.`;
}

/** Each initiative with its figures: what a committee looks for first. [M17] */
function followedUp(initiatives: readonly InitiativeSaid[]): LetterNode[] {
  return [
    blank("background", "Skriv baggrunden og det vigtigste i opfølgningen."),
    ...initiatives.flatMap(({ id, title, centerName, indicators }): LetterNode[] => [
      said(`initiative-${id}`, `${title} (${centerName})${indicators.length > 0 ? ":" : ""}`),
      ...figureTable(`agenda-${id}`, indicators),
    ]),
  ];
}

function presentationOf({ hearing, table, initiatives }: AgendaFacts): LetterNode[] {
  if (hearing.kind === "follow-up") return followedUp(initiatives);
  const centers = [...new Set(table.remarks.flatMap((remark) => remark.centers))].sort((a, b) =>
    a.localeCompare(b, "da"),
  );
  const about = [...new Set(table.remarks.flatMap((remark) => remark.about))];
  const nodes: LetterNode[] = [blank("background", "Skriv baggrunden og det vigtigste i svaret.")];
  if (centers.length > 0) nodes.push(said("centers", "Bemærkningerne er skrevet af:"), list("center", false, centers));
  if (about.length > 0) nodes.push(said("about", "Svaret har bemærkninger til:"), list("points", false, named(about)));
  return nodes;
}

/** More than these nobody reads at a meeting. */
const MOST_NAMED = 12;

/** All of them, or the first and how many more there are: the remarks go along with the item. [X30] */
function named(points: readonly string[]): readonly string[] {
  if (points.length <= MOST_NAMED + 1) return points;
  return [...points.slice(0, MOST_NAMED), `og ${points.length - MOST_NAMED} andre punkter, som fremgår af bilagene.`];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function heading(name: string): LetterNode {
  return { kind: "heading", level: 1, id: `heading-${name}`, content: [{ text: name }], reference: "" };
}

function line(id: string, inline: LetterInline) {
  return { id: `agenda-${id}`, content: [inline], reference: "" };
}

function said(id: string, text: string): LetterNode {
  return { kind: "paragraph", ...line(id, { text: printable(text) }) };
}

function blank(id: string, text: string): LetterNode {
  return { kind: "paragraph", ...line(id, { text: `[${text}]`, blank: true }) };
}

function list(id: string, ordered: boolean, texts: readonly string[]): LetterList {
  const items = texts.map((text, at) => ({ ...line(`${id}-${at}`, { text: printable(text) }), children: [] }));
  return { kind: "list", ordered, items };
}
