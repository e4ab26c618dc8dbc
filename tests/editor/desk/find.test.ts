import { expect, test } from "vitest";
import { matchesOf, nextMatch, type Query } from "../../../app/editor/desk/find/matches";
import { replaceMatches } from "../../../app/editor/desk/find/replace";
import { HeadlessPage } from "../headless-page";
import { seedOf } from "../words";

function found(page: HeadlessPage, text: string, options: Partial<Query> = {}): string[] {
  const { doc } = page.state;
  const query = { text, matchCase: false, wholeWords: false, ...options };
  return matchesOf(doc, query).map(({ from, to }) => doc.textBetween(from, to));
}

function replaceAll(page: HeadlessPage, text: string, by: string): number {
  const all = matchesOf(page.state.doc, { text, matchCase: false, wholeWords: false });
  page.pause().dispatch(replaceMatches(page.state, all, by));
  page.pause();
  return all.length;
}

test("[E17] large and small letters are alike, Danish ones too, until case is asked for", () => {
  const page = new HeadlessPage(seedOf("Ældre og ældre, ØKONOMI og Århus"));
  expect(found(page, "ældre")).toEqual(["Ældre", "ældre"]);
  expect(found(page, "økonomi")).toEqual(["ØKONOMI"]);
  expect(found(page, "ældre", { matchCase: true })).toEqual(["ældre"]);
});

test("[E17] a letter is found however it is made up: å in one sign or two", () => {
  const page = new HeadlessPage(seedOf("p\u0061\u030arørende og pårørende"));
  expect(found(page, "pårørende")).toEqual(["p\u0061\u030arørende", "pårørende"]);
  expect(found(page, "pa\u030arørende")).toHaveLength(2);
  expect(found(page, "rørende og")).toEqual(["rørende og"]);
});

test("[E17] kinds of hyphens, spaces and quotation marks are alike, and what cannot be seen makes no difference", () => {
  const page = new HeadlessPage(seedOf("KKR‑mål, KKR–mål, 14\u00a0dage, ”citat”, ud\u00adskrivning"));
  expect(found(page, "kkr-mål")).toEqual(["KKR‑mål", "KKR–mål"]);
  expect(found(page, "14 dage")).toEqual(["14\u00a0dage"]);
  expect(found(page, '"citat"')).toEqual(["”citat”"]);
  expect(found(page, "udskrivning")).toEqual(["ud\u00adskrivning"]);
});

test("[E17] whole words end at letters and digits, with the Danish ones", () => {
  const page = new HeadlessPage(seedOf("mål, målet, KKR-mål og målæ 3 30"));
  expect(found(page, "mål", { wholeWords: true })).toHaveLength(2);
  expect(found(page, "3", { wholeWords: true })).toEqual(["3"]);
  expect(found(page, "mål,", { wholeWords: true })).toEqual(["mål,"]);
});

test("[E17] nothing but spaces finds nothing, and places do not overlap", () => {
  const page = new HeadlessPage(seedOf("aaaa", "  "));
  expect(found(page, "aa")).toHaveLength(2);
  expect(found(page, " ")).toEqual([]);
});

test("[E17] the next place comes after the caret, and after the last the first", () => {
  const page = new HeadlessPage(seedOf("mål og mål", "mål"));
  const all = matchesOf(page.state.doc, { text: "mål", matchCase: false, wholeWords: false });
  expect(nextMatch(all, 2, 1)).toBe(all[1]);
  expect(nextMatch(all, 99, 1)).toBe(all[0]);
  expect(nextMatch(all, 8, -1)).toBe(all[0]);
  expect(nextMatch(all, 1, -1)).toBe(all[2]);
});

test("[E17] all are replaced in one step that undo takes back; ids and links stay", () => {
  const page = new HeadlessPage(seedOf("Målet om målet. [a]", "Intet.", "Målet [b]"));
  const ids = page.ids;
  expect(replaceAll(page, "målet", "formålet med det hele")).toBe(3);
  expect(page.lines).toEqual([
    "formålet med det hele om formålet med det hele. [a]",
    "Intet.",
    "formålet med det hele [b]",
  ]);
  expect(page.ids).toEqual(ids);
  page.undo();
  expect(page.lines).toEqual(["Målet om målet. [a]", "Intet.", "Målet [b]"]);
});

test("[E17] what is replaced keeps its looks, and by nothing it is deleted", () => {
  const page = new HeadlessPage(seedOf("Et vigtigt ord"));
  const bold = page.state.schema.marks["bold"]!.create();
  page.dispatch(page.state.tr.addMark(4, 11, bold));
  replaceAll(page, "vigtigt", "tungt");
  expect(page.state.doc.nodeAt(4)?.text).toBe("tungt");
  expect(page.state.doc.nodeAt(4)?.marks.map(({ type }) => type.name)).toEqual(["bold"]);
  replaceAll(page, " tungt", "");
  expect(page.lines).toEqual(["Et ord"]);
});
