import { expect, test } from "vitest";
import type { Block } from "./document";
import { headingFor, sectionUnder, wordsOf } from "./sections";

const block = (id: string, text: string, level = 0): Block => {
  const kind = level > 0 ? "heading" : "paragraph";
  return { type: "block", id, kind, level, content: text ? [{ text }] : [] };
};
const text = {
  blocks: [
    block("area", "Hverdagsliv", 1),
    block("goal", "Mål: Færre er ensomme", 2),
    block("first", "Portalen", 3),
    block("a", "Der er 323 brugere."),
    block("b", ""),
    block("second", "Besøg hos ældre", 3),
    block("c", "Otte besøg."),
    block("next", "Mål: Bedre tænder", 2),
    block("d", "Andet."),
  ],
};

test("[M14] a section goes on to the next heading of its level or above", () => {
  expect(wordsOf(sectionUnder(text, "first"))).toEqual(["Der er 323 brugere."]);
  expect(wordsOf(sectionUnder(text, "goal"))).toEqual([
    "Portalen",
    "Der er 323 brugere.",
    "Besøg hos ældre",
    "Otte besøg.",
  ]);
  expect(wordsOf(sectionUnder(text, "next"))).toEqual(["Andet."]);
  expect(sectionUnder(text, "a")).toEqual([]);
  expect(sectionUnder(text, "gone")).toEqual([]);
});

test("[M14] a heading stays its initiative's when it is reworded; one that came later is found by its name", () => {
  const laid = [
    { heading: "goal", goal: "g", initiative: null },
    { heading: "first", goal: "g", initiative: "i" },
  ];
  expect(headingFor(text, laid, { goal: "g", initiative: null }, "Mål: noget andet")).toBe("goal");
  expect(headingFor(text, laid, { goal: "g", initiative: "i" }, "Et nyt navn")).toBe("first");
  expect(headingFor(text, laid, { goal: "g", initiative: "j" }, "BESØG hos  ældre.")).toBe("second");
  expect(headingFor(text, laid, { goal: "g", initiative: "j" }, "Portalen")).toBeNull();
  expect(headingFor({ blocks: [] }, laid, { goal: "g", initiative: "i" }, "Portalen")).toBeNull();
});

test("[M14] the signature that ends a text is nobody's section", () => {
  const signed = { blocks: [...text.blocks, block("signature", "På vegne af Prøve Kommune")] };
  expect(wordsOf(sectionUnder(signed, "next"))).toEqual(["Andet."]);
});
