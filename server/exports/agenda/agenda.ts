import type { Letter, LetterInline, LetterList, LetterNode } from "../letter/shapes";
import { printable } from "../letter/text";
import type { RemarkTable } from "../remarks/remarks";

export type AgendaFacts = {
  hearing: { kind: "hearing" | "assessment"; title: string; deadline: string };
  sender: string;
  source: string;
  /** The files that go with it. */
  files: readonly string[];
  table: RemarkTable;
};

const LONG_DAY = new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", dateStyle: "long" });

const DEFINITE = { hearing: "høringssvaret", assessment: "vurderingen af implementering" } as const;

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
    [
      "Økonomi",
      [blank("money", "Skriv, om svaret har økonomiske følger. Hvis ikke: Sagen har ingen økonomiske konsekvenser.")],
    ],
    [
      "Indstilling",
      [
        blank("who", "Skriv, hvem der indstiller, og til hvilket udvalg."),
        list("recommended", true, [
          `at ${DEFINITE[facts.hearing.kind]} godkendes og sendes til ${facts.sender || "afsenderen"}.`,
        ]),
      ],
    ],
    ["Bilag", [list("files", true, [...facts.files, `${facts.source} (det, der er sendt i høring)`])]],
  ];
  const body = sections.flatMap(([name, nodes]): LetterNode[] => [heading(name), ...nodes]);
  return { ...letter, kind: "Dagsordenspunkt", title: `${letter.kind}: ${letter.title}`, body, notes: [] };
}

function summaryOf(letter: Letter, { hearing, sender, table }: AgendaFacts): string {
  const day = LONG_DAY.format(new Date(hearing.deadline));
  const proposals = table.remarks.filter(({ proposed }) => proposed.length > 0).length;
  const asked = `${sender || "Afsenderen"} har sendt „${hearing.title}“ i høring med frist den ${day}.`;
  const of = `${letter.municipality} har skrevet et svar med ${counted(table.remarks.length, "bemærkning", "bemærkninger")} til bestemte punkter`;
  return `${asked} ${of}${proposals > 0 ? `, heraf ${counted(proposals, "ændringsforslag", "ændringsforslag")}` : ""}.`;
}

function presentationOf({ table }: AgendaFacts): LetterNode[] {
  const centers = [...new Set(table.remarks.flatMap((remark) => remark.centers))].sort((a, b) =>
    a.localeCompare(b, "da"),
  );
  const about = [...new Set(table.remarks.flatMap((remark) => remark.about))];
  const nodes: LetterNode[] = [blank("background", "Skriv baggrunden og det vigtigste i svaret.")];
  if (centers.length > 0) nodes.push(said("centers", "Bemærkningerne er skrevet af:"), list("center", false, centers));
  if (about.length > 0) nodes.push(said("about", "Svaret har bemærkninger til:"), list("points", false, about));
  return nodes;
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
