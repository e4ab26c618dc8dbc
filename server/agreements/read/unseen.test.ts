import { expect, test } from "vitest";
import type { Line } from "./lines";
import { keepText } from "./page-lines";
import { treeOf } from "./testing";

/** What papers that the rules were not tuned on have taught, each as small as it can be told. */

test("a heading whose number is also a note's stays a heading, and each note is taken once", () => {
  const text = `Aftale om træning

1 Formål

1.1 Aftalen følger planen1 for området.

1 Planen er fra 2026.

2 Ansvar

2.1 Kommunen har ansvaret for træningen.`;
  expect(treeOf(text)).toEqual([
    "section |Aftale om træning|",
    "section 1|Formål|",
    "  clause 1.1||Aftalen følger planen1 for området.",
    "    text ||1 Planen er fra 2026.",
    "section 2|Ansvar|",
    "  clause 2.1||Kommunen har ansvaret for træningen.",
  ]);
});

test("'nr.2' and 'kl.8' mark no notes, 'kr.2' does", () => {
  const noted = (mark: string) =>
    treeOf(`1 Pris\n\nDet koster ${mark} i alt.\n\n2 Beløbet er fra 2026.\n\n3 Frist\n\nDen er kort.`);
  expect(noted("9 kr.2")).toContain("  text ||2 Beløbet er fra 2026.");
  for (const mark of ["efter nr.2", "fra kl.2"]) expect(noted(mark)).not.toContain("  text ||2 Beløbet er fra 2026.");
});

test("a paper's numbers go on after a note or a list that began again at 1", () => {
  const before = [1, 2].map((number) => `${number} Del\n\n${number}.1 Delen har et punkt.\n\n`).join("");
  const text = `Aftale

${before}3 Drift

3.1 Centeret har en plan1 for driften, som bestyrelsen har godkendt.

1 Planen er fra 2026.

4 Tilskud

4.1 Kommunen betaler.`;
  expect(treeOf(text)).toContain("section 4|Tilskud|");
});

test("a law's sentence that goes on in a list is no heading", () => {
  const text = `Kapitel 1 Orden

§ 1. Det er forbudt at

1) bade fra broen
2) fiske i sejlrenden

Stk. 2. Havnefogeden kan

1) give påbud
2) bortvise`;
  expect(treeOf(text)).toEqual([
    "section Kapitel 1|Orden|",
    "  clause § 1||Det er forbudt at",
    "    clause 1||bade fra broen",
    "    clause 2||fiske i sejlrenden",
    "    clause Stk. 2||Havnefogeden kan",
    "      clause 1||give påbud",
    "      clause 2||bortvise",
  ]);
});

test("a title above numbered headings holds the preamble, which is nobody's clause", () => {
  const text = "Aftale om vand\n\nMellem parterne er aftalt følgende.\n\n1 Formål\n\n1.1 Vandet deles.";
  expect(treeOf(text)).toEqual([
    "section |Aftale om vand|",
    "  text ||Mellem parterne er aftalt følgende.",
    "section 1|Formål|",
    "  clause 1.1||Vandet deles.",
  ]);
});

test("a numbered heading after bulleted goals is no goal", () => {
  const text = `Referat

1. Boliger

Udvalget drøftede ventetiden.

Overordnede mål

• Ventetiden er kort.
• Alle får svar.

2. Måltider

Udvalget drøftede maden.`;
  const tree = treeOf(text, "goal-paper");
  expect(tree).toContain("section 2|Måltider|");
  expect(tree.filter((line) => line.includes("goal "))).toHaveLength(2);
});

test("'### A: …' under development areas is one of them", () => {
  const text = "# Plan\n\n## Udviklingsområder\n\n### A: Målinger\n\nVi mangler tal.\n\n### B: Regler\n\nVi spørger.";
  expect(treeOf(text, "goal-paper", "plan.md")).toEqual([
    "section |Plan|",
    "section |Udviklingsområder|",
    "  area A|Målinger|",
    "    text ||Vi mangler tal.",
    "  area B|Regler|",
    "    text ||Vi spørger.",
  ]);
});

test("'Krav 1' alone in a row's first cell is its number", () => {
  const text =
    "# Aftale\n\n## 1 Krav\n\n| Nr. | Krav |\n| --- | --- |\n| Krav 1 | Maden er varm. |\n| Krav 2 | Den er sund. |";
  expect(treeOf(text, "agreement", "aftale.md").slice(2)).toEqual([
    "  ignored ||Nr. · Krav",
    "  clause Krav 1||Krav: Maden er varm.",
    "  clause Krav 2||Krav: Den er sund.",
  ]);
});

