import { expect, test } from "vitest";
import { operator, paperOf, press, symbolBullet, treeOf } from "./testing";

const BODY = [
  "Parterne er enige om at samarbejde om hjælp i hjemmet om natten, så",
  "borgere i hele området kan få den samme hjælp. Samarbejdet følges af",
  "en styregruppe, der mødes to gange om året.",
];

test("[S2] large print is a heading, the largest nearest the top; bold alone on its line stands below it", async () => {
  const paper = await press();
  const page = paper.page();
  page.put("Aftale om nattevagt", 60, 120, { size: 22 });
  page.put("1. Formål", 60, 170, { size: 15 });
  let y = page.rows(BODY, 60, 195);
  page.put("Opgaver", 60, y + 14, { bold: true });
  y = page.rows(BODY, 60, y + 34);
  page.put("2. Økonomi", 60, y + 24, { size: 15 });
  page.rows(["Udgiften deles efter folketal, og regnskabet lægges frem for alle parter."], 60, y + 50);
  const read = await paperOf(await paper.bytes());
  expect(read.lines.filter((line) => line.level > 0).map(({ level, text }) => [level, text])).toEqual([
    [1, "Aftale om nattevagt"],
    [2, "1. Formål"],
    [3, "Opgaver"],
    [2, "2. Økonomi"],
  ]);
});

test("[S2] two columns are read one after the other, and what spans both stands where it stood", async () => {
  const paper = await press();
  const page = paper.page();
  page.put("Et papir i to spalter om vagten i hele området og dens pris", 60, 110, { size: 18 });
  const left = [
    "Venstre spalte begynder her med",
    "en tekst om vagten, der fylder hele",
    "spalten ud til kanten, som tekster",
    "gør, når de er sat i to spalter og",
  ];
  const right = [
    "skal læses færdigt til venstre, før",
    "øjet går til højre spalte og dens",
    "linjer, der står på højde med dem",
    "til venstre, men hører til her.",
  ];
  page.rows([...left, ...left, "slut til venstre og så videre over,"], 60, 150);
  page.rows([...right, ...right], 310, 150);
  const { lines } = await paperOf(await paper.bytes());
  expect(lines.map((line) => line.text)).toEqual([
    "Et papir i to spalter om vagten i hele området og dens pris",
    ...left,
    ...left,
    "slut til venstre og så videre over,",
    ...right,
    ...right,
  ]);
  expect(lines.every((line) => line.indent === 0)).toBe(true);
});

test("[S2] what recurs in the edges of pages goes, with its page numbers, and is told", async () => {
  const paper = await press();
  for (const number of [1, 2, 3]) {
    const page = paper.page();
    page.put("Aftale om nattevagt", 60, 40);
    page.put("Udkast", 480, 40);
    page.rows([`Side nummer ${["et", "to", "tre"][number - 1]} har sin egen tekst.`], 60, 130);
    page.put(`${number}`, 290, 810);
  }
  const read = await paperOf(await paper.bytes());
  expect(read.warnings).toEqual(["page-lines-dropped"]);
  expect(read.lines.map(({ text, page, opensPage }) => [page, opensPage, text])).toEqual([
    [1, true, "Side nummer et har sin egen tekst."],
    [2, true, "Side nummer to har sin egen tekst."],
    [3, true, "Side nummer tre har sin egen tekst."],
  ]);
});

test.each(["F0B7", "F0A7", "F02D"])(
  "[S2] a symbol font's U+%s is a bullet, and its list hangs on its line",
  async (code) => {
    const paper = await press();
    const page = paper.page();
    page.rows(BODY, 60, 120);
    page.put("Kommunerne sørger for:", 60, 180);
    for (const [index, text] of ["hjælp i hjemmet hele natten", "vagt på telefonen"].entries()) {
      symbolBullet(paper, page, 78, 200 + index * 14, code);
      page.put(text, 96, 200 + index * 14);
    }
    const read = await paperOf(await paper.bytes());
    expect(read.lines.slice(-2).map((line) => line.text)).toEqual([
      "• hjælp i hjemmet hele natten",
      "• vagt på telefonen",
    ]);
    expect(treeOf(read, "agreement").slice(-3)).toEqual([
      "clause | Kommunerne sørger for:",
      "· clause | hjælp i hjemmet hele natten",
      "· clause | vagt på telefonen",
    ]);
  },
);

