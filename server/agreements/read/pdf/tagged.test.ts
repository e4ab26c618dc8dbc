import { expect, test } from "vitest";
import { paperOf, treeOf, typeset } from "./testing";

const AGREEMENT = `
#set page(header: [Aftale om nattevagt #h(1fr) Udkast 2], footer: context [Side #counter(page).display()], height: 14cm)
#set heading(numbering: "1.1")
#outline(title: [Indhold])
= Formål
Aftalen sikrer, at borgere i hele området kan få hjælp om natten.#footnote[Natten er fra kl. 22 til kl. 7.] Den gælder i alle kommuner, og parterne følger op på den hvert år.
== Opgaver
Kommunerne sørger for:
- hjælp i hjemmet
- vagt på telefonen
  - også i weekenden
+ En plan
+ Et regnskab
#table(columns: 3, table.header([Opgave], [Ansvar], [Frist]), [Plan], [], [1. maj], [Regnskab], [Styregruppen], [])
#figure(rect[Kasse med pile], caption: [Vagtens gang])
= Økonomi
Udgiften deles efter folketal.
`;

test("[S2] a tagged paper is read by its tags: headings, lists, rows and notes; heads, contents and figures' lettering go", async () => {
  const paper = await paperOf(typeset(AGREEMENT));
  expect(paper.warnings).toEqual(["page-lines-dropped"]);
  expect(paper.lines.map(({ text, level, row, indent }) => [level, indent, row ?? text])).toEqual([
    [1, 0, "1 Formål"],
    [
      0,
      0,
      "Aftalen sikrer, at borgere i hele området kan få hjælp om natten.¹ Den gælder i alle kommuner, og parterne følger op på den hvert år.",
    ],
    [0, 0, "¹Natten er fra kl. 22 til kl. 7."],
    [2, 0, "1.1 Opgaver"],
    [0, 0, "Kommunerne sørger for:"],
    [0, 0, "• hjælp i hjemmet"],
    [0, 0, "• vagt på telefonen"],
    [0, 2, "• også i weekenden"],
    [0, 0, "1. En plan"],
    [0, 0, "2. Et regnskab"],
    [0, 0, ["Opgave", "Ansvar", "Frist"]],
    [0, 0, ["Plan", "", "1. maj"]],
    [0, 0, ["Regnskab", "Styregruppen", ""]],
    [0, 0, "Figur 1: Vagtens gang"],
    [1, 0, "2 Økonomi"],
    [0, 0, "Udgiften deles efter folketal."],
  ]);
});

test("[S2] every line knows its page, and the first of each page opens it", async () => {
  const paper = await paperOf(typeset(AGREEMENT));
  const pages = paper.lines.map((line) => line.page ?? 0);
  expect([...pages].sort((one, other) => one - other)).toEqual(pages);
  expect(pages[0]).toBe(1);
  expect(pages.at(-1)).toBeGreaterThan(1);
  for (const [index, line] of paper.lines.entries()) expect(line.opensPage).toBe(line.page !== (pages[index - 1] ?? 0));
});

test("a word broken over a line's end is whole in the tree, and one with a hyphen of its own keeps it", async () => {
  const markup = `#set page(width: 9cm)\n#set text(hyphenate: true, size: 14pt)\n#set par(justify: true)
= Vagt
Parterne er enige om, at sundhedsforvaltningernes samarbejdsorganisationer og hjemmesygeplejerskernes arbejdstilrettelæggelse skal beskrives i KKR-målene.`;
  const tree = treeOf(await paperOf(typeset(markup)), "agreement");
  expect(tree.join("\n")).toContain(
    "sundhedsforvaltningernes samarbejdsorganisationer og hjemmesygeplejerskernes arbejdstilrettelæggelse skal beskrives i KKR-målene.",
  );
});

test("a paper tagged without headings gets them from its print", async () => {
  const markup = `#text(size: 20pt)[Aftale om vagt]\n
#text(weight: 600)[Formål]\n
Aftalen sikrer, at borgere i hele området kan få hjælp om natten, og at de ved, hvem de skal ringe til.\n
#text(weight: 600)[Økonomi]\n
Udgiften deles efter folketal, og regnskabet lægges frem for alle parter i aftalen inden sommer.`;
  const paper = await paperOf(typeset(markup));
  expect(paper.lines.map((line) => line.level)).toEqual([1, 2, 0, 2, 0]);
});
