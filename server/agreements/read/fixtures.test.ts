import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flatten } from "../../../app/document-model/proposal";
import { outline, readAsPaper, treeOf } from "./testing";

const FIXTURES = new URL("../../../tests/fixtures/", import.meta.url);

function fixture(name: string) {
  return readAsPaper(readFileSync(new URL(name, FIXTURES)), name);
}

test("[S2] a goal paper printed to text is read whole: headings, goals, areas, notes, and nothing of its page lines", () => {
  const { proposal, kind } = fixture("maalpapir.txt");
  expect(kind).toBe("goal-paper");
  expect(proposal.warnings).toEqual(["page-lines-dropped", "contents-dropped"]);
  const nodes = flatten(proposal.nodes);
  const headings = nodes
    .filter((node) => node.heading !== "")
    .map(({ number, heading }) => `${number} ${heading}`.trim());
  expect(headings).toEqual([
    "Fælles mål for nære tilbud – udkast",
    "Indledning",
    "Tryghed i eget hjem",
    "KKR-mål for tryghed i eget hjem",
    "Unges vej til hjælp",
    "Hvorfor er det et fælles mål?",
    "KKR-mål om unges vej til hjælp",
    "Udviklingsområder",
    "A Ensomhed blandt ældre",
    "B Tandsundhed i botilbud",
  ]);
  expect(nodes.filter((node) => node.kind === "goal").map((node) => node.text)).toEqual([
    "Senest i 2027 har alle kommuner et akutteam, som kan nås hele døgnet, og som kender de borgere, det besøger.",
    "Kommunerne deler hvert år deres tal med hinanden.",
    "Alle unge kan få en samtale inden for [antal] dage.",
    "Der oprettes én fælles indgang.",
  ]);
  expect(nodes.filter((node) => node.warnings.includes("placeholder")).map((node) => node.text)).toEqual([
    "Alle unge kan få en samtale inden for [antal] dage.",
  ]);
});

test("[S2] words broken over a line are joined, compounds and 'sund- og' keep their hyphen", () => {
  const text = flatten(fixture("maalpapir.txt").proposal.nodes)
    .map((node) => node.text)
    .join("\n");
  expect(text).toContain("samarbejdspartnere");
  expect(text).toContain("KKR-målene");
  expect(text).toContain("sund- og trivselstiltag");
  expect(text).toContain("de 29 kommuner 29 gange om året");
});

test("[S2] an agreement in Markdown is read whole", () => {
  const { proposal, kind } = fixture("samarbejdsaftale.md");
  expect(kind).toBe("agreement");
  expect(outline(proposal.nodes)).toEqual([
    "section |Samarbejdsaftale om fælles forløb|",
    "  text ||Aftalen er indgået mellem Region Øst og kommunerne i området.",
    "section 1|Formål|",
    "  clause 1.1||Aftalen skal give borgeren ét forløb, også når flere myndigheder er med.",
    "  clause 1.2||Aftalen gælder borgere på 18 år og derover. Den gælder også den, der venter på en afklaring.\n\nBorgere under 18 år er omfattet af en særskilt aftale.",
    "section 2|Ansvar|",
    "  text ||Parterne er enige om følgende fordeling.",
    "  clause 2.1||Kommunen har ansvaret for:",
    "    clause ||bolig og støtte i hjemmet",
    "    clause ||beskæftigelse, når borgeren ønsker det",
    "    clause ||at holde kontakten til de pårørende",
    "  clause 2.2||Regionen har ansvaret for udredning og behandling. Fristen er [dato indsættes].",
    "  clause 2.3|Den praktiserende læge|Lægen inviteres til fælles møder og får referatet senest dagen efter.",
    "section 3|Udskrivning|",
    "  section 3.1|Varsling|",
    "    clause 3.1.1||Afdelingen varsler kommunen senest tre hverdage før.",
    "    clause 3.1.2||Varslet gives elektronisk.",
    "  section 3.2|Møder|",
    "    clause ||Mødet holdes inden udskrivningen.",
    "    clause ||Kommunen deltager på video, når afstanden er stor.",
    "section 4|Frister|",
    "  ignored ||Nr. · Opgave · Hvem · Frist",
    "  clause 1||Opgave: Første møde · Hvem: Kommunen · Frist: 5 dage",
    "  clause 2||Opgave: Plan · Hvem: Regionen",
    "section 5|Opfølgning|",
    "  clause ||Parterne mødes to gange om året.",
    "  clause ||Se vejledningen (https://eksempel.dk/vejledning) og note¹.",
    "  text ||¹ Vejledningen er fra 2025.",
    "  text ||På vegne af parterne",
  ]);
});

