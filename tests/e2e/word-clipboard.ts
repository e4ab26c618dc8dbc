import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A remark under a heading of its own, and the clauses of the demo's agreement that it is about. */
export type Remark = { heading: string; says: readonly string[]; points?: readonly string[]; on: readonly string[] };
export type Letter = { title: string; general: readonly string[]; remarks: readonly Remark[]; signature: string };

export const OWN_LETTER: Letter = {
  title: "Høringssvar om aftalen for voksne med psykisk sygdom",
  general: [
    "Centeret finder, at udkastet er til at forstå, og at det er sagt klart, hvem der skal gøre hvad.",
    "De steder, hvor praksis i dag er en anden, gennemgås herunder.",
  ],
  remarks: [
    {
      heading: "Lægens deltagelse",
      says: ["Det er svært at få den praktiserende læge med til møderne, og et referat dagen efter er sjældent nok."],
      on: ["3.3", "3.4"],
    },
    {
      heading: "Følgeskab",
      says: ["Behandlingen ligger ofte langt væk, og centeret har ikke medarbejdere til at følge med hver gang."],
      on: ["4.3"],
    },
    {
      heading: "Ventetid",
      says: ["En midlertidig løsning inden for fire uger forudsætter pladser, som ikke findes i dag."],
      points: ["Bostøtte kan begynde inden for tre uger.", "Botilbud har et halvt års venteliste."],
      on: ["4.2"],
    },
    {
      heading: "Møder under indlæggelse",
      says: ["Fem hverdage er for lidt, når sagsbehandleren skal nå at tale med borgeren først."],
      on: ["5.2"],
    },
    {
      heading: "Varsel ved udskrivning",
      says: ["Centeret er enigt i varslet, men oplever at få det samme dag."],
      on: ["5.3", "5.4"],
    },
    {
      heading: "Overgangskontakt",
      says: ["Tanken er god. Det bør fremgå, hvem der betaler for kontakten efter de otte uger."],
      on: ["5.5"],
    },
    {
      heading: "Hjemløse borgere",
      says: ["Der mangler herberger, som tager imod borgere med psykisk sygdom."],
      on: ["6.2"],
    },
  ],
  signature: "På vegne af Center for Socialservice",
};

const SEED = fileURLToPath(new URL("../../../shared/seeds/004-hoeringssvar-samarbejdsaftaler.txt", import.meta.url));
/** What its headed remarks are about, in their order, in the demo's agreement. */
const SEED_ON = [["3.3"], ["4.3"], ["4.1", "4.2"], ["5.5"], ["5.1", "5.3"], ["4.2"], ["5.2"], ["6.2"]] as const;
const LONGEST_HEADING = 80;

/** The real response, where it lies beside the repository; it is read here and kept nowhere. */
export function seedLetter(): Letter | null {
  if (!existsSync(SEED)) return null;
  const paragraphs = readFileSync(SEED, "utf8")
    .split(/\n\s*\n/)
    .map((part) => part.split("\n").map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ""))
    .filter((lines) => lines.length > 0);
  const isHeaded = ([first = "", ...rest]: string[]) =>
    rest.length > 0 && first.endsWith(":") && first.length <= LONGEST_HEADING;
  const headed = paragraphs.filter(isHeaded);
  const [title = "", ...general] = paragraphs.filter((lines) => !isHeaded(lines)).map((lines) => lines.join(" "));
  const signature = general.pop() ?? "";
  const remarks = headed.map(([heading = "", ...rest], index) => ({
    heading: heading.replace(/:$/, ""),
    says: [rest.join(" ")],
    on: SEED_ON[index] ?? ["1.1"],
  }));
  return { title, general, remarks, signature };
}

/** What lies on the clipboard when a letter is copied in Word: its styles, its namespaces, and lists that are none. */
export function asFromWord({ title, general, remarks, signature }: Letter): { html: string; text: string } {
  const body = [
    `<p class=MsoTitle><span style='font-size:20.0pt'>${title}<o:p></o:p></span></p>`,
    ...general.map(normal),
    ...remarks.flatMap(({ heading, says, points = [] }) => [
      `<h2><a name="_Toc1"></a><span style='mso-fareast-font-family:"Times New Roman"'>${heading}<o:p></o:p></span></h2>`,
      ...says.map(normal),
      ...points.map((point, index) => listItem(point, index, points.length)),
    ]),
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
    normal(signature),
  ].join("\n\n");
  const lines = remarks.flatMap(({ heading, says, points = [] }) => [heading, ...says, ...points]);
  return { html: `${HEAD}<!--StartFragment-->\n${body}\n<!--EndFragment--></body></html>`, text: lines.join("\r\n") };
}

function normal(text: string): string {
  const at = text.indexOf(" ", 12);
  const [start, end] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
  return `<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'>${start}<span\nstyle='mso-spacerun:yes'></span>${end}<o:p></o:p></p>`;
}

function listItem(text: string, index: number, count: number): string {
  const place = index === 0 ? "First" : index === count - 1 ? "Last" : "Middle";
  const sign = `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`;
  return `<p class=MsoListParagraphCxSp${place} style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${sign}${text}<o:p></o:p></p>`;
}

const HEAD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15"><meta name=Originator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/kontor/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom><w:HyphenationZone>21</w:HyphenationZone></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:Calibri; mso-font-charset:0;} p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt;} @list l0 {mso-list-id:1; mso-list-type:hybrid;} @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;} --></style></head>
<body lang=DA style='tab-interval:65.2pt;word-wrap:break-word'>
`;
