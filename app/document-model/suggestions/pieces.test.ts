import { expect, test } from "vitest";
import type { Inline } from "../document";
import { piecesOf } from "./pieces";
import { randomBlock, seeded } from "./testing";

const of = (...contents: Inline[][]) => contents.map((content) => ({ content }));
const said = (...texts: string[]) => of(...texts.map((text) => [{ text }]));
const shortly = (given: Parameters<typeof piecesOf>[0]) =>
  piecesOf(given).map(
    ({ kind, text, isReformatted }) =>
      `${kind === "kept" ? (isReformatted ? "~" : "=") : kind === "added" ? "+" : "-"}${text}`,
  );

test("[G3] what goes and what comes is told in one line of reading, words whole", () => {
  expect(
    shortly({ base: said("Vi støtter ikke forslaget."), proposed: said("Vi støtter helt klart forslaget.") }),
  ).toEqual(["=Vi støtter ", "-ikke", "+helt klart", "= forslaget."]);
});

test("[G3] a paragraph's end that goes or comes is a sign", () => {
  expect(shortly({ base: said("Først. Så."), proposed: said("Først.", "Så.") })).toEqual([
    "=Først.",
    "- ",
    "+¶\n",
    "=Så.",
  ]);
  expect(shortly({ base: said("Først.", "Så."), proposed: said("Først. Så.") })).toEqual([
    "=Først.",
    "-¶\n",
    "+ ",
    "=Så.",
  ]);
});

test("[G3] words that only look otherwise stay, and say so", () => {
  const base = of([{ text: "Vi støtter det." }]);
  const proposed = of([{ text: "Vi " }, { text: "støtter", bold: true }, { text: " det." }]);
  expect(shortly({ base, proposed })).toEqual(["=Vi ", "~støtter", "= det."]);
});

test("[G3] the pieces put together are both texts", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const [base, proposed] = [[randomBlock(random), randomBlock(random)], [randomBlock(random)]];
    const pieces = piecesOf({ base, proposed });
    const text = (without: string) =>
      pieces
        .filter(({ kind }) => kind !== without)
        .map((piece) => piece.text.replaceAll("¶", ""))
        .join("");
    const plain = (blocks: typeof base) =>
      blocks.map(({ content }) => content.map((one) => ("text" in one ? one.text : "\n")).join("")).join("\n");
    expect([text("added"), text("removed")]).toEqual([plain(base), plain(proposed)]);
  }
});