test("chapters, sections of law and their subsections nest", () => {
  const text = `Kapitel 1: Almindelige regler

§ 1. Aftalen gælder for voksne.

Stk. 2. Unge er omfattet, når de selv ønsker det.

§ 2. Parterne mødes hvert år.

Kapitel 2: Særlige regler

§ 3. Regionen indkalder.`;
  expect(treeOf(text)).toEqual([
    "section Kapitel 1|Almindelige regler|",
    "  clause § 1||Aftalen gælder for voksne.",
    "    clause Stk. 2||Unge er omfattet, når de selv ønsker det.",
    "  clause § 2||Parterne mødes hvert år.",
    "section Kapitel 2|Særlige regler|",
    "  clause § 3||Regionen indkalder.",
  ]);
});

test("numbered headings of plain text nest by their parts, and a figure at a line's start is no number", () => {
  const text = `1 Formål
Aftalen omfatter de borgere, som er indlagt i mere end en uge, og som i alt udgør omkring
29 Procent af alle, der indlægges i løbet af et år i hele regionen.

2 Ansvar

2.1 Kommunens ansvar
Kommunen betaler 3.2 mio. kr. om året til den fælles drift af de tilbud, som er nævnt ovenfor.

2.2 Regionens ansvar

2.2.1 Regionen betaler for behandlingen.

3 Ikrafttræden
Aftalen gælder fra
1. januar 2027.`;
  expect(treeOf(text)).toEqual([
    "section 1|Formål|",
    "  clause ||Aftalen omfatter de borgere, som er indlagt i mere end en uge, og som i alt udgør omkring 29 Procent af alle, der indlægges i løbet af et år i hele regionen.",
    "section 2|Ansvar|",
    "  clause 2.1|Kommunens ansvar|Kommunen betaler 3.2 mio. kr. om året til den fælles drift af de tilbud, som er nævnt ovenfor.",
    "  section 2.2|Regionens ansvar|",
    "    clause 2.2.1||Regionen betaler for behandlingen.",
    "section 3|Ikrafttræden|",
    "  clause ||Aftalen gælder fra 1. januar 2027.",
  ]);
});

test("a line that ends in a colon before a list leads it in and is no heading", () => {
  const text = `Aftale om hjælp

1 Opgaver

Kommunen sørger for følgende ting:

a) en kontaktperson
b) en plan

Vedr. udskrivning:
Kommunen finder teksten uklar.`;
  expect(treeOf(text)).toEqual([
    "section |Aftale om hjælp|",
    "section 1|Opgaver|",
    "  clause ||Kommunen sørger for følgende ting:",
    "    clause a||en kontaktperson",
    "    clause b||en plan",
    "  section |Vedr. udskrivning:|",
    "    clause ||Kommunen finder teksten uklar.",
  ]);
});

test("headings like '3.1. Kommunen' and nested bullets of a word processor are read", () => {
  const text = `AFTALE OM UDSKRIVNING

Indhold
1. Indledning 3
2. Opgaver 4

1. INDLEDNING

Aftalen er godkendt i den fælles styregruppe og gælder fra årsskiftet for alle parter i området.

2. OPGAVER

2.1. Kommunen

2.1.1. Kommunen modtager besked om udskrivning og svarer inden kl.
12.00 næste hverdag.

2.1.2. Kommunen sørger for:

•\thjælpemidler
\to\tsom er bestilt i tide
•\tmedicin

2.2. Hospitalet

Stk. 1. Hospitalet giver besked, jf.
§ 4 i bekendtgørelsen.

Bilag 1: Frister

Varsling: 3 dage
Svar: 1 dag`;
  expect(treeOf(text)).toEqual([
    "section |AFTALE OM UDSKRIVNING|",
    "section 1|INDLEDNING|",
    "  clause ||Aftalen er godkendt i den fælles styregruppe og gælder fra årsskiftet for alle parter i området.",
    "section 2|OPGAVER|",
    "  section 2.1|Kommunen|",
    "    clause 2.1.1||Kommunen modtager besked om udskrivning og svarer inden kl. 12.00 næste hverdag.",
    "    clause 2.1.2||Kommunen sørger for:",
    "      clause ||hjælpemidler",
    "        clause ||som er bestilt i tide",
    "      clause ||medicin",
    "  section 2.2|Hospitalet|",
    "    clause Stk. 1||Hospitalet giver besked, jf. § 4 i bekendtgørelsen.",
    "section Bilag 1|Frister|",
    "  clause ||Varsling: 3 dage Svar: 1 dag",
  ]);
});

