import { expect, test } from "vitest";
import { blocksOf, plainText } from "../../../../app/document-model/incoming/content";
import type { Incoming, IncomingInline, IncomingPart } from "../../../../app/document-model/incoming/shapes";
import { list, p, r, root, wordOf } from "../docx/word-by-hand";
import { readContribution } from "./index";

type ByHand = Parameters<typeof wordOf>[0];

async function contribution(given: ByHand): Promise<Incoming> {
  const read = readContribution(await wordOf(given), "bidrag.docx");
  if ("refused" in read) throw new Error(read.refused);
  return read;
}

/** "# Overskrift", "- punkt", "1. punkt", "^ note", "a | b"; **fed**, _kursiv_, [ord](adresse), ord{note}. */
function linesOf({ parts }: Incoming): string[] {
  const notes = [...blocksOf(parts)].filter(({ kind }) => kind === "footnote").map(({ id }) => id);
  const words = (inline: IncomingInline): string => {
    if ("break" in inline) return "⏎";
    const look = `${inline.bold ? "**" : ""}${inline.italic ? "_" : ""}`;
    const text = `${look}${inline.text}${[...look].reverse().join("")}`;
    const linked = inline.href ? `[${text}](${inline.href})` : text;
    return linked + (inline.notes ?? []).map((id) => `{${notes.indexOf(id) + 1}}`).join("");
  };
  const line = (part: IncomingPart): string => {
    if (part.type === "table")
      return part.rows
        .map((row) =>
          row
            .map((one) => `${one.header ? "*" : ""}${one.colspan}×${one.rowspan} ${one.blocks.map(line).join(" / ")}`)
            .join(" | "),
        )
        .join(" || ");
    const sign = {
      heading: "#".repeat(part.level),
      bullet: "-",
      ordered: "1.",
      quote: ">",
      footnote: "^",
      paragraph: "",
    };
    const deep = part.kind === "heading" ? "" : "  ".repeat(part.level);
    return `${deep}${sign[part.kind]} ${part.content.map(words).join("")}`.trimEnd().replace(/^ (?=\S)/, "");
  };
  return parts.map(line);
}

const heading = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr><w:b/></w:rPr></w:style>`;
const of = (style: string, words: string, more = "") => p(words, `<w:pStyle w:val="${style}"/>${more}`);
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "·")}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const related = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const relation = (id: string, type: string, to: string, more = "") =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${to}"${more}/>`;

test("[E25] headings, emphasis, lists with Word's own numbers, line breaks and quotes come in", async () => {
  const styles = `${heading("a", "heading 1")}${heading("b", "heading 5")}${heading("Citat", "Quote")}`;
  const body =
    of("a", "Bemærkninger") +
    p(r("Vi er ") + r("enige", "<w:b/>") + r(" i ", "") + r("det", "<w:b/><w:i/>") + "<w:r><w:br/></w:r>" + r("hele")) +
    p("først", list(1)) +
    p("under", list(1, 1)) +
    p("dernæst", list(1)) +
    p("Imellem") +
    p("til sidst", list(1)) +
    p("kugle", list(2)) +
    of("b", "Lille");
  const read = await contribution({ styles, numbering, body });
  expect(linesOf(read)).toEqual([
    "# Bemærkninger",
    "Vi er **enige** i **_det_**⏎hele",
    "1. først",
    "  1. under",
    "1. dernæst",
    "Imellem",
    "3. til sidst",
    "- kugle",
    "### Lille",
  ]);
  expect(read.left).toEqual([{ kind: "deep-heading", text: "Lille" }]);
});

test("[E25] footnotes and endnotes belong to the word before them and stand after its paragraph", async () => {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, words: string) =>
    `<w:${kind} w:id="${id}">${p(words)}${p("Mere")}</w:${kind}>`;
  const read = await contribution({
    body: p(r("Fristen er kort") + reference("footnote", 2) + r(".") + reference("endnote", 1)) + p("Slut"),
    footnotes: note("footnote", 2, "Se aftalen"),
    endnotes: note("endnote", 1, "Kilde"),
  });
  expect(linesOf(read)).toEqual(["Fristen er kort{1}.{2}", "^ Se aftalen⏎Mere", "^ Kilde⏎Mere", "Slut"]);
});

test("[E25] links lead to the web or a mailbox, by relation or by field; other links are words", async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = `<w:r><w:instrText> HYPERLINK "mailto:anna@example.dk" </w:instrText></w:r>`;
  const link = (id: string, words: string) =>
    `<w:hyperlink xmlns:x="${RELATIONSHIPS}" x:id="${id}">${r(words)}</w:hyperlink>`;
  const external = ' TargetMode="External"';
  const read = await contribution({
    body: p(
      `${link("r8", "planen")}${r(" og ")}${link("r9", "bilaget")}${r(" fra ")}` +
        `${field("begin")}${instruction}${field("separate")}${r("Anna")}${field("end")}`,
    ),
    parts: {
      "word/_rels/document.xml.rels": related(
        relation("r8", "hyperlink", "https://example.dk/plan?a=1&amp;b=2", external) +
          relation("r9", "hyperlink", "file:///C:/bilag.docx", external),
      ),
    },
  });
  expect(linesOf(read)).toEqual([
    "[planen](https://example.dk/plan?a=1&b=2) og bilaget fra [Anna](mailto:anna@example.dk)",
  ]);
});

