import { expect, test } from "vitest";
import { p, paperOf, refusalOf, root, textsOf, wordOf } from "./word-by-hand";

test("[S16] a paper with macros is refused, wherever they lie", async () => {
  const macro = "application/vnd.ms-word.document.macroEnabled.main+xml";
  expect(await refusalOf(await wordOf({ types: macro }))).toBe("unsafe-file");
  for (const name of ["word/vbaProject.bin", "word/vbaData.xml", "customXml/VBAPROJECT.BIN"])
    expect(await refusalOf(await wordOf({ parts: { [name]: "x" } }))).toBe("unsafe-file");
});

test("[S16] any part that is read and defines an entity, or could, is refused", async () => {
  const doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const document = root("document", `<w:body>${p("&x;")}</w:body>`).replace("?>", `?>${doctype}`);
  expect(await refusalOf(await wordOf({ parts: { "word/document.xml": document } }))).toBe("unsafe-file");
  for (const name of ["word/styles.xml", "word/numbering.xml", "_rels/.rels", "[Content_Types].xml"])
    expect(await refusalOf(await wordOf({ parts: { [name]: `<!DOCTYPE a><a/>` } }))).toBe("unsafe-file");
  const wide = Buffer.from(`\ufeff${document}`, "utf16le");
  expect(await refusalOf(await wordOf({ parts: { "word/document.xml": wide } }))).toBe("unsafe-file");
});

test("[S16] XML that is broken, or in letters nobody can read, is damaged", async () => {
  for (const body of ["<w:p>", "</w:p>", "<w:p></w:r>", "<w:p a=b/>", "<w:p>&nbsp;</w:p>", "<w:p", "<!-- ", "<w:p a='"])
    expect(await refusalOf(await wordOf({ body }))).toBe("damaged");
  expect(await refusalOf(await wordOf({ parts: { "word/document.xml": Uint8Array.of(0x3c, 0xff, 0x3e) } }))).toBe(
    "damaged",
  );
});

test("[S16] nothing nests so deep that reading it overflows", async () => {
  for (const tag of ["w:ins", "w:tbl", "w:sdt"])
    for (const inside of [true, false]) {
      const nest = `<${tag}>`.repeat(10_000) + `</${tag}>`.repeat(10_000);
      expect(await refusalOf(await wordOf({ body: inside ? p(nest) : nest }))).toBe("unsafe-file");
    }
});

test("[S16] a paper without a word is empty, and one of pictures alone is said to have no text", async () => {
  expect(await refusalOf(await wordOf({ body: "" }))).toBe("empty-file");
  expect(await refusalOf(await wordOf({ body: p(" – ") }))).toBe("empty-file");
  expect(await refusalOf(await wordOf({ body: p("<w:r><w:drawing/></w:r>") }))).toBe("no-text");
});

test("the document is the part that the package says it is, in either edition of the standard", async () => {
  const rels = `<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>`;
  const strict = root("document", `<w:body>${p("Den rigtige")}</w:body>`).replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  );
  const parts = { "_rels/.rels": rels, "word/document2.xml": strict };
  expect(await textsOf({ parts })).toEqual(["Den rigtige"]);
});

test("names are known by their namespace, whatever prefix a program writes", async () => {
  const other = root("document", `<w:body>${p("Tekst")}</w:body>`)
    .replaceAll("w:", "ns0:")
    .replace("xmlns:w=", "xmlns:ns0=");
  expect(await textsOf({ parts: { "word/document.xml": other } })).toEqual(["Tekst"]);
});

test("characters written as numbers, CDATA and comments are read as XML reads them", async () => {
  const body = p("<w:r><w:t>R&#248;d &amp; &#xE6;ble <![CDATA[<stk. 2>]]><!-- ikke med --></w:t></w:r>");
  expect(await textsOf({ body })).toEqual(["Rød & æble <stk. 2>"]);
});

test("a part may be one empty element, and begin with a byte order mark", async () => {
  const numbering = root("numbering", "").replace("></w:numbering>", "/>");
  expect(await textsOf({ parts: { "word/numbering.xml": `\ufeff${numbering}` } })).toEqual(["Tekst"]);
});

test("reading tells how far it has come", async () => {
  const told: number[] = [];
  const bytes = await wordOf({ body: p("Tekst").repeat(2000) });
  const { readDocx } = await import("./index");
  await readDocx(bytes, (done, of) => told.push(done / (of ?? Number.NaN)));
  expect(told.length).toBe(4);
  expect(told.every((share, index) => share > (told[index - 1] ?? 0) && share <= 1)).toBe(true);
  expect((await paperOf({ body: p("Tekst") })).shape.isUnwrapped).toBe(true);
});
