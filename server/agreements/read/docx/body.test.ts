import { expect, test } from "vitest";
import { list, p, paperOf, r, root, textsOf } from "./word-by-hand";

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const link = (text: string) => field("begin") + code(` ${text} `) + field("separate");
const bullets =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

test("[S2] tracked insertions are read, deletions and what was moved away are not", async () => {
  const body = p(
    `${r("Fristen er ")}<w:ins><w:r><w:t>ti</w:t></w:r></w:ins><w:del><w:r><w:delText>fem</w:delText></w:r></w:del>${r(" dage")}` +
      "<w:moveFrom><w:r><w:t> her</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> i alt</w:t></w:r></w:moveTo>",
  );
  expect(await textsOf({ body })).toEqual(["Fristen er ti dage i alt"]);
});

test("[S2] two paragraphs whose parting is deleted are one, with the second's style", async () => {
  const body =
    p("Kommunen og ", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("regionen", '<w:outlineLvl w:val="1"/>') + p("Slut.");
  expect(await textsOf({ body })).toEqual(["#2 Kommunen og regionen", "Slut."]);
});

test("[S2] hidden words are not read, whether the run, its style or the paragraph's style hides them", async () => {
  const styles = ["paragraph", "character"]
    .map((type) => `<w:style w:type="${type}" w:styleId="skjult-${type}"><w:rPr><w:vanish/></w:rPr></w:style>`)
    .join("");
  const body =
    p(r("Synlig ") + r("skjult ", "<w:vanish/>") + r("her", '<w:vanish w:val="false"/>')) +
    p(r("også skjult", '<w:rStyle w:val="skjult-character"/>')) +
    p("helt væk", '<w:pStyle w:val="skjult-paragraph"/>');
  expect(await textsOf({ styles, body })).toEqual(["Synlig her"]);
});

test("[S2] pictures and text boxes are left out once, and it is said when they held words", async () => {
  const box = (text: string) => `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`;
  const alternate = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box("Boks")}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box("Boks")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const paper = await paperOf({ body: p(r("Før ") + alternate + r("efter")) });
  expect(paper.lines.map(({ text }) => text)).toEqual(["Før efter"]);
  expect(paper.warnings).toEqual(["text-boxes-dropped"]);
  expect((await paperOf({ body: p(`${r("Tekst")}<w:r><w:drawing><a>1440</a></w:drawing></w:r>`) })).warnings).toEqual(
    [],
  );
});

test("[S2] of two ways to write a thing one is read", async () => {
  const sign =
    "<w:r><mc:AlternateContent><mc:Choice><w:t>ny</w:t></mc:Choice><mc:Fallback><w:t>gammel</w:t></mc:Fallback></mc:AlternateContent></w:r>";
  const block = `<mc:AlternateContent><mc:Choice>${p("Ny blok")}</mc:Choice><mc:Fallback>${p("Gammel blok")}</mc:Fallback></mc:AlternateContent>`;
  expect(await textsOf({ body: p(sign) + block })).toEqual(["gammel", "Ny blok"]);
});

test("[S2] the table of contents goes, with the line that announces it, however it was made", async () => {
  const block = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("Formål 3")}${p("Parter 4")}</w:sdtContent></w:sdt>`;
  const asField =
    p(link("TOC \\o &quot;1-3&quot;") + link("HYPERLINK") + r("Formål") + field("end")) +
    p("Parter 4") +
    p(field("end"));
  const styled = p("Formål\t3", '<w:pStyle w:val="TOC1"/>');
  const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
  for (const contents of [
    block,
    asField,
    styled,
    p("<w:fldSimple w:instr='TOC'><w:r><w:t>Formål</w:t></w:r></w:fldSimple>"),
  ]) {
    const paper = await paperOf({ styles, body: p("Aftale") + p("Indhold") + contents + p("Formål") + p("Parter") });
    expect(paper.lines.map(({ text }) => text)).toEqual(
      ["Aftale", "Indhold", "Formål", "Parter"].filter((_, at) => at !== 1),
    );
    expect(paper.warnings).toEqual(["contents-dropped"]);
  }
});

test("[S2] of a field what it came to is read; one that never ends swallows nothing", async () => {
  const page = r("se side ") + link("PAGEREF _Toc1") + r("7") + field("end") + r(".");
  expect(await textsOf({ body: p(page) })).toEqual(["se side 7."]);
  expect(await textsOf({ body: p(link("TOC") + r("Formål")) + p("Resten") })).toEqual(["Formål", "Resten"]);
  expect(await textsOf({ body: p(field("begin") + r("Ord")) + p("Resten") })).toEqual(["Ord", "Resten"]);
});

test("[S2] links, controls, smart tags and formulas are read through", async () => {
  const t = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x+1</m:t></m:r></m:oMath>`;
  const body = p(
    `<w:hyperlink>${t("aftalen ")}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="Dato"/></w:sdtPr><w:sdtContent>${t("1. maj ")}</w:sdtContent></w:sdt><w:smartTag>${t("Ishøj ")}</w:smartTag>${math}`,
  );
  expect(await textsOf({ body })).toEqual(["aftalen 1. maj Ishøj x+1"]);
});

