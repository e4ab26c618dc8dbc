import { expect, test } from "vitest";
import { lexeme, misspellings, parts, readFilters, readQuery, scopes } from "./rules";

test.each([
  ["Fælles  indsats", ["fælles", "indsats"], []],
  ['om "tre dage før" udskrivning', ["om", "udskrivning"], ["tre dage før"]],
  ["”Tre dage” og „én«", ["og"], ["tre dage", "én"]],
  ['rusmidler "fælles indsats', ["rusmidler", "fælles", "indsats"], []],
  ['"" " "', [], []],
  ["3.2.1, stk. 2. HS-2026-0007", ["3.2.1", "stk", "2", "hs", "2026", "0007"], []],
  ["borgere/pårørende & 'a' | !b:*", ["borgere", "pårørende", "a", "b"], []],
  ["ord ord ORD", ["ord"], []],
])("[Q3] %j is read as words and phrases", (written, words, phrases) => {
  expect(readQuery(written)).toMatchObject({ words, phrases });
});

test("[Q3] a query is cut to 500 characters and sixteen words", () => {
  expect(readQuery("x".repeat(501)).text).toHaveLength(500);
  expect(readQuery(Array.from({ length: 40 }, (_, index) => `ord${index}`).join(" ")).words).toHaveLength(16);
});

test("[Q3] what can be no year, id or kind filters nothing", () => {
  const id = crypto.randomUUID();
  const none = { year: "", center: "", source: "", kind: "", stance: "" };
  expect(readFilters({})).toEqual(none);
  expect(readFilters({ year: "20261", center: "x", source: `${id}'`, kind: "toString", stance: "praise" })).toEqual(
    none,
  );
  const all = { year: "2026", center: id, source: id, kind: "remark", stance: "question" };
  expect(readFilters(all)).toEqual(all);
});

test("[Q3] a word is quoted so that a tsquery sees no signs in it", () => {
  expect(lexeme("o'neil\\")).toBe("'o''neil\\\\'");
});

test("[Q4] the newest year is looked in first, then two, then all the older ones; remarks by themselves", () => {
  const [few, remarks] = scopes(readFilters({}), [2026, 2025, 2024, 2023, 2022], "m");
  expect(remarks).toEqual([
    "(('#remark/2026/m'))",
    "(('#remark/2025/m') | ('#remark/2024/m'))",
    "(('#remark/2023/m') | ('#remark/2022/m'))",
  ]);
  expect(few).toHaveLength(3);
});

test("[Q3] [Q9] a year or kind leaves fewer places to look in, a center, source or stance narrows each", () => {
  const center = crypto.randomUUID();
  expect(scopes(readFilters({ year: "2024", kind: "clause", center }), [2026, 2024], "m")).toEqual([
    [`(('#clause/2024/m')) & ('#c${center}')`],
  ]);
  expect(scopes(readFilters({ year: "2024", kind: "remark", stance: "support" }), [2024], "m")).toEqual([
    ["(('#remark/2024/m')) & ('#tsupport')"],
  ]);
  expect(scopes(readFilters({ year: "1999" }), [2026], "m")).toEqual([[], []]);
});

test("[Q2] a letter too many and two letters swapped are looked up as they were meant", () => {
  expect(misspellings("bogrer")).toContain("borger");
  expect(misspellings("borgger")).toContain("borger");
  expect(misspellings("og")).toEqual([]);
});

test("[Q2] a text comes back as it was written, its hits in parts of their own", () => {
  expect(parts("Ét <b>ord</b> her", "ét  b <ord>  b  her", false)).toEqual([
    { text: "Ét <b>", isHit: false },
    { text: "ord", isHit: true },
    { text: "</b> her", isHit: false },
  ]);
  expect(parts("Noget andet", "<nogt>", false)).toEqual([{ text: "Noget andet", isHit: false }]);
  expect(parts("", "", true)).toEqual([]);
});

test("[Q2] of a long text the place around its first hit is shown, cut between words", () => {
  const text = `${"lang ".repeat(100)}fund ${"tekst ".repeat(100)}`;
  const marked = text.replace("fund", "<fund>");
  const shown = parts(text, marked, false);
  expect(shown.map((part) => part.text).join("")).toMatch(/^… (lang )+fund (tekst ?)+ …$/);
  expect(shown.map((part) => part.text).join("").length).toBeLessThan(340);
  expect(
    parts(text, marked, true)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
