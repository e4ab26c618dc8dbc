import { describe, expect, test } from "vitest";
import { findPassage } from "./find";
import { lettersOf } from "./letters";
import type { Wanted } from "./wordings";

const wanted = (given: Partial<Wanted>): Wanted => ({
  number: "",
  heading: "",
  text: "",
  before: "",
  after: "",
  ...given,
});
const page = (...lines: string[]) => lettersOf(lines);

/** What would be marked, page by page, as it is printed. */
function marked(given: Partial<Wanted>, ...pages: string[][]): string[] | null {
  const found = findPassage(
    wanted(given),
    pages.map((lines) => page(...lines)),
  );
  return found === null
    ? null
    : found.places.map(({ page, from, to }) => `${page + 1}: ${pieceOf(pages[page] ?? [], from, to)}`);
}

function pieceOf(lines: readonly string[], from: number, to: number): string {
  const { letters } = lettersOf(lines);
  return letters.slice(from, to);
}

describe("findPassage", () => {
  test("[S19] a word broken over a line's end is the same word, with and without its hyphen", () => {
    const text = "Regionen tilbyder et akuttilbud til borgere i pleje- og omsorgsboliger.";
    const lines = ["3.2", "Regionen tilbyder et akut-", "tilbud til borgere i pleje-", "og omsorgsboliger."];
    expect(marked({ number: "3.2", text }, lines)).toEqual([
      "1: 32regionentilbyderetakuttilbudtilborgereiplejeogomsorgsboliger",
    ]);
  });

  test("[S19] a passage goes on below the next page's running head", () => {
    const text = "Kommunen og regionen holder hinanden underrettet om ventetider og om lukning af pladser i sommeren.";
    expect(
      marked(
        { text },
        ["Kommunen og regionen holder hinanden", "underrettet om ventetider", "Side 1 af 2"],
        ["Samarbejdsaftale 2026", "og om lukning af pladser i sommeren."],
      ),
    ).toEqual(["1: kommunenogregionenholderhinandenunderrettetomventetider", "2: ogomlukningafpladserisommeren"]);
  });

  test("[S19] letters are the same however a font writes them", () => {
    expect(marked({ text: "Fælles flow på området" }, ["Fælles", "ﬂow pa\u030a omra\u030adet"])).toEqual([
      "1: fællesflowpåområdet",
    ]);
  });

  test("[S19] of passages that are alike, the one with its number or beside its neighbours is meant", () => {
    const lines = ["1 Formål", "Indhold", "2 Roller", "Formål", "Aftalen gælder.", "3 Formål", "Slut"];
    expect(marked({ number: "3", heading: "Formål" }, lines)).toEqual(["1: 3formål"]);
    const beside = findPassage(wanted({ heading: "Formål", before: "2 Roller", after: "Aftalen gælder." }), [
      page(...lines),
    ]);
    expect(beside?.places).toEqual([{ page: 0, from: 21, to: 27 }]);
  });

  test("[S19] words inside other words are none", () => {
    expect(marked({ heading: "Formål" }, ["Formålet er samarbejde."])).toBeNull();
  });

  test("[S19] a table's row is found without the names of its columns", () => {
    const text = "Frist: 1. maj · Ansvarlig: Kommunen · Indsats: Hjemmebesøg";
    expect(
      marked({ number: "4", text }, ["Nr.", "Frist", "Ansvarlig", "4", "1. maj", "Kommunen", "Hjemmebesøg"]),
    ).toEqual(["1: 41majkommunenhjemmebesøg"]);
  });

  test("[S19] a heading that a person has written does not hide the text below it", () => {
    const text = "Parterne mødes to gange om året og drøfter, hvordan det går.";
    expect(marked({ number: "7", heading: "Møder i styregruppen", text }, [text])).toEqual([
      "1: parternemødestogangeomåretogdrøfterhvordandetgår",
    ]);
  });

  test("[S19] what is not printed is not found", () => {
    const text = "Parterne mødes to gange om året og drøfter, hvordan det går.";
    expect(marked({ text }, ["Regionen betaler for transporten, når borgeren ikke selv kan komme."])).toBeNull();
    expect(marked({ text: "" }, ["Regionen"])).toBeNull();
    expect(marked({ text }, [])).toBeNull();
  });

  test("[S19] sixty pages that repeat themselves are searched before anyone gives up", { timeout: 60_000 }, () => {
    const text = Array.from({ length: 400 }, (_, index) => `punkt ${index % 7} om samarbejdet`).join(" ");
    const pages = Array.from({ length: 60 }, () => page(text.slice(3), "aaaaaaaaaaaaaaaaaaaaaaaa".repeat(40)));
    const begun = performance.now();
    findPassage(wanted({ text: `${text} og så videre ${"a".repeat(3000)}` }), pages);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
