import { expect, test } from "vitest";
import { linksByBlock } from "../../../app/document-model/links";
import { countWords, wordsBetween, wordsIn } from "../../../app/editor/desk/count/words";
import { nextZoom, recall, remember, ZOOMS } from "../../../app/editor/desk/remembered";
import { HeadlessPage } from "../headless-page";
import { link, seedOf } from "../words";

test("[E18] words are counted as a Dane would", () => {
  expect(wordsIn("Kommunen støtter KKR-målet i 3.2 – og/eller 1.250 kr.")).toBe(8);
  expect(wordsIn(" … – ")).toBe(0);
});

test("[E18] of the text, of each center's linked paragraphs, and of those without links", () => {
  const page = new HeadlessPage(seedOf("Vi støtter. [a b]", "Uden noget.", "To ord [c]"));
  page.link(1, { ...link("a"), center: "dddddddd-dddd-4ddd-8ddd-dddddddddddd" });
  page.link(2, { ...link("a"), center: "dddddddd-dddd-4ddd-8ddd-dddddddddddd" });
  page.caret(2, -1).enter();
  page.type("nyt");
  const counts = countWords(page.state.doc, linksByBlock(page.doc));
  expect(counts.all).toBe(7);
  expect(counts.unlinked).toBe(1);
  expect([...counts.byCenter.values()]).toEqual([4, 4]);
});

test("[E18] a selection counts what is in it", () => {
  const { state } = new HeadlessPage(seedOf("Vi støtter det.", "Og mere."));
  expect(wordsBetween(state.doc, 1, 1)).toBe(0);
  expect(wordsBetween(state.doc, 4, 20)).toBe(3);
});

test("[E18] how a person likes the desk is remembered for that person alone, and nonsense is not believed", () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  remember(shelf, "ann", { hasOutline: true, zoom: 125 });
  expect(recall(shelf, "ann")).toEqual({ hasOutline: true, zoom: 125 });
  expect(recall(shelf, "bo")).toEqual({ hasOutline: false, zoom: 100 });
  for (const [key] of kept) kept.set(key, '{"zoom":1e9,"hasOutline":"x"}');
  expect(recall(shelf, "ann")).toEqual({ hasOutline: false, zoom: 100 });
  expect(recall(null, "ann").zoom).toBe(100);
});

test("[E18] the text grows and shrinks in steps, from 80 to 200 %", () => {
  expect(ZOOMS.map((zoom) => nextZoom(zoom, 1))).toEqual([90, 100, 110, 125, 150, 175, 200, 200]);
  expect(ZOOMS.map((zoom) => nextZoom(zoom, -1))).toEqual([80, 80, 90, 100, 110, 125, 150, 175]);
});
