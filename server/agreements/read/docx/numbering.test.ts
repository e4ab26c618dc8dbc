import { expect, test } from "vitest";
import { list, p, textsOf } from "./word-by-hand";

type LevelByHand = { format?: string; text?: string; start?: number; more?: string };

function scheme(id: number, levels: LevelByHand[]): string {
  const each = levels.map(
    ({ format = "decimal", text = "", start = 1, more = "" }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${each.join("")}</w:abstractNum>`;
}

function use(id: number, scheme: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${scheme}"/>${overrides}</w:num>`;
}

const LEGAL = scheme(0, [{ text: "%1." }, { text: "%1.%2" }, { text: "%1.%2.%3" }]);
const items = (...levels: [number, number][]) => levels.map(([id, level]) => p("Tekst", list(id, level))).join("");
const numbers = async (numbering: string, body: string) =>
  (await textsOf({ numbering, body })).map((line) => line.replace(/ ?Tekst$/, ""));

test("[S17] a level below starts again under each number above it", async () => {
  const body = items([1, 0], [1, 1], [1, 1], [1, 2], [1, 0], [1, 1], [1, 2]);
  expect(await numbers(LEGAL + use(1, 0), body)).toEqual(["1.", "1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1"]);
});

test("[S17] a level that comes before the one above it counts it as begun", async () => {
  expect(await numbers(LEGAL + use(1, 0), items([1, 1], [1, 1], [1, 0]))).toEqual(["1.1", "1.2", "1."]);
});

test("[S17] two lists of one scheme go on counting, unless the second says where to start", async () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const body = items([1, 0], [1, 0], [2, 0], [3, 0], [3, 0], [1, 0]);
  const found = await numbers(LEGAL + use(1, 0) + use(2, 0) + use(3, 0, start), body);
  expect(found).toEqual(["1.", "2.", "3.", "1.", "2.", "3."]);
});

test("[S17] a list may write a level in its own way", async () => {
  const own =
    '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1."/></w:lvl></w:lvlOverride>';
  expect(await numbers(LEGAL + use(1, 0, own), items([1, 0], [1, 0]))).toEqual(["§ 4.", "§ 5."]);
});

test("[S17] letters and Roman numerals, small and large; bullets whatever their glyph", async () => {
  const levels = ["lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero"];
  const numbering = scheme(0, [
    ...levels.map((format, at) => ({ format, text: `%${at + 1}.`, start: 4 })),
    { format: "bullet", text: "\uf0b7" },
  ]);
  const body = items([1, 0], [1, 1], [1, 2], [1, 3], [1, 4], [1, 5]);
  expect(await numbers(numbering + use(1, 0), body)).toEqual(["d)", "D.", "iv)", "IV.", "04.", "•"]);
});

test("[S17] after z comes aa, and after it bb", async () => {
  const numbering = scheme(0, [{ format: "lowerLetter", text: "%1)", start: 26 }]) + use(1, 0);
  expect(await numbers(numbering, items([1, 0], [1, 0], [1, 0]))).toEqual(["z)", "aa)", "bb)"]);
});

test("[S17] a legal level writes all its numbers as figures", async () => {
  const numbering =
    scheme(0, [
      { format: "upperRoman", text: "%1." },
      { text: "%1.%2", more: "<w:isLgl/>" },
    ]) + use(1, 0);
  expect(await numbers(numbering, items([1, 0], [1, 0], [1, 1]))).toEqual(["I.", "II.", "2.1"]);
});

test("[S17] a level may go on counting under the next number above it", async () => {
  const numbering =
    scheme(0, [{ text: "Kapitel %1" }, { text: "§ %2.", more: '<w:lvlRestart w:val="0"/>' }]) + use(1, 0);
  const body = items([1, 0], [1, 1], [1, 1], [1, 0], [1, 1]);
  expect(await numbers(numbering, body)).toEqual(["Kapitel 1", "§ 1.", "§ 2.", "Kapitel 2", "§ 3."]);
});

test("[S17] a number may come from the paragraph's style, and the level from the scheme that names the style", async () => {
  const numbering =
    scheme(0, [
      { text: "%1", more: '<w:pStyle w:val="Overskrift1"/>' },
      { text: "%1.%2", more: '<w:pStyle w:val="Overskrift2"/>' },
    ]) + use(1, 0);
  const styles = [1, 2]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="Overskrift${level}"><w:name w:val="heading ${level}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
    )
    .join("");
  const heading = (level: number) => p("Tekst", `<w:pStyle w:val="Overskrift${level}"/>`);
  const off = p("Uden", '<w:pStyle w:val="Overskrift1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  const body = heading(1) + heading(2) + heading(2) + off + heading(1);
  expect(await textsOf({ numbering, styles, body })).toEqual([
    "#1 1 Tekst",
    "#2 1.1 Tekst",
    "#2 1.2 Tekst",
    "#1 Uden",
    "#1 2 Tekst",
  ]);
});

test("[S17] a scheme that stands for a style of lists is that style's", async () => {
  const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Punkter"/></w:abstractNum>';
  const styles =
    '<w:style w:type="numbering" w:styleId="Punkter"><w:name w:val="Punkter"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const found = await textsOf({
    numbering: LEGAL + linked + use(1, 0) + use(2, 1),
    styles,
    body: items([2, 0], [2, 1]),
  });
  expect(found).toEqual(["1. Tekst", "1.1 Tekst"]);
});

test("[S17] what is deleted or hidden has no number; what is empty has one, and is not read", async () => {
  const deleted = `<w:p><w:pPr>${list(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>Væk</w:delText></w:r></w:del></w:p>`;
  const hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Skjult</w:t></w:r>", list(1));
  const empty = `<w:p><w:pPr>${list(1)}</w:pPr></w:p>`;
  const body = items([1, 0]) + deleted + hidden + empty + items([1, 0]);
  expect(await numbers(LEGAL + use(1, 0), body)).toEqual(["1.", "3."]);
});

test("[S17] of list and level, a style may say one and take the other from the style it is based on", async () => {
  const named = (id: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
  const styles =
    named("L1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    named("L2", '<w:basedOn w:val="L1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>');
  const body = ["L1", "L2", "L2"].map((id) => p("Tekst", `<w:pStyle w:val="${id}"/>`)).join("");
  expect(await textsOf({ numbering: LEGAL + use(1, 0), styles, body })).toEqual(["1. Tekst", "1.1 Tekst", "1.2 Tekst"]);
});

test("[S17] a list that is nowhere described has no numbers", async () => {
  expect(await numbers(use(1, 7), items([1, 0], [9, 0]))).toEqual(["", ""]);
});
