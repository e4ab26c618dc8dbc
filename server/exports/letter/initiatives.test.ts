import { afterAll, expect, test } from "vitest";
import { type Block, type ResponseDocument, SCHEMA_VERSION } from "../../../app/document-model/document";
import type { InitiativeSaid } from "../../../app/document-model/initiatives";
import { agendaOf } from "../agenda/agenda";
import { htmlOf } from "../html/write";
import { createPress } from "../pdf/press";
import { letterOf, linesOf } from "./letter";
import { sampleFacts } from "./sample";
import type { LetterNode } from "./shapes";

const press = createPress();
afterAll(() => press.stop());

const facts = { ...sampleFacts, consultation: { ...sampleFacts.consultation, kind: "follow-up" as const } };
const heading = (id: string, level: number, text: string): Block => ({
  type: "block",
  id,
  kind: "heading",
  level,
  content: [{ text }],
});
const figure = (day: string, value: string) => ({ day, value });
const portal: InitiativeSaid = {
  id: "i1",
  goal: "g1",
  title: "Portalen",
  center: "c1",
  centerName: "Center for Social",
  period: "2018-2020",
  deadline: "april/maj 2018.",
  heading: "b3",
  indicators: [
    {
      id: "n1",
      name: "Andel",
      unit: "%",
      target: { from: "1", to: "3" },
      figures: [figure("2017-12-07", "1.20"), figure("2018-03-08", "2.04"), figure("2018-06-08", "2.5")],
    },
    { id: "n2", name: "Besøg", unit: "antal", target: {}, figures: [] },
  ],
};
const text: ResponseDocument = {
  schemaVersion: SCHEMA_VERSION,
  blocks: [
    heading("b1", 1, "Hverdagsliv"),
    heading("b2", 2, "Mål: Færre er ensomme"),
    heading("b3", 3, "Portalen"),
    { type: "block", id: "b4", kind: "paragraph", level: 0, content: [{ text: "Flere skriver." }] },
  ],
  links: {},
  goals: {
    isShown: true,
    said: [{ goal: "g1", center: "c1", centerName: "Center for Social", status: "met", day: "2018-03-01" }],
  },
  initiatives: {
    goals: [{ goal: "g1", heading: "b2" }],
    said: [
      portal,
      { ...portal, id: "i2", title: "Uden overskrift", heading: undefined, indicators: [] } as InitiativeSaid,
    ],
  },
};

const words = (nodes: readonly LetterNode[]) =>
  [...linesOf(nodes)].map(({ content }) => content.map((inline) => ("text" in inline ? inline.text : "")).join(""));

test("[M5] [M17] a heading is followed by its goal's status or its initiative's facts and figures; what has none ends the letter", () => {
  expect(words(letterOf(text, facts).body)).toEqual([
    "Hverdagsliv",
    "Mål: Færre er ensomme",
    "Status: Opfyldt (Center for Social, 1. marts 2018).",
    "Portalen",
    "Ansvarlig: Center for Social. Periode: 2018-2020. Frist: april/maj 2018.",
    ...["Indikator", "Mål", "Seneste", "Dato", "Før"],
    ...["Andel", "1–3\u00a0%", "2,5\u00a0%", "8. juni 2018", "2,04\u00a0% (8. marts 2018)"],
    ...["Besøg", "–", "–", "–", "–"],
    "Udvikling i Andel: 1,20\u00a0% (7. december 2017), 2,04\u00a0% (8. marts 2018), 2,5\u00a0% (8. juni 2018).",
    "Flere skriver.",
    "Uden overskrift. Ansvarlig: Center for Social. Periode: 2018-2020. Frist: april/maj 2018.",
  ]);
});

test("[M17] the agenda item follows up: what on, each initiative's figures, and that it is taken note of", () => {
  const letter = letterOf(text, facts);
  const { body } = agendaOf(letter, {
    hearing: { kind: "follow-up", title: "Opfølgning", deadline: "2018-04-20" },
    sender: "Udvalget",
    source: "Strategien, Endelig",
    files: ["x.pdf"],
    table: { remarks: [], unlinked: 0 },
    initiatives: text.initiatives?.said ?? [],
  });
  const said = words(body);
  expect(said).toContain("Eksempel Kommune følger op på 2 indsatser under 1 mål i Strategien, Endelig.");
  expect(said).toContain("Portalen (Center for Social):");
  expect(said).toContain("2,04\u00a0% (8. marts 2018)");
  expect(said).toContain("at opfølgningen tages til efterretning.");
  expect(said).toContain("Strategien, Endelig (det, der følges op på)");
});

test("[M17] [X1] [X6] more than two figures are drawn in HTML and PDF, the same bytes each time", async () => {
  const letter = letterOf(text, facts);
  const page = new TextDecoder().decode(htmlOf(letter));
  expect(page.match(/<svg class="chart"[^>]*aria-hidden="true">/g)).toHaveLength(1);
  const [one, two] = [await press.pdfOf(letter), await press.pdfOf(letter)];
  expect(Buffer.compare(one, two)).toBe(0);
});
