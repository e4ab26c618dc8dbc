import { expect, test } from "vitest";
import { flatten } from "../../../app/document-model/proposal";
import { proposalOf } from "./proposal";
import { readText } from "./text";

function read(bytes: Uint8Array) {
  const paper = readText(bytes, "paper.txt");
  if ("refused" in paper) throw new Error(paper.refused);
  return proposalOf(paper, { newId: () => "1" }).proposal;
}

test("the same paper gives the same tree in UTF-8, UTF-16 and Windows-1252", () => {
  const text = "1 Formål\r\n\r\n1.1 Ældre på øen får hjælp.\r\n";
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const expected = ["1 Formål ", "1.1  Ældre på øen får hjælp."];
  for (const bytes of [new TextEncoder().encode(text), new TextEncoder().encode(`\ufeff${text}`), utf16, windows]) {
    const lines = flatten(read(bytes).nodes).map(({ number, heading, text }) => `${number} ${heading} ${text}`);
    expect(lines).toEqual(expected);
  }
  expect(read(windows).warnings).toContain("read-as-windows-1252");
});

test("what is no text is refused with a reason", () => {
  const refusal = (bytes: Uint8Array) => {
    const paper = readText(bytes, "paper.txt");
    return "refused" in paper ? paper.refused : null;
  };
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(refusal(bytes(" \n\t \n"))).toBe("empty-file");
  expect(refusal(bytes("tekst\0tekst"))).toBe("not-text");
  expect(refusal(Uint8Array.from({ length: 400 }, (_, index) => 1 + ((index * 7) % 31)))).toBe("not-text");
});
