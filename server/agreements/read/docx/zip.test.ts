import JSZip from "jszip";
import { expect, test } from "vitest";
import { p, refusalOf, root, wordOf } from "./word-by-hand";

const MB = 1024 * 1024;

async function zipOf(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** Changes one number in the list of parts, where the part's name follows. */
function edit(bytes: Uint8Array, name: string, field: number, value: number): Uint8Array {
  const edited = Buffer.from(bytes);
  const head = edited.lastIndexOf(name) - 46;
  expect(edited.readUInt32LE(head)).toBe(0x02014b50);
  edited.writeUInt32LE(value, head + field);
  return edited;
}

test("[S16] what is no zip, or cut short anywhere, is damaged", async () => {
  const bytes = await wordOf({ body: p("En aftale om samarbejde") });
  expect(await refusalOf(new TextEncoder().encode("Bare en tekst."))).toBe("damaged");
  for (let length = 0; length < bytes.length; length += 37)
    expect(await refusalOf(bytes.slice(0, length))).toBe("damaged");
});

test("[S16] a zip without a Word document is something else", async () => {
  expect(
    await refusalOf(await zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" })),
  ).toBe("other-content");
  expect(await refusalOf(await zipOf({ "xl/workbook.xml": "<a/>" }))).toBe("other-content");
  expect(await refusalOf(await zipOf({ "META-INF/MANIFEST.MF": "Main-Class: A" }))).toBe("other-content");
  expect(await refusalOf(await wordOf({ parts: { "word/document.xml": root("styles", "") } }))).toBe("other-content");
});

test("[S16] a part that is encrypted asks for a password", async () => {
  const bytes = Buffer.from(await wordOf({}));
  const head = bytes.lastIndexOf("word/document.xml") - 46;
  bytes.writeUInt16LE(1, head + 8);
  expect(await refusalOf(bytes)).toBe("encrypted");
});

test("[S16] a part that says it unpacks to more than a paper is not unpacked", async () => {
  const bytes = await wordOf({});
  expect(await refusalOf(edit(bytes, "word/document.xml", 24, 101 * MB))).toBe("unsafe-file");
  expect(await refusalOf(await wordOf({ parts: { "word/media/a.bin": new Uint8Array(2 * MB) } }))).toBe("unsafe-file");
  expect(await refusalOf(await wordOf({ body: p(" ".repeat(3 * MB)) }))).toBe("unsafe-file");
});

test("[S16] a part that unpacks to more than it says is stopped there", async () => {
  const bytes = await wordOf({ body: p("Ord ".repeat(1000)) });
  expect(await refusalOf(edit(bytes, "word/document.xml", 24, 500))).toBe("unsafe-file");
});

test("[S16] a blank picture packs better than any prose, and is no bomb", async () => {
  expect(await refusalOf(await wordOf({ parts: { "word/media/image1.bmp": new Uint8Array(2 * MB) } }))).toBe("read");
});

test("[S16] parts that lie in one another are refused", async () => {
  const bytes = Buffer.from(await wordOf({ parts: { "word/styles.xml": root("styles", "") } }));
  const offset = bytes.readUInt32LE(bytes.lastIndexOf("word/document.xml") - 46 + 42);
  expect(await refusalOf(edit(bytes, "word/styles.xml", 42, offset))).toBe("unsafe-file");
});

test("[S16] more than five thousand parts are no paper", async () => {
  const bytes = Buffer.from(await wordOf({}));
  bytes.writeUInt16LE(5001, bytes.length - 22 + 10);
  expect(await refusalOf(bytes)).toBe("unsafe-file");
});

test("[S16] one changed byte anywhere is read or refused, never thrown at", async () => {
  const bytes = await wordOf({ parts: { "word/document.xml": root("document", `<w:body>${p("Tekst")}</w:body>`) } });
  const from = bytes.length;
  for (let at = 0; at < from; at += 11) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(await refusalOf(changed)).toBeTypeOf("string");
  }
});
