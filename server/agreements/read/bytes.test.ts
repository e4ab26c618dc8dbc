import { expect, test } from "vitest";
import { flatten } from "../../../app/document-model/proposal";
import { readSource } from "./proposal";

function read(bytes: Uint8Array) {
  const result = readSource(bytes, { fileName: "paper.txt", newId: () => "1" });
  if ("refused" in result) throw new Error(result.refused);
  return result.proposal;
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
  const refusal = (bytes: Uint8Array, fileName = "paper.txt") => {
    const result = readSource(bytes, { fileName, newId: () => "1" });
    return "refused" in result ? result.refused : null;
  };
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(refusal(bytes(""))).toBe("empty-file");
  expect(refusal(bytes(" \n\t \n"))).toBe("empty-file");
  expect(refusal(bytes("tekst\0tekst"))).toBe("not-text");
  expect(refusal(Uint8Array.from({ length: 400 }, (_, index) => 1 + ((index * 7) % 31)))).toBe("not-text");
  expect(refusal(bytes("%PDF-1.7 …"))).toBe("format-not-read-yet");
  expect(refusal(bytes("PK\u0003\u0004…"))).toBe("format-not-read-yet");
  expect(refusal(bytes("almindelig tekst"), "aftale.DOCX")).toBe("format-not-read-yet");
  expect(refusal(new Uint8Array(20 * 1024 * 1024 + 1).fill(65))).toBe("too-large");
});
