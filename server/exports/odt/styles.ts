import type { Letter } from "../letter/shapes";
import { part, spaced } from "./parts";

const GREY = "#595959";
const RULE = "0.5pt solid #b5b5b5";

type Style = {
  name: string;
  parent?: string;
  shown?: string;
  next?: string;
  outline?: number;
  paragraph?: string;
  text?: string;
};

function style({ name, parent = "Standard", shown, next, outline, paragraph = "", text = "" }: Style): string {
  const said = [
    `style:name="${name}" style:family="paragraph"`,
    name === "Standard" ? "" : `style:parent-style-name="${parent}"`,
    shown ? `style:display-name="${shown}"` : "",
    next ? `style:next-style-name="${next}"` : "",
    outline ? `style:default-outline-level="${outline}"` : "",
  ];
  const paragraphs = paragraph === "" ? "" : `<style:paragraph-properties ${paragraph}/>`;
  const texts = text === "" ? "" : `<style:text-properties ${text}/>`;
  return `<style:style ${said.filter(Boolean).join(" ")}>${paragraphs}${texts}</style:style>`;
}

const bold = 'fo:font-weight="bold"';
const heading = (outline: number, size: number, before: number) =>
  style({
    name: `Heading_20_${outline}`,
    shown: `Heading ${outline}`,
    next: "Standard",
    outline,
    paragraph: `fo:margin-top="${before}pt" fo:margin-bottom="4pt" fo:keep-with-next="always"`,
    text: `${bold} fo:font-size="${size}pt"`,
  });

const PARAGRAPHS = [
  style({ name: "Standard", paragraph: 'fo:margin-bottom="7pt" fo:line-height="120%" fo:widows="2" fo:orphans="2"' }),
  style({
    name: "Title",
    next: "Standard",
    paragraph: 'fo:margin-bottom="10pt" fo:line-height="108%" fo:keep-with-next="always"',
    text: `${bold} fo:font-size="20pt"`,
  }),
  heading(1, 14, 16),
  heading(2, 12, 13),
  heading(3, 10.5, 11),
  style({ name: "Kommune", paragraph: 'fo:margin-bottom="24pt"', text: bold }),
  style({ name: "Brevtype", paragraph: 'fo:margin-bottom="3pt"', text: `fo:color="${GREY}" fo:font-size="9.5pt"` }),
  style({ name: "Stempel", paragraph: 'fo:margin-bottom="6pt"', text: `${bold} fo:letter-spacing="1.5pt"` }),
  style({ name: "Oplysning", paragraph: 'fo:margin-bottom="1pt"', text: 'fo:font-size="9pt"' }),
  style({ name: "Streg", paragraph: `fo:margin-bottom="10pt" fo:border-bottom="${RULE}"`, text: 'fo:font-size="4pt"' }),
  style({
    name: "Quotations",
    paragraph: 'fo:margin-left="8mm" fo:margin-right="8mm" fo:margin-top="6pt"',
    text: 'fo:font-style="italic"',
  }),
  style({ name: "QuotationsMedKilde", parent: "Quotations", paragraph: 'fo:keep-with-next="always"' }),
  style({
    name: "Citatkilde",
    paragraph: 'fo:margin-left="8mm" fo:margin-bottom="8pt"',
    text: `fo:color="${GREY}" fo:font-size="9pt"`,
  }),
  style({ name: "Optakt", paragraph: 'fo:keep-with-next="always"' }),
  style({ name: "Punkt", paragraph: 'fo:margin-bottom="3pt"' }),
  style({ name: "PunktOptakt", parent: "Punkt", paragraph: 'fo:keep-with-next="always"' }),
  style({ name: "SidstePunkt", parent: "Punkt", paragraph: 'fo:margin-bottom="7pt"' }),
  style({
    name: "Celle",
    paragraph: 'fo:margin-top="1pt" fo:margin-bottom="1pt" fo:line-height="108%"',
    text: 'fo:font-size="9.5pt"',
  }),
  style({ name: "Footnote", paragraph: 'fo:margin-bottom="2pt"', text: 'fo:font-size="8.5pt"' }),
  style({
    name: "Footer",
    paragraph: 'fo:margin-bottom="0pt"',
    text: `fo:font-size="7pt" fo:color="${GREY}"`,
  }),
  style({
    name: "Sidehoved",
    paragraph: 'fo:text-align="end" fo:margin-bottom="0pt"',
    text: `${bold} fo:font-size="9pt"`,
  }),
];