test("[S2] tabs are spaces, soft hyphens nothing, hard ones hyphens, signs of a font what they mean", async () => {
  const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const body =
    p(
      "<w:r><w:t>3.1</w:t><w:tab/><w:t>Sam</w:t><w:softHyphen/><w:t>arbejde i KKR</w:t><w:noBreakHyphen/><w:t>regi</w:t></w:r>",
    ) +
    p(sym("Wingdings", "F0A7") + r(" Et punkt")) +
    p(r("Alder ") + sym("Symbol", "F0B3") + r(" 18")) +
    p("<w:r><w:t>Linje\n   i kilden</w:t></w:r>");
  expect(await textsOf({ body })).toEqual(["3.1 Samarbejde i KKR-regi", "• Et punkt", "Alder ≥ 18", "Linje i kilden"]);
});

test("a line break parts a paragraph's lines, but no heading and no item of a list", async () => {
  const broken = "<w:r><w:t>Første linje</w:t><w:br/><w:t>Anden linje</w:t></w:r>";
  const body = p(broken) + p(broken, '<w:outlineLvl w:val="0"/>') + p(broken, list(1));
  const lines = ["Første linje", "Anden linje", "#1 Første linje Anden linje", "• Første linje Anden linje"];
  expect(await textsOf({ numbering: bullets, body })).toEqual(lines);
});

test("an item stands as far in as its list says, or as the paragraph says itself", async () => {
  const body = p("Et", list(1)) + p("To", `${list(1)}<w:ind w:left="1440"/>`) + p("Tre");
  const { lines } = await paperOf({ numbering: bullets, body });
  expect(lines.map(({ indent }) => indent)).toEqual([6, 12, 0]);
});

test("a line knows the page on which its words begin, where Word has drawn pages", async () => {
  const next = "<w:r><w:lastRenderedPageBreak/></w:r>";
  const body = p("Et") + p(`${next}${r("To")}`) + p(`${r("begynder på to ")}${next}${r("slutter på tre")}`) + p("Tre");
  const pages = (await paperOf({ body })).lines.map(({ page }) => page);
  expect(pages).toEqual([1, 2, 2, 3]);
  expect(
    (await paperOf({ body: p("Et") + p('<w:r><w:br w:type="page"/></w:r>') + p("To") })).lines.map(({ page }) => page),
  ).toEqual([null, null]);
});

test("[S16] more than 500 pages or 60,000 lines are no paper", { timeout: 30_000 }, async () => {
  const { refusalOf, wordOf } = await import("./word-by-hand");
  const pages = p(`<w:r><w:lastRenderedPageBreak/></w:r>${r("Side")}`).repeat(501);
  expect(await refusalOf(await wordOf({ body: pages }))).toBe("too-many-pages");
  const many = Array.from({ length: 60_001 }, (_, at) => p(`Linje ${at}`)).join("");
  expect(await refusalOf(await wordOf({ body: many }))).toBe("too-many-pages");
});

test("[S2] headers, footers and comments are not read", async () => {
  const parts = { "word/header1.xml": root("hdr", p("Sidehoved")), "word/comments.xml": root("comments", p("Note")) };
  const body = p(`${r("Tekst")}<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`);
  expect(await textsOf({ body: `${body}<w:sectPr><w:headerReference w:id="1"/></w:sectPr>`, parts })).toEqual([
    "Tekst",
  ]);
});
