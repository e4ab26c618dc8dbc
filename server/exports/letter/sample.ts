import {
  type Block,
  type Inline,
  type ResponseDocument,
  SCHEMA_VERSION,
  type TableCell,
} from "../../../app/document-model/document";
import type { LetterFacts } from "./shapes";

/** A response with every kind of block, for the tests of both writers. */
export const CLAUSE_IDS = {
  discharge: "11111111-1111-4111-8111-111111111111",
  mentor: "22222222-2222-4222-8222-222222222222",
  goal: "33333333-3333-4333-8333-333333333333",
};
const SOURCE = "99999999-9999-4999-8999-999999999999";
const CENTER = "44444444-4444-4444-8444-444444444444";

export const sampleFacts = {
  municipality: "Eksempel Kommune",
  consultation: {
    kind: "hearing",
    caseNumber: "29.30.00-K02-7-26",
    kle: "29.30.00",
    sender: "Region Hovedstaden, Center for Sundhed",
    userKey: "HS-2026-0007",
  },
  source: { kind: "agreement" },
  title: "Udkast til samarbejdsaftale om voksne med psykisk sygdom",
  version: {
    number: 3,
    sha256: "3f0c9a52c1d64f57b7c8f5d7e1a24b90c4d8a7e6f5b3c2d1e0f9a8b7c6d5e4f3",
    frozenAt: new Date("2026-03-09T22:30:00Z"),
  },
  clauses: [
    { id: CLAUSE_IDS.discharge, kind: "clause", number: "4.2", heading: "", text: "Udskrivning varsles.", position: 8 },
    { id: CLAUSE_IDS.mentor, kind: "clause", number: "5", heading: "Mentor", text: "En mentor følger.", position: 12 },
    { id: CLAUSE_IDS.goal, kind: "goal", number: "2", heading: "Færre genindlæggelser", text: "", position: 20 },
  ],
  earlier: [],
} satisfies LetterFacts;

let next = 0;
const block = (kind: Block["kind"], content: string | Inline[], level = 0): Block => ({
  type: "block",
  id: `block${String(next++).padStart(3, "0")}`,
  kind,
  level,
  content: typeof content === "string" ? [{ text: content }] : content,
});
const cell = (text: string, extra: Partial<TableCell> = {}): TableCell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  blocks: [block("paragraph", text)],
  ...extra,
});

const discharge = block(
  "paragraph",
  "Kommunen er enig i, at udskrivning skal varsles, men fristen på tre hverdage er i praksis for kort, når borgeren skal have hjælp fra flere centre samtidig.",
);
const mentor = block("bullet", "Mentorens opgave bør beskrives i aftalen.");
const goal = block("quote", "Målet støttes, og kommunen bidrager gerne med tal.");
const general = block("paragraph", [
  { text: "Eksempel Kommune takker for udkastet og finder det " },
  { text: "overvejende positivt", bold: true },
  { text: ". Se også " },
  { text: "kommunens sundhedspolitik", href: "https://www.example.dk/politik?side=1&del=2" },
  { text: ", som " },
  { text: "byrådet", italic: true },
  { text: " vedtog i 2024.", bold: true, italic: true },
]);

export const sampleDocument: ResponseDocument = {
  schemaVersion: SCHEMA_VERSION,
  blocks: [
    block("heading", "Generelle bemærkninger", 1),
    general,
    block("paragraph", [
      { text: "Første linje" },
      { break: true },
      { text: "anden linje #set text(red) $x$ *ikke markup*" },
    ]),
    block("heading", "Vedr. udskrivning", 3),
    discharge,
    block("bullet", "Varslet gives skriftligt."),
    mentor,
    block("ordered", "Først aftales en dato,", 1),
    block("ordered", "dernæst holdes mødet.", 1),
    block("bullet", "Der følges op efter en måned."),
    block("ordered", "Nummereret fra én."),
    block("ordered", "Og videre til to."),
    goal,
    block("paragraph", ""),
    {
      type: "table",
      id: "table001",
      rows: [
        [cell("Opgave", { header: true }), cell("Ansvarlig", { header: true }), cell("Frist", { header: true })],
        [cell("Koordinerende plan", { rowspan: 2 }), cell("Kommunen"), cell("14 dage")],
        [cell("Regionen og kommunen i fællesskab", { colspan: 2 })],
      ],
    },
    block("paragraph", "Med venlig hilsen Eksempel Kommune"),
  ],
  links: {
    [general.id]: [{ kind: "source", id: SOURCE, center: CENTER }],
    [discharge.id]: [{ kind: "clause", id: CLAUSE_IDS.discharge, center: CENTER }],
    [mentor.id]: [
      { kind: "clause", id: CLAUSE_IDS.mentor, center: CENTER },
      { kind: "clause", id: CLAUSE_IDS.discharge, center: CENTER },
    ],
    [goal.id]: [{ kind: "clause", id: CLAUSE_IDS.goal, center: CENTER }],
  },
};