test("[E25] comments stand beside the text, with who wrote them and on which words", async () => {
  const comment = (id: number, by: string, words: string) =>
    `<w:comment w:id="${id}" w:author="${by}">${p(words)}</w:comment>`;
  const read = await contribution({
    body:
      p(
        `${r("Vi ")}<w:commentRangeStart w:id="0"/>${r("støtter")}${r(" målet")}<w:commentRangeEnd w:id="0"/>${r(".")}`,
      ) + `<w:commentRangeStart w:id="1"/>${p("Hele afsnittet.")}<w:commentRangeEnd w:id="1"/>`,
    parts: {
      "word/comments.xml": root("comments", comment(0, "Anna Berg", "Gør vi?") + comment(1, "Bo", "Kort det ned")),
      "word/_rels/document.xml.rels": related(relation("r7", "comments", "comments.xml")),
    },
  });
  expect(linesOf(read)).toEqual(["Vi støtter målet.", "Hele afsnittet."]);
  expect(read.left).toEqual([
    { kind: "comment", text: "Gør vi?", quote: "støtter målet", by: "Anna Berg" },
    { kind: "comment", text: "Kort det ned", quote: "Hele afsnittet.", by: "Bo" },
  ]);
});

test("[E25] tracked changes are read as accepted, and it is said what went and what came", async () => {
  const body = p(
    `${r("Fristen er ")}<w:del><w:r><w:delText>ti</w:delText></w:r></w:del><w:ins>${r("fjorten")}</w:ins>${r(" dage", "")}` +
      r(" internt", "<w:vanish/>"),
  );
  const read = await contribution({ body });
  expect(linesOf(read)).toEqual(["Fristen er fjorten dage"]);
  expect(read.left).toEqual([
    { kind: "deleted", text: "ti" },
    { kind: "inserted", text: "fjorten" },
    { kind: "hidden", text: "internt" },
  ]);
});

test("[E25] tables keep merged cells and header rows; one in a cell becomes that cell's paragraphs", async () => {
  const tc = (inside: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  const tr = (cells: string, properties = "") => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const inner = `<w:tbl>${tr(tc(p("x")) + tc(p("y")))}${tr(tc(p("z")) + tc(p("w")))}</w:tbl>`;
  const body = `<w:tbl>${
    tr(tc(p("Emne")) + tc(p("Udgift"), '<w:gridSpan w:val="2"/>'), "<w:tblHeader/>") +
    tr(tc(p("Voksne"), '<w:vMerge w:val="restart"/>') + tc(p("2025")) + tc(p("1"))) +
    tr(tc(p(""), "<w:vMerge/>") + tc(p("2026")) + tc(`${inner}${p("")}`))
  }</w:tbl>${p("Efter")}`;
  const read = await contribution({ body });
  expect(linesOf(read)).toEqual([
    "*1×1 Emne | *2×1 Udgift || 1×2 Voksne | 1×1 2025 | 1×1 1 || 1×1 2026 | 1×1 x / y / z / w",
    "Efter",
  ]);
  expect(read.left).toEqual([{ kind: "nested-table", text: "x\ty\nz\tw" }]);
});

test("[E25] pictures and text boxes are said, with the words of the boxes", async () => {
  const box = "<w:txbxContent><w:p><w:r><w:t>Husk børnene</w:t></w:r></w:p></w:txbxContent>";
  const body = p(`${r("Før")}<w:r><w:pict>${box}</w:pict></w:r><w:r><w:drawing><a>1</a></w:drawing></w:r>`);
  expect((await contribution({ body })).left).toEqual([
    { kind: "text-box", text: "Husk børnene" },
    { kind: "image", text: "" },
  ]);
});

test("[E25] [S16] what is no Word file, or is broken, locked or hostile, is refused with a reason", async () => {
  const refusal = (bytes: Uint8Array, name = "bidrag.docx") => {
    const read = readContribution(bytes, name);
    return "refused" in read ? read.refused : "read";
  };
  const good = await wordOf({ body: p("Tekst") });
  const external = `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${root("document", "<w:body/>")}`;
  expect(refusal(new Uint8Array())).toBe("empty-file");
  expect(refusal(good.slice(0, good.length / 2))).toBe("damaged");
  expect(refusal(new TextEncoder().encode("Bare tekst"), "bidrag.txt")).toBe("other-content");
  expect(refusal(new TextEncoder().encode("%PDF-1.7"), "bidrag.docx")).toBe("other-content");
  expect(refusal(await wordOf({ body: p("") }))).toBe("empty-file");
  expect(refusal(await wordOf({ parts: { "word/document.xml": external } }))).toBe("unsafe-file");
  expect(refusal(await wordOf({ parts: { "word/vbaProject.bin": "x" } }), "bidrag.docm")).toBe("unsafe-file");
  expect(refusal(await wordOf({ parts: { "word/x.xml": " ".repeat(3_000_000) } }))).toBe("unsafe-file");
  expect(plainText({ content: [] })).toBe("");
});
