import { expect, test } from "vitest";
import type { ClauseRow } from "../../../../server/agreements/shapes";
import { indexClauses } from "./clause-index";
import { suggestClause } from "./likeliest";

function row(id: string, number: string, heading: string, text: string, over: Partial<ClauseRow> = {}): ClauseRow {
  return { id, parentId: null, depth: 0, kind: "clause", number, heading, text, path: "", ...over } as ClauseRow;
}

const index = indexClauses([
  row("s3", "3", "Udskrivning", "", { kind: "section" }),
  row("a", "3.1", "Varsling", "Afdelingen varsler kommunen senest tre hverdage før."),
  row("b", "3.2", "", "Ved udskrivning foreligger en plan for medicinen."),
  row("c", "4.1", "", "Pårørende inddrages, når borgeren ønsker det."),
  row("d", "4.2", "", "Borgere i hjemløshed må ikke udskrives til gaden."),
  row("e", "5", "Ledsagelse", "Kommunen sørger for følgeskab til behandling."),
  row("f", "6.1", "", "Parterne mødes to gange om året og drøfter utilsigtede hændelser."),
]);

const suggested = (text: string, ...headings: string[]) =>
  suggestClause(index, { text, headings, isHeading: false })?.id ?? null;

test("[L9] the clause that shares its rare words with a paragraph is suggested, in whatever form they stand", () => {
  expect(suggested("En varsling på tre hverdage er for kort for afdelingerne.")).toBe("a");
  expect(suggested("De pårørendes rolle, når de inddrages, bør stå klart.")).toBe("c");
});

test("[L9] a paragraph that shares nothing, or words that any clause has, is left in peace", () => {
  expect(suggested("Vi takker for muligheden for at afgive høringssvar.")).toBe(null);
  expect(suggested("Kommunen finder det positivt.")).toBe(null);
  expect(suggested("")).toBe(null);
});

test("[L9] two clauses that are as likely are neither suggested", () => {
  const twins = indexClauses([
    row("x", "1", "", "Hjælpemidler hentes af kommunen inden fem dage."),
    row("y", "2", "", "Hjælpemidler hentes af kommunen inden fem dage."),
    row("z", "3", "", "Tolkning bestilles."),
  ]);
  const said = { text: "Hjælpemidler bør hentes før.", headings: [], isHeading: false };
  expect(suggestClause(twins, said)).toBe(null);
});

test("[L9] a number that names one clause is enough; an amount, a share or a time is no number of a clause", () => {
  expect(suggested("Til pkt. 3.2 bemærkes, at fristen er kort.")).toBe("b");
  expect(suggested("Jf. punkt 5.")).toBe("e");
  expect(suggested("Det koster 3.2 mio. om året.")).toBe(null);
  expect(suggested("Andelen er 4.1 % i dag.")).toBe(null);
  expect(suggested("Se 3.1 og 4.2.")).toBe(null);
  expect(suggested("Der er 5 ansatte.")).toBe(null);
});

test("[L9] the heading above helps, and a heading itself is suggested what it names", () => {
  expect(suggested("Behandlingen ligger langt væk, og følgeskab kan ikke stilles.", "Ledsagelse til behandling")).toBe(
    "e",
  );
  const heading = { text: "Vedr. ledsagelse til behandling", headings: [], isHeading: true };
  expect(suggestClause(index, heading)?.id).toBe("e");
});

test("[L9] what only stands above clauses is never suggested itself", () => {
  const heading = { text: "Vedr. udskrivning", headings: [], isHeading: true };
  expect(suggestClause(index, heading)?.id).not.toBe("s3");
});
