import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Compared } from "./compared";

/** What is read aloud, and in square brackets the elements that say what was removed and added. */
function read(page: React.ReactElement): string {
  return renderToStaticMarkup(page)
    .replace(/<(del|ins)[^>]*>/g, "[$1 ")
    .replace(/<\/(del|ins)>/g, "]")
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|");
}

const texts = { before: "Fristen er tre dage.", after: "Fristen er fem dage." };

test("[C30] in one line of reading, what is removed and added is named in words beside its strokes and colours", () => {
  expect(read(<Compared {...texts} layout="inline" />)).toBe(
    "|Fristen er [del |Fjernet: |tre| (slut) |] [ins |Tilføjet: |fem| (slut) |] dage.|",
  );
});

test("[C30] side by side each text has its own changes alone, under its own name", () => {
  const page = <Compared {...texts} layout="side-by-side" labels={{ before: "Udkast", after: "Endelig" }} />;
  expect(read(page)).toBe(
    "|Udkast|Fristen er [del |Fjernet: |tre| (slut) |] dage.|Endelig|Fristen er [ins |Tilføjet: |fem| (slut) |] dage.|",
  );
});

test("[C30] a change of many lines is framed instead of struck through; texts too different for words say so", () => {
  const long = (word: string) => Array.from({ length: 1600 }, (_, at) => `${word}${at}`).join(" ");
  const page = renderToStaticMarkup(<Compared before={long("a")} after={long("b")} layout="inline" />);
  expect(page.match(/data-long/g)).toHaveLength(2);
  expect(page).toContain("sætning for sætning");
});
