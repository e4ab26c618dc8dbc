import { expect, test } from "vitest";
import { findPassage } from "../passage/find";
import { lettersOf } from "../passage/letters";
import { chunksOf, markedParts, stretchesOf } from "./stretches";

const text = `${"En lang indledning.\n".repeat(600)}## 3.2 Møder\n\n- **Parterne** mødes to gange\n  om året (se [bilag](x)).\n\nSlut.`;

test("[S19] a text is cut at line ends, and nothing of it is lost", () => {
  const chunks = chunksOf([text, "", "Side tre"]);
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.map((chunk) => chunk.text).join("")).toBe(`${text}Side tre`);
  expect(chunks.at(-1)).toMatchObject({ page: 3, opensPage: true });
});

test("[S19] Markdown's signs stand between the words that are marked and do not hide them", () => {
  const wanted = { number: "", heading: "", text: "Parterne mødes to gange om året", before: "", after: "" };
  const found = findPassage(wanted, [lettersOf([text])]);
  const places = found?.places.map((place) => ({ ...place, page: 1 })) ?? [];
  const stretches = stretchesOf(places, [text]);
  const marked = chunksOf([text]).flatMap((chunk) => markedParts(chunk, stretches).filter((part) => part.isMarked));
  expect(marked.map((part) => part.text)).toEqual(["Parterne** mødes to gange\n  om året"]);
});
