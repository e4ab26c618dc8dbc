import { expect, test } from "vitest";
import { plainText } from "../../document-model/incoming/content";
import { readText } from "./plain-text";

function lines(text: string, isAsItIs = false): string[] {
  return readText(text, isAsItIs).map((block) => {
    const sign = { bullet: "- ", ordered: "1. " }[block.kind as string] ?? "";
    return `${"  ".repeat(block.level)}${sign}${plainText(block)}`;
  });
}

test("[E23] each line is a paragraph, and where there are blank lines those part them", () => {
  expect(lines("En\r\nTo\r\n")).toEqual(["En", "To"]);
  expect(lines("En\nsamme afsnit\n\nTo\n")).toEqual(["En\nsamme afsnit", "To"]);
  expect(lines("\n\n")).toEqual([]);
});

test("[E23] lines that begin as a list's make a list", () => {
  expect(lines("Vi ønsker:\n- ro\n\t- om natten\n* mad\n1. først\n2. så\n3) til sidst")).toEqual([
    "Vi ønsker:",
    "- ro",
    "  - om natten",
    "- mad",
    "1. først",
    "1. så",
    "1. til sidst",
  ]);
  expect(lines("•\tfra Word\no\tdybere")).toEqual(["- fra Word", "- dybere"]);
});

test("[E23] a date, a dash in a sentence and a number out of order are no list", () => {
  expect(lines("1. maj 2026 er fristen")).toEqual(["1. maj 2026 er fristen"]);
  expect(lines("3. Frister\n-tegn")).toEqual(["3. Frister", "-tegn"]);
});

test("[E23] a sentence that was broken over lines is one again, in a list's item too", () => {
  const long = "Kommunen støtter forslaget, men gør opmærksom på, at";
  expect(lines(`${long}\nfristen er kort.\nNyt afsnit.`)).toEqual([`${long} fristen er kort.`, "Nyt afsnit."]);
  expect(lines(`- ${long}\n  fristen er kort.`)).toEqual([`- ${long} fristen er kort.`]);
});

test("[E23] pasted as it is, nothing is a list and no lines are joined", () => {
  expect(lines("- ro\n1. først", true)).toEqual(["- ro", "1. først"]);
  expect(lines("a\nb\n\nc", true)).toEqual(["a\nb", "c"]);
});