test("[S2] a small raised digit marks a note, which stays in the text; text that is hidden or lies on its side goes", async () => {
  const paper = await press();
  const page = paper.page();
  page.put("Aftalen gælder for alle klynger", 60, 120);
  page.put("1", 60 + paper.plain.widthOfTextAtSize("Aftalen gælder for alle klynger", 11), 116, { size: 7 });
  page.put("i hele området.", 70 + paper.plain.widthOfTextAtSize("Aftalen gælder for alle klynger", 11), 120);
  page.put("1", 60, 700, { size: 6 });
  page.put("En klynge er flere kommuner om et sygehus.", 66, 703, { size: 9 });
  operator(page, "Tr", "3");
  page.put("Skjult tekst", 60, 400);
  operator(page, "Tr", "0");
  page.page.drawText("Kladde på tværs", {
    x: 30,
    y: 300,
    size: 11,
    font: paper.plain,
    rotate: { type: "degrees" as never, angle: 90 },
  });
  const { lines } = await paperOf(await paper.bytes());
  expect(lines.map((line) => line.text)).toEqual([
    "Aftalen gælder for alle klynger¹ i hele området.",
    "¹ En klynge er flere kommuner om et sygehus.",
  ]);
});

test("[S2] a ruled table's rows are rows, with cells of several lines and empty cells", async () => {
  const paper = await press();
  const page = paper.page();
  page.rows(BODY, 60, 120);
  const [xs, ys] = [
    [60, 200, 330, 500],
    [200, 220, 255, 275],
  ];
  for (const y of ys) page.rule([60, y], [500, y]);
  for (const x of xs) page.rule([x, 200], [x, 275]);
  const cells: [string, number, number][] = [
    ["Opgave", 64, 214],
    ["Ansvar", 204, 214],
    ["Frist", 334, 214],
    ["Plan for vagten", 64, 234],
    ["Styregruppen og", 204, 234],
    ["kommunerne", 204, 248],
    ["1. maj", 334, 234],
    ["Regnskab", 64, 269],
    ["1. juni", 334, 269],
  ];
  for (const [text, x, y] of cells) page.put(text, x, y);
  page.rows(BODY, 60, 310);
  const { lines } = await paperOf(await paper.bytes());
  expect(lines.flatMap((line) => (line.row ? [line.row] : []))).toEqual([
    ["Opgave", "Ansvar", "Frist"],
    ["Plan for vagten", "Styregruppen og kommunerne", "1. maj"],
    ["Regnskab", "", "1. juni"],
  ]);
  expect(lines.findIndex((line) => line.row)).toBe(3);
});

test("[S2] cells that stand below each other in three rows are a table without its lines; two rows are not", async () => {
  const paper = await press();
  const page = paper.page();
  const put = (rows: readonly (readonly string[])[], y: number) => {
    for (const [index, row] of rows.entries())
      for (const [column, cell] of row.entries()) page.put(cell, 60 + column * 150, y + index * 16);
  };
  put(
    [
      ["Opgave", "Ansvar", "Frist"],
      ["Plan", "Styregruppen", "1. maj"],
      ["Regnskab", "Kommunerne", "1. juni"],
    ],
    120,
  );
  page.rows(BODY, 60, 200);
  put(
    [
      ["For kommunerne", "For regionen"],
      ["Dato", "Dato"],
    ],
    300,
  );
  const { lines } = await paperOf(await paper.bytes());
  expect(lines.flatMap((line) => (line.row ? [line.row] : []))).toEqual([
    ["Opgave", "Ansvar", "Frist"],
    ["Plan", "Styregruppen", "1. maj"],
    ["Regnskab", "Kommunerne", "1. juni"],
  ]);
  expect(lines.slice(-2).map((line) => line.text)).toEqual(["For kommunerne For regionen", "Dato Dato"]);
});

