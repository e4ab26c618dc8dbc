import { expect, test } from "vitest";
import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { ChangeKind, ComparedRow } from "../../../server/carry-over/shapes";
import { addressOf, CHANGE_KINDS, kindsIn, layoutIn, toggled } from "./address";
import { partsOf, placeOf, proposedIn, shownRows, textsOf, wayOf } from "./rows";

function clause(id: string, over: Partial<ClauseRow> = {}): ClauseRow {
  const words = { number: "", heading: "", text: `Ordene i ${id}.`, path: `3 Udskrivning › ${id}` };
  return { id: id as ClauseId, parentId: null, depth: 1, kind: "clause", page: 2, ...words, ...over };
}

function row(change: ChangeKind, from: ClauseRow[], to: ClauseRow[], isDecided = true): ComparedRow {
  return { change, isDecided, from, to };
}

const same = (id: string) => row("unchanged", [clause(id)], [clause(id)]);
const gone = row("dropped", [clause("3.9")], [], false);

test("[C31] unchanged clauses that follow each other are one line; what has changed stands between them", () => {
  const rows = shownRows([same("1"), same("2"), gone, same("3")]);
  const sizes = partsOf(rows, new Set()).map((part) => ("row" in part ? part.row.change : part.folded.length));
  expect(sizes).toEqual([2, "dropped", 1]);
});

test("[C31] only the kinds that are asked for are shown, unchanged ones among them unfolded", () => {
  const rows = shownRows([same("1"), gone, same("3")]);
  const shown = partsOf(rows, new Set(["unchanged"])).flatMap((part) => ("row" in part ? [part.row.key] : []));
  expect(shown).toEqual(["1", "3"]);
  expect(partsOf(rows, new Set(["split"]))).toEqual([]);
});

test("[C31] what is letter by letter the same is sent once, anything else from both editions", () => {
  const other = row("unchanged", [clause("1")], [clause("1", { text: "Ordene i 1" })]);
  expect(shownRows([same("1"), other]).map(({ from, to }) => [from.length, to.length])).toEqual([
    [0, 1],
    [1, 1],
  ]);
});

test("[C31] a row is decided or proposed; of headings and plain texts nobody has to say it", () => {
  const section = row("reworded", [clause("3", { kind: "section" })], [clause("4", { kind: "section" })], false);
  const rows = shownRows([same("1"), gone, section]);
  expect(rows.map(({ decision }) => decision)).toEqual(["decided", "proposed", "none"]);
  expect(proposedIn(rows)).toBe(1);
});

test("[C31] a heading is compared where it differs, and where a side has several clauses", () => {
  const headed = (heading: string) => clause("1", { heading, text: "Tekst." });
  expect(textsOf({ from: [headed("A")], to: [headed("A")] })).toEqual({ before: "Tekst.", after: "Tekst." });
  expect(textsOf({ from: [headed("A")], to: [headed("B")] })).toEqual({ before: "A\nTekst.", after: "B\nTekst." });
  expect(textsOf({ from: [headed("A")], to: [headed("A"), clause("2", { text: "Mere." })] })).toEqual({
    before: "A\nTekst.",
    after: "A\nTekst.\n\nMere.",
  });
});

test("a clause's own name is the last step of the way to it", () => {
  expect(placeOf({ path: "3 Udskrivning › 3.2" })).toEqual({ above: "3 Udskrivning", name: "3.2" });
  expect(placeOf({ path: "Indledning" })).toEqual({ above: "", name: "Indledning" });
});

test("the way to a row says where it stood when that was elsewhere, and no more than is needed", () => {
  const [at, other, elsewhere] = [clause("3.2"), clause("3.4"), clause("4.1", { path: "4 Akut › 4.1" })];
  expect(wayOf({ from: [at], to: [at] })).toBe("3 Udskrivning");
  expect(wayOf({ from: [], to: [elsewhere] })).toBe("4 Akut");
  expect(wayOf({ from: [at], to: [other] })).toBe("3 Udskrivning › 3.2 → 3.4");
  expect(wayOf({ from: [at, other], to: [at] })).toBe("3 Udskrivning › 3.2 + 3.4 → 3.2");
  expect(wayOf({ from: [at], to: [elsewhere] })).toBe("3 Udskrivning › 3.2 → 4 Akut › 4.1");
});

test("[C31] the address keeps the kinds and the layout, and nothing else is read from it", () => {
  for (const layout of ["inline", "side-by-side"] as const) {
    const address = addressOf({ kinds: new Set(["new", "split"]), layout });
    const read = new URLSearchParams(address);
    expect([...kindsIn(read)]).toEqual(["split", "new"]);
    expect(layoutIn(read)).toBe(layout);
  }
  expect([...kindsIn(new URLSearchParams("vis=ukendt&vis=delt"))]).toEqual(["split"]);
  expect(layoutIn(new URLSearchParams("opstilling=andet"))).toBe("side-by-side");
});

test("a kind that is chosen again is no longer chosen", () => {
  for (const kind of CHANGE_KINDS) expect([...toggled(toggled(new Set(["moved"]), kind), kind)]).toEqual(["moved"]);
});
