import { describe, expect, test } from "vitest";
import { OUR_FACETS, OUR_TOPICS } from "../../tests/world/kle";
import { Refusal } from "../errors";
import { readKle } from "./read";
import { lastDayBefore, standingOn, wrongOn } from "./rules";

const read = (text: string, edition = "2026-02-10") => readKle(new TextEncoder().encode(text), edition);

function refusal(text: string | Uint8Array): string {
  try {
    readKle(typeof text === "string" ? new TextEncoder().encode(text) : text, "2026-02-10");
  } catch (error) {
    if (error instanceof Refusal) return error.fields["file"] ?? "";
    throw error;
  }
  return "taken";
}

const line = (number: string, title: string) => `KLENummer='${number}':KLETitel='${title}':Keywords[Weight]=ord[5];`;

describe("reading a list of KLE", () => {
  test("[F19] OS2KLE.txt gives numbers, titles and keywords, and the last day of what goes out", () => {
    const { kind, edition, numbers } = read(`\ufeff${OUR_TOPICS.replaceAll("\n", "\r\n")}`);
    expect({ kind, edition, count: numbers.length }).toEqual({ kind: "topics", edition: null, count: 6 });
    const called = Object.fromEntries(numbers.map((one) => [one.number, one]));
    expect(called["29.30.08"]).toMatchObject({ title: "Aftaler om sundhed", validTo: "2026-12-31", successor: null });
    expect(called["29.30.08"]?.keywords).toBe("Sundhedsaftale;Ærø 'ny';");
    expect(called["29.30.09"]).toMatchObject({ validTo: "2026-06-30", successor: "29.30.05" });
    expect(called["15.62.05"]).toMatchObject({ title: "Dagpenge [fagsystem]", validTo: null });
  });

  test("[F19] a year alone is the last day before it, and the last day of it in a list of that same year", () => {
    expect(lastDayBefore("2027", "2026-02-10")).toBe("2026-12-31");
    expect(lastDayBefore("2026", "2026-02-10")).toBe("2026-12-31");
    expect(read(line("05.14.21", "Tanke [udgår 2026]")).numbers[0]?.validTo).toBe("2026-12-31");
    expect(read(line("05.14.21", "Tanke [udgår 2026]"), "2025-08-01").numbers[0]?.validTo).toBe("2025-12-31");
    expect(read(line("05.14.21", "Tanke [udgår snart]")).numbers[0]).toMatchObject({
      title: "Tanke [udgår snart]",
      validTo: null,
    });
  });

  test("[F19] the XML of KLE-Online gives its own date, and the days of each number", () => {
    const { kind, edition, numbers } = read(OUR_FACETS);
    expect({ kind, edition }).toEqual({ kind: "facets", edition: "2026-02-01" });
    expect(numbers.map(({ number, title, validFrom, validTo }) => [number, title, validFrom, validTo])).toEqual([
      ["G01", "Sager af almen art & andet", "2001-01-01", null],
      ["K02", "Høringer", "2013-01-01", null],
      ["P20", "Gamle høringer", "1990-01-01", "2012-12-31"],
    ]);
    const emne = (nr: string, since: string) =>
      `<Emne><EmneNr>${nr}</EmneNr><EmneTitel>Fra ${since}</EmneTitel><EmneAdministrativInfo><OprettetDato>${since}</OprettetDato></EmneAdministrativInfo></Emne>`;
    const twice = read(
      `<KLE-Emneplan>${emne("29.30.00", "2013-01-01")}${emne("29.30.00", "2007-01-01")}</KLE-Emneplan>`,
    );
    expect(twice.numbers).toMatchObject([{ number: "29.30.00", validFrom: "2013-01-01" }]);
  });

  test("[F19] what is no list is refused, at its line", () => {
    expect(refusal("")).toBe("kle-empty");
    expect(refusal(" \n\n")).toBe("kle-empty");
    expect(refusal("Nr;Titel\n29.30.00;Samarbejde")).toBe("kle-not-a-list|1");
    expect(refusal(`${OUR_TOPICS}29.30.44 noget`)).toBe("kle-not-a-line|7");
    expect(refusal(`${line("29.30.00", "A")}\n\n${line("29.30.00", "B")}`)).toBe("kle-twice|3");
    expect(refusal(line("29.30", "For kort"))).toBe("kle-not-a-list|1");
    expect(refusal(`${line("29.30.00", "A")}\n${line("29.30.01", "")}`)).toBe("kle-not-a-line|2");
    expect(refusal(`${line("29.30.00", "A")}\n${line("29.30.01", "x".repeat(301))}`)).toBe("kle-not-a-line|2");
    expect(refusal(`${line("29.30.00", "A")}\n${line("29.30.01", "a\u0000b")}`)).toBe("kle-not-a-line|2");
    expect(refusal(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]))).toBe("kle-not-text");
    expect(refusal("<html></html>")).toBe("kle-not-a-list|1");
    expect(refusal("<KLE-Emneplan></KLE-Emneplan>")).toBe("kle-empty");
    expect(refusal('<!DOCTYPE a [<!ENTITY b "c">]><KLE-Emneplan>&b;</KLE-Emneplan>')).toBe("kle-unsafe");
    expect(refusal("<KLE-Emneplan>\n<Emne><EmneNr>29.30</EmneNr></Emne></KLE-Emneplan>")).toBe("kle-not-a-line|2");
    expect(refusal("<KLE-Emneplan>\n\n<Emne>".repeat(5000))).toBe("kle-not-a-line|3");
  });

  test("[F19] more numbers than KLE has are refused, and a long file is read in one go", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const digits = String(at).padStart(6, "0");
        return line(`${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`, "[".repeat(200));
      }).join("\n");
    expect(refusal(many(20_001))).toBe("kle-too-many");
    expect(read(many(20_000)).numbers).toHaveLength(20_000);
  });
});

describe("using a number on a day", () => {
  test("[F20] its first and its last day are its own", () => {
    const days = { validFrom: "2013-01-01", validTo: "2026-12-31" };
    expect(["2012-12-31", "2013-01-01", "2026-12-31", "2027-01-01"].map((day) => standingOn(day, days))).toEqual([
      "not-yet",
      "valid",
      "valid",
      "expired",
    ]);
  });

  test("[F20] what is wrong is told with its day and what takes its place", () => {
    const found = {
      number: "29.30.08",
      title: "Aftaler",
      validFrom: "2013-01-01",
      validTo: "2026-12-31",
      successor: null,
    };
    expect(wrongOn("2026-03-01", "29.30.08", found)).toBeNull();
    expect(wrongOn("2026-03-01", "29.30.44", null)).toBe("kle-unknown|29.30.44");
    expect(wrongOn("2012-03-01", "29.30.08", found)).toBe("kle-not-yet|29.30.08|2013-01-01");
    expect(wrongOn("2027-03-01", "29.30.08", found)).toBe("kle-expired|29.30.08|2026-12-31");
    const successor = { number: "29.30.05", title: "Råd" };
    expect(wrongOn("2027-03-01", "29.30.08", { ...found, successor })).toBe(
      "kle-replaced|29.30.08|2026-12-31|29.30.05 Råd",
    );
  });
});
