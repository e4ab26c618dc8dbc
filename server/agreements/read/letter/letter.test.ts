import { describe, expect, test } from "vitest";
import { letterProposal, readLetter } from ".";
import { daysIn } from "./days";

const TODAY = "2026-11-23";
const bytes = (text: string) => new TextEncoder().encode(text);

/** Lines as a paper has them: an empty one is a gap. */
function lines(text: string) {
  return text
    .trim()
    .split("\n")
    .flatMap((line, index, all) =>
      line.trim() === "" ? [] : [{ text: line, gap: index > 0 && all[index - 1]?.trim() === "" ? 1 : 0 }],
    );
}

const REGION = `
Region Havbakken
Tværsektorielt Sekretariat
Strandvejen 14, 4000 Havbakken
Dato: 12. november 2026
Sagsnr.: 26-004411

Til: Kommunerne i Region Havbakken, Ældrerådet, Handicaprådet

Høring over udkast til samarbejdsaftale om udskrivning af borgere
med flere samtidige sygdomme

Samarbejdsudvalget har på mødet den 4. november 2026 godkendt, at udkastet sendes i høring.

Vi beder om, at jeres bemærkninger er os i hænde senest
fredag den 8. januar 2027 kl. 12.00. Høringssvar sendes til hoering@havbakken.example. Aftalen træder i kraft 1. april 2027.

Med venlig hilsen
Ane Holm
Konsulent
Region Havbakken, Tværsektorielt Sekretariat
`;

const MAIL = `
Fra: Bo Lund (KKR) <bo.lund@kkr.example>
Sendt: 20. november 2026 08:14
Til: Vestby Kommune; Østby Kommune <post@oestby.example>
Emne: VS: Kommentering af målpapir for tryghed i eget hjem

Kære alle
Hermed målpapiret. Frist for kommentarer er den 3. december.
Vi ses til mødet 10. december 2026.
Hilsen Bo
`;

const MINISTRY = `
Ministeriet for Nære Forhold

Offentlig høring om ny vejledning om støtte i eget hjem

Høringsperiode: 23.11.2026 – 18.12.2026

Høringsliste:
• Ankenævnet for Støtte
• Landsforeningen Hjemme
• Kommunerne
Spørgsmål kan rettes til ministeriet.
`;

describe("[H30] a letter is read for what it says of its hearing", () => {
  test("the letter of a region: title over two lines, sender, deadline with its hour, address and who is asked", () => {
    expect(letterProposal(lines(REGION), TODAY)).toMatchObject({
      title: {
        value: "Høring over udkast til samarbejdsaftale om udskrivning af borgere med flere samtidige sygdomme",
      },
      sender: { value: "Region Havbakken, Tværsektorielt Sekretariat" },
      deadline: { value: { day: "2027-01-08", time: "12:00" }, says: expect.stringContaining("senest fredag") },
      answerTo: { value: "hoering@havbakken.example" },
      recipients: ["Kommunerne i Region Havbakken", "Ældrerådet", "Handicaprådet"],
    });
  });

  test("a mail: its head, and a deadline without a year", () => {
    expect(letterProposal(lines(MAIL), TODAY)).toMatchObject({
      title: { value: "Kommentering af målpapir for tryghed i eget hjem" },
      sender: { value: "Bo Lund (KKR)" },
      deadline: { value: { day: "2026-12-03", time: null } },
      answerTo: null,
      recipients: ["Vestby Kommune", "Østby Kommune"],
    });
  });

  test("of a period the end, and a list of those who are asked", () => {
    expect(letterProposal(lines(MINISTRY), TODAY)).toMatchObject({
      title: { value: "Offentlig høring om ny vejledning om støtte i eget hjem" },
      sender: { value: "Ministeriet for Nære Forhold" },
      deadline: { value: { day: "2026-12-18", time: null } },
      recipients: ["Ankenævnet for Støtte", "Landsforeningen Hjemme", "Kommunerne"],
    });
  });

  test("a paper that says nothing of a hearing gives no guess", () => {
    const none = { title: null, sender: null, deadline: null, answerTo: null, recipients: [] };
    expect(letterProposal(lines("Referat\n\nDer var ti til stede den 3. marts 2026."), TODAY)).toEqual(none);
    expect(letterProposal([], TODAY)).toEqual(none);
  });

  test("a file is read in any format a source is, and refused in the same words", async () => {
    expect(await readLetter(bytes(MAIL), "mail.txt", TODAY)).toMatchObject({
      deadline: { value: { day: "2026-12-03" } },
    });
    expect(await readLetter(new Uint8Array(), "mail.txt", TODAY)).toEqual({ refused: "empty-file" });
    expect(await readLetter(bytes("%PDF-1.7 intet"), "brev.pdf", TODAY)).toHaveProperty("refused");
  });

  test("a line of a hundred thousand signs is no trap", () => {
    const long = "senest inden frist ".repeat(6000);
    expect(letterProposal(lines(`${long}\n${"d. ".repeat(40_000)}`), TODAY).deadline).toBeNull();
  });
});

test.each([
  ["senest den 8. januar 2027 kl. 12", "2027-01-08", "12:00"],
  ["senest d. 8/1 2027 kl. 9.30", "2027-01-08", "09:30"],
  ["8.1.2027", "2027-01-08", null],
  ["08-01-27", "2027-01-08", null],
  ["2027-01-08", "2027-01-08", null],
  ["kl. 12 den 8. jan.", "2027-01-08", "12:00"],
  ["den 29. februar", "2028-02-29", null],
  ["den 23. november", "2026-11-23", null],
  ["klokken 25 den 8. januar 2027", "2027-01-08", null],
])("[H30] %s is a day", (text, day, time) => {
  expect(daysIn(text, TODAY)).toMatchObject([{ day, time }]);
});

test.each([
  "30. februar 2027",
  "31.4.2027",
  "29.30.08",
  "punkt 4.12",
  "33 34 94 00",
  "2027-13-01",
  "CVR 19435075",
  "12.1",
])("[H30] %s is none", (text) => {
  expect(daysIn(text, TODAY)).toEqual([]);
});