test("[S2] numbered points under numbered headings become one tree", async () => {
  const paper = await press();
  const page = paper.page();
  page.put("1. Formål", 60, 110, { bold: true });
  page.rows(
    [
      "1.1 Parterne er enige om at samarbejde om hjælp i hjemmet om natten, så",
      "borgere i hele området kan få den samme hjælp.",
    ],
    60,
    130,
  );
  page.rows(
    [
      "1.2 Samarbejdet følges af en styregruppe, der mødes to gange om året,",
      "og som parterne hver udpeger et medlem af.",
    ],
    60,
    168,
  );
  page.put("2. Økonomi", 60, 210, { bold: true });
  page.rows(["2.1 Udgiften deles efter folketal, og regnskabet lægges frem for alle."], 60, 230);
  expect(treeOf(await paperOf(await paper.bytes()), "agreement")).toEqual([
    "section | 1 | Formål",
    "· clause | 1.1 | Parterne er enige om at samarbejde om hjælp i hjemmet om natten, så borgere i hele området kan få den samme hjælp.",
    "· clause | 1.2 | Samarbejdet følges af en styregruppe, der mødes to gange om året, og som parterne hver udpeger et medlem af.",
    "section | 2 | Økonomi",
    "· clause | 2.1 | Udgiften deles efter folketal, og regnskabet lægges frem for alle.",
  ]);
});

test("[S2] a page with few rows, far apart, is measured by the rows of the whole paper", async () => {
  const paper = await press();
  const first = paper.page();
  const below = first.rows([...BODY, ...BODY, ...BODY, ...BODY, ...BODY], 60, 120);
  first.put("Opgaverne er delt, så arbejdet kan begynde straks:", 60, below + 9);
  const second = paper.page();
  for (const [index, text] of ["den ene by laver et oplæg", "den anden by samler erfaringer"].entries()) {
    second.put("•", 60, 84 + index * 23);
    second.put(text, 80, 84 + index * 23);
  }
  second.put("Et sekretariat følger arbejdet og melder tilbage to gange om året.", 60, 130);
  expect(treeOf(await paperOf(await paper.bytes()), "agreement").slice(-3)).toEqual([
    "· clause | den ene by laver et oplæg",
    "· clause | den anden by samler erfaringer",
    "clause | Et sekretariat følger arbejdet og melder tilbage to gange om året.",
  ]);
});

test("[S2] a title that ends in a row with the year alone is one heading", async () => {
  const paper = await press();
  const page = paper.page();
  page.put("Fælles aftale om hjælp i hjemmet", 60, 90, { size: 26 });
  page.put("2027", 60, 107, { size: 26 });
  page.rows(BODY, 60, 130);
  const { lines } = await paperOf(await paper.bytes());
  expect(lines[0]).toMatchObject({ level: 1, text: "Fælles aftale om hjælp i hjemmet 2027" });
});

test("[S2] two ruled tables that touch are two when their columns are others", async () => {
  const paper = await press();
  const page = paper.page();
  page.rows(BODY, 60, 90);
  const rows = (columns: readonly number[], top: number, cells: readonly (readonly string[])[]) => {
    const bottom = top + cells.length * 22;
    for (const x of columns) page.rule([x, top], [x, bottom]);
    for (let y = top; y <= bottom; y += 22) page.rule([columns[0] ?? 0, y], [columns.at(-1) ?? 0, y]);
    for (const [row, texts] of cells.entries())
      for (const [column, text] of texts.entries()) page.put(text, (columns[column] ?? 0) + 5, top + row * 22 + 15);
    return bottom;
  };
  const week = [
    ["Dag", "Åbent", "Hvem"],
    ["Mandag", "15 til 20", "En ansat"],
    ["Fredag", "17 til 23", "To ansatte"],
  ];
  const bottom = rows([60, 130, 200, 330], 180, week);
  rows([60, 170, 330], bottom + 1, [
    ["Opgave", "Ansvar"],
    ["Nøgler", "Den, der lukker"],
    ["Indkøb", "Kassereren"],
  ]);
  const { lines } = await paperOf(await paper.bytes());
  expect(lines.flatMap(({ row }) => (row ? [row.length] : []))).toEqual([3, 3, 3, 2, 2, 2]);
});
