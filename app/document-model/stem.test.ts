import { expect, test } from "vitest";
import { stem } from "./stem";

test.each([
  ["indtage indtager indtagelse", "indtag indtag indtag"],
  ["kommunen kommuner kommunernes", "kommun kommun kommun"],
  ["borgeren borgerens borgere", "borg borg borg"],
  ["venlig venlighed venlighedens", "ven ven ven"],
  ["arbejdsløst sundhed øl å", "arbejdsløs sund øl å"],
  ["samarbejdet samarbejder", "samarbejd samarbejd"],
  ["hoppet vigtigst lagt", "hop vigt lagt"],
])("%s are stemmed as Snowball does", (words, stems) => {
  expect(words.split(" ").map(stem).join(" ")).toBe(stems);
});