test("a text copied from a word processor has one line a paragraph, with or without blank lines between", () => {
  const paragraph = (about: string) =>
    `Parterne er enige om, at ${about} skal ske i et tæt samarbejde mellem kommunen, regionen og den praktiserende læge, og at den, der først bliver opmærksom på et behov, giver de andre besked om det uden unødigt ophold.`;
  const lines = [
    "Fælles forløb",
    paragraph("indlæggelse"),
    paragraph("udskrivning"),
    "Ansvar",
    paragraph("opfølgning"),
  ];
  const expected = [
    "section |Fælles forløb|",
    `  clause ||${lines[1]}`,
    `  clause ||${lines[2]}`,
    "section |Ansvar|",
    `  clause ||${lines[4]}`,
  ];
  expect(treeOf(lines.join("\n"))).toEqual(expected);
  expect(treeOf(lines.join("\n\n"))).toEqual(expected);
});

test("'Mål 1: …' is a goal, 'Krav 1: …' a clause, and an item's second line belongs to it", () => {
  const text = `Strategi for unge

Krav 1: Kommunen har en kontaktperson.
Mål 1: Flere unge får hjælp
Mål 2: Færre unge venter længe.

Indsatser
- Opsøgende teams
- Fælles møder
  to gange om ugen`;
  expect(treeOf(text, "strategy")).toEqual([
    "section |Strategi for unge|",
    "  clause Krav 1||Kommunen har en kontaktperson.",
    "  goal Mål 1||Flere unge får hjælp",
    "  goal Mål 2||Færre unge venter længe.",
    "section |Indsatser|",
    "  text ||Opsøgende teams",
    "  text ||Fælles møder to gange om ugen",
  ]);
});

test("a paper with a blank line after every line is not cut into lines", () => {
  const lines = [
    "Vurdering af indsatsen",
    "Kommunen har i det forløbne år arbejdet med at samle de tilbud, som borgerne bruger mest i",
    "hverdagen, og har i den forbindelse også set på, hvordan henvendelser fra hospitalet og fra",
    "Sundhedsstyrelsen bliver modtaget, fordelt og besvaret inden for de frister, der gælder for",
    "området i dag og i de kommende år.",
    "Der er ansat to medarbejdere, som tager imod henvendelser på alle hverdage, og som kan sende",
    "dem videre til den afdeling, der skal svare, uden at borgeren selv skal finde vej i den nye",
    "organisation.",
  ];
  expect(treeOf(lines.join("\n\n"))).toEqual([
    "section |Vurdering af indsatsen|",
    `  clause ||${lines.slice(1, 5).join(" ")}`,
    `  clause ||${lines.slice(5).join(" ")}`,
  ]);
});

test("a running head goes, its first standing stays as the title", () => {
  const page = (number: number, text: string) => `Aftale om hjælp\n\n${text}\n\n${number}`;
  const text = [1, 2, 3, 4].map((number) => page(number, `Side nummer ${number} har en sætning.`)).join("\n\f");
  const tree = treeOf(text);
  expect(tree.filter((line) => line.includes("Aftale om hjælp"))).toEqual(["section |Aftale om hjælp|"]);
  expect(tree.filter((line) => /\|\d$/.test(line))).toHaveLength(0);
});

test("each node knows the page its first line stands on, also when it goes on overleaf", () => {
  const text =
    "1 Formål\n\n1.1 Aftalen gælder for alle, og den gælder\n\fogså om natten.\n\n1.2 Den kan opsiges.\n\f2 Møder\n";
  const nodes = flatten(readAsPaper(text).proposal.nodes);
  expect(nodes.map(({ number, page }) => [number, page])).toEqual([
    ["1", 1],
    ["1.1", 1],
    ["1.2", 2],
    ["2", 3],
  ]);
  expect(flatten(readAsPaper("1 Formål\n\nTekst.").proposal.nodes).map(({ page }) => page)).toEqual([null, null]);
});