test("a running head on three pages goes, though the paper's first line is one of its standings", () => {
  const page = (words: string) => `Drift · Bækby\n\n${words}`;
  const text = ["Den første side har en sætning.", "Den anden har også en.", "Det har den tredje."]
    .map(page)
    .join("\n\f");
  expect(treeOf(text).filter((line) => line.includes("Drift · Bækby"))).toHaveLength(1);
});

test("a heading at the foot of a page stands above the next page, past the notes of its own", () => {
  const text = `1 Formål

1.1 Aftalen følger planen1 for området.

2 Ansvar

1 Planen er fra 2026.
\f2.1 Kommunen har ansvaret.`;
  expect(treeOf(text)).toContain("section 2|Ansvar|");
});

test("a running head beside the page number at every page's foot goes, its first standing too", () => {
  const page = (words: string, index: number) => `${words}\n\nDrift · Bækby\n\nSide ${index + 1} af 3`;
  const text = ["Den første side har en sætning.", "Den anden har også en.", "Det har den tredje."]
    .map(page)
    .join("\n\f");
  expect(treeOf(text).filter((line) => line.includes("Drift · Bækby"))).toEqual([]);
});

test("a list of contents goes, also when its dots are many and its entries on one line", () => {
  const contents = [1, 2, 3].map((number) => `${number} Del ${".".repeat(150)} ${number}`).join(" ");
  const text = `Aftale\n\nIndhold\n\n${contents}\n\n1 Del\n\n1.1 Delen har et punkt.`;
  expect(treeOf(text)).toEqual(["section |Aftale|", "section 1|Del|", "  clause 1.1||Delen har et punkt."]);
});

test("a sentence that goes on with a date on the next line is no title", () => {
  const text = `1 Regnskab

1.1 Regnskabet sendes til kommunen hvert år senest den
15. april. Det offentliggøres på hjemmesiden sammen med beretningen fra bestyrelsen.`;
  expect(treeOf(text)[1]).toMatch(
    /^ {2}clause 1\.1\|\|Regnskabet sendes til kommunen hvert år senest den 15\. april\./,
  );
});

test("a header that a table begins with again on the next page is no clause", () => {
  const text = "# Aftale\n\n## 1 Krav\n\n| Nr. | Krav |\n| --- | --- |\n| 1 | Varm. |\n| Nr. | Krav |\n| 2 | Sund. |";
  expect(treeOf(text, "agreement", "aftale.md").filter((line) => line.includes("clause"))).toEqual([
    "  clause 1||Krav: Varm.",
    "  clause 2||Krav: Sund.",
  ]);
});

test("a note at a page's foot interrupts no list", () => {
  const text = `Opgaver for pendlere¹

Opgaverne er delt mellem kommunerne på denne måde:

¹ Pendlere rejser over en grænse.
\f• den ene laver planen
• den anden betaler`;
  expect(treeOf(text, "goal-paper").slice(1)).toEqual([
    "  text ||Opgaverne er delt mellem kommunerne på denne måde:",
    "    text ||den ene laver planen",
    "    text ||den anden betaler",
    "  text ||¹ Pendlere rejser over en grænse.",
  ]);
});

test("a short line that stands at three pages' edges by chance is kept in a long paper", () => {
  const lines = Array.from({ length: 200 }, (_, index): Line => {
    const [page, isFirst] = [1 + Math.floor(index / 2), index % 2 === 0];
    const text =
      isFirst && page % 30 === 0 ? "Ingen bemærkninger" : `Her står en hel sætning, som er den ${index}. i rækken.`;
    return { text, indent: 0, gap: 1, opensPage: isFirst, page, level: 0, row: null };
  });
  expect(keepText(lines).lines.filter(({ text }) => text === "Ingen bemærkninger")).toHaveLength(3);
});

test("a line that stands inside pages more often than at their edges is no running head", () => {
  const lines = Array.from({ length: 60 }, (_, index): Line => {
    const text = index % 3 === 0 ? "Udvalget tog sagen til efterretning" : `Sætning ${"x".repeat(index)}.`;
    return {
      text,
      indent: 0,
      gap: 1,
      opensPage: index % 12 === 0,
      page: 1 + Math.floor(index / 12),
      level: 0,
      row: null,
    };
  });
  expect(keepText(lines).lines).toHaveLength(60);
});
