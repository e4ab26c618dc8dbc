import { expect } from "playwright/test";
import { clipboardOf, PROGRAMS, type Program, test } from "../editor/paste-fixture";

/** What each program's clipboard becomes; paste-page.ts says how it is written here. */
const EXPECTED: Record<Program, { lines: string[]; left: string[] }> = {
  "word-windows": {
    lines: [
      "# Bidrag fra socialområdet",
      "# Samlet vurdering",
      "Vi er **positive**, men ser _to_ forhold, der bør afklares.{1} Se [planen](https://www.example.dk/plan?id=1&del=2) og bilaget.",
      "^1 Opgjort i marts af _begge_ centre.",
      "## Det, der virker",
      "- Kortere ventetid",
      "  - især om vinteren⏎også i weekender",
      "- Fælles møder",
      "Vi foreslår:",
      "1. en fælles vejledning",
      "1. en fast kontakt",
      "3.2 Punktet om frister bør udgå.",
      "Fristen er fjorten dage, og det er kort.",
      "*Område | *→2Udgift || ↓2Voksne | 2025 | 1,2 mio. || 2026 | ",
      "Til sidst en henvisning.",
    ],
    left: [
      "text-box: Husk børneperspektivet",
      "comment: Anna Berg: det er kort: Er det aftalt med jura?",
      "deleted: ti",
      "inserted: fjorten",
      "image: Søjlediagram",
      "renumbered: a) → 1., b) → 2.",
    ],
  },
  "word-mac": {
    lines: [
      "## Overgange",
      "Et **stærkt** samarbejde.⏎Ny linje.",
      "1. Først",
      "  1. det lille",
      "    1. det mindste",
      "1. Dernæst",
      "En mellemlinje.",
      "3. Til sidst",
    ],
    left: [],
  },
  "word-online": {
    lines: [
      "# Sundhed i hverdagen",
      "**Kort sagt**: vi er med. Læs [mere](https://www.example.dk/sundhed)⏎_i morgen_",
      "- motion",
      "  - for alle",
      "1. plan",
      "1. handling",
      "*Mål | *Status || Røgfri | i gang",
    ],
    left: [],
  },
  "outlook-new": {
    lines: [
      "Kære alle,",
      "Her er vores **fire** punkter:",
      "- tilgængelighed",
      "- økonomi",
      "  - drift",
      "1. høring",
      "1. svar",
      "Se [bilag 4](https://www.example.dk/bilag?nr=4) eller skriv til [Anna](mailto:anna@example.dk).",
      "Venlig hilsen⏎Anna",
    ],
    left: ["image: Logo"],
  },
  "outlook-old": {
    lines: [
      "Hej Bo,",
      "- Fristen er **fredag**.",
      "Videre → næste trin",
      "**Fra:** Bo <bo@example.dk>⏎**Sendt:** 3. marts",
    ],
    left: [],
  },
  libreoffice: {
    lines: [
      "## Bemærkninger",
      "Første **linje**{1} og _anden_ linje.",
      "^1 Kilde: egne tal.",
      "1. Punkt et",
      "1. Punkt to",
      "  1. under to",
      "*År | *Antal || 2026 | 12",
      "Udgår her.",
    ],
    left: ["struck: Udgår"],
  },
  "google-docs": {
    lines: [
      "# Vores svar",
      "Vi er **enige** i _hovedtrækkene_.",
      "### Detaljer",
      "- yderst",
      "  - inderst",
      "1. et",
      "1. to",
      "[Et link](https://www.example.dk/)",
      "*Emne | *Svar || CO₂ | Ja",
    ],
    left: ["deep-heading: Detaljer", "image", "renumbered: a. → 1., b. → 2."],
  },
  "web-page": {
    lines: [
      "# Ny aftale",
      "Aftalen gælder fra 1. juni.{1}",
      "^1 Med forbehold.",
      "> Det er vigtigt.",
      "Tre krav:⏎et⏎to",
      "Løs tekst",
      "og et afsnit",
      "og resten",
      "## Links",
      "internt, kode, [ude](https://example.dk/x)",
      "linje 1⏎linje 2",
      "Begreb",
      "Forklaring",
      "Kortet",
      "*A | *B || 1 | x / y / z / w",
    ],
    left: ["image: Et kort", "media", "hidden: Skjult besked", "nested-table: x\ty\nz\tw"],
  },
};

for (const program of PROGRAMS)
  test(`[E20] what is copied in ${program} comes in as its author meant it, and the rest is said`, async ({
    reader,
  }) => {
    expect(await reader.read(clipboardOf(program))).toEqual(EXPECTED[program]);
  });

test("[E20] HTML that is broken on purpose never throws, loads nothing, and never becomes anything the schema has not", async ({
  reader,
}) => {
  for (const program of PROGRAMS) {
    const html = clipboardOf(program);
    await reader.page.evaluate(
      (given) => (window as unknown as { fuzzed(html: string, seeds: number): void }).fuzzed(given, 150),
      html,
    );
  }
});

test("[E20] headings, lists and quotes are known however a page writes them", async ({ reader }) => {
  const lines = async (html: string) => (await reader.read(html)).lines;
  expect(
    await lines('<div role="heading" aria-level="2">A</div><h2><div><b>B</b></div></h2><h1><p>C</p></h1>'),
  ).toEqual(["## A", "## B", "# C"]);
  expect(await lines("<ul><li>a<p>b</p></li><li><div><p>c</p></div><ul><li>d</li></ul>e</li></ul>")).toEqual([
    "- a⏎b",
    "- c",
    "  - d",
    "e",
  ]);
  expect(await lines('<ol start="4"><li>d</li></ol><ol type="i"><li>e</li></ol>')).toEqual(["4. d", "1. e"]);
  expect(await lines("<blockquote>a<p>b</p></blockquote>ord og <b>flere</b>")).toEqual([
    "> a",
    "> b",
    "ord og **flere**",
  ]);
  expect(await lines("m<sup>2</sup> og H<sub>2</sub>O, 5<sup>th</sup>")).toEqual(["m² og H₂O, 5th"]);
});

test("[E22] Google's footnotes, which its HTML has not, are put where they belong", async ({ reader }) => {
  const note = (text: string) => ({ dsl_spacers: `\u0003${text}\n` });
  const slice = {
    dsl_spacers: "Vi er enige#.\nTil sidst##\n",
    dsl_styleslices: [
      { stsl_type: "footnote", stsl_styles: [null, { fs_id: "k1" }, { fs_id: "k2" }, { fs_id: "k3" }] },
    ],
    dsl_relateddocslices: { k1: note("Kilde et"), k2: note("Kilde to"), k3: note("Kilde tre") },
  };
  const wrapped = JSON.stringify({ dih: 1, data: JSON.stringify({ resolved: slice }) });
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Vi er enige.</p><p>Til <i>sidst</i></p></b>';
  const google = (given: string) =>
    reader.page.evaluate(
      ([text, other]) =>
        (window as unknown as { google(html: string, wrapped: string): string[] }).google(text!, other!),
      [html, given] as const,
    );
  expect(await google(wrapped)).toEqual([
    "Vi er enige{1}.",
    "^1 Kilde et",
    "Til _sidst_{2}{3}",
    "^2 Kilde to",
    "^3 Kilde tre",
  ]);
  for (const broken of ["", "{", "[]", JSON.stringify({ data: "null" }), JSON.stringify({ data: "{}" })])
    expect(await google(broken)).toEqual(["Vi er enige.", "Til _sidst_"]);
});