const text = (name: string, said: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${said}/></style:style>`;

const TEXTS = [
  text("Fed", bold),
  text("Kursiv", 'fo:font-style="italic"'),
  text("FedKursiv", `${bold} fo:font-style="italic"`),
  text("Henvisning", `fo:color="${GREY}" fo:font-size="9pt" fo:font-weight="normal" fo:font-style="normal"`),
  text("Navn", `fo:color="${GREY}"`),
  text("Udfyldes", 'fo:background-color="#ffe9a8"'),
  text("Notetal", 'style:text-position="super 58%"'),
  text("Internet_20_link", 'fo:color="#0b5cad" style:text-underline-style="solid"'),
];

const NUMBERS = ["1", "a", "i", "1"];
const BULLETS = ["•", "–", "•", "–"];

/** One look for each depth; ODF begins each list of its own at 1. */
function lists(): string {
  const level = (depth: number, ordered: boolean) => {
    const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${7.5 * depth}mm" fo:text-indent="-6mm" fo:margin-left="${7.5 * depth}mm"/></style:list-level-properties>`;
    return ordered
      ? `<text:list-level-style-number text:level="${depth}" style:num-format="${NUMBERS[depth - 1]}" style:num-suffix=".">${place}</text:list-level-style-number>`
      : `<text:list-level-style-bullet text:level="${depth}" text:bullet-char="${BULLETS[depth - 1]}">${place}</text:list-level-style-bullet>`;
  };
  return [true, false]
    .map((ordered) => {
      const levels = [1, 2, 3, 4].map((depth) => level(depth, ordered));
      return `<text:list-style style:name="${ordered ? "Tal" : "Punkter"}">${levels.join("")}</text:list-style>`;
    })
    .join("");
}

const NOTES =
  '<text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" text:citation-style-name="Notetal" text:citation-body-style-name="Notetal" style:num-format="1" style:num-suffix=" " text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>';

// Heights that are said, not grown into: where head or foot grows when a page is full already, LibreOffice moves lines to the
// next page and forgets what they are to be kept with. Both have room for two lines.
const HEADED =
  '<style:header-style><style:header-footer-properties svg:height="7mm" fo:margin-bottom="5mm"/></style:header-style>';
const FOOTED =
  '<style:footer-style><style:header-footer-properties svg:height="8mm" fo:margin-top="5mm"/></style:footer-style>';

/** On every page of what nobody has approved. [X12] */
function headerOf({ mark }: Letter): string {
  return mark === "" ? "" : `<style:header><text:p text:style-name="Sidehoved">${spaced(mark)}</text:p></style:header>`;
}

export function styles(letter: Letter): string {
  const language =
    'fo:language="da" fo:country="DK" style:font-name="Arial" fo:font-family="Arial" fo:font-size="10.5pt" fo:color="#1a1a1a"';
  const usual = `<style:default-style style:family="paragraph"><style:text-properties ${language}/></style:default-style>`;
  const headed = letter.mark === "" ? "" : HEADED;
  const page = `<style:page-layout style:name="Side"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="${letter.mark === "" ? 24 : 12}mm" fo:margin-bottom="14mm" fo:margin-left="26mm" fo:margin-right="26mm"/>${headed}${FOOTED}</style:page-layout>`;
  const tabbed = `<style:style style:name="Sidefod" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="158mm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>`;
  const footer = `<text:p text:style-name="Sidefod">${spaced(letter.footer)}<text:tab/>Side <text:page-number text:select-page="current"/> af <text:page-count/></text:p>`;
  const master = `<style:master-page style:name="Standard" style:page-layout-name="Side">${headerOf(letter)}<style:footer>${footer}</style:footer></style:master-page>`;
  return part(
    "document-styles",
    `<office:styles>${usual}${PARAGRAPHS.join("")}${TEXTS.join("")}${lists()}${NOTES}</office:styles><office:automatic-styles>${tabbed}${page}</office:automatic-styles><office:master-styles>${master}</office:master-styles>`,
  );
}

/** Those of a table's own: what a cell looks like has no name of its own in ODF. */
export const TABLE_STYLES = [
  `<style:style style:name="Oplyst" style:family="paragraph" style:parent-style-name="Oplysning"><style:paragraph-properties fo:margin-left="23mm" fo:text-indent="-23mm"><style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops></style:paragraph-properties></style:style>`,
  `<style:style style:name="Tabel" style:family="table"><style:table-properties style:width="158mm" table:align="left" table:border-model="collapsing" fo:margin-top="6pt" fo:margin-bottom="8pt"/></style:style>`,
  `<style:style style:name="Lille" style:family="table"><style:table-properties style:width="158mm" table:align="left" table:border-model="collapsing" fo:margin-top="6pt" fo:margin-bottom="8pt" style:may-break-between-rows="false"/></style:style>`,
  `<style:style style:name="Hel" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`,
  `<style:style style:name="Felt" style:family="table-cell"><style:table-cell-properties fo:border="${RULE}" fo:padding="1.5mm"/></style:style>`,
  `<style:style style:name="Hoved" style:family="table-cell"><style:table-cell-properties fo:border="${RULE}" fo:padding="1.5mm" fo:background-color="#f0f2f4"/></style:style>`,
].join("");
