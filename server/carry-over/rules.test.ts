import { expect, test } from "vitest";
import { clausesIn, clausesInFile } from "../../tests/world/clauses";
import { align, changeKindOf } from "./rules";
import type { AlignedRow } from "./shapes";

const before = clausesInFile("old", "before.txt");
const after = clausesInFile("new", "after.txt");
const aligned = align(before, after);

const short = (id: string) => id.replace(/^(?:old|new) /, "");

/** "= 1.1 unchanged → 1.1", "? 2.4 split → 2.4 2.3": "=" is decided by itself. */
function said(row: AlignedRow): string {
  const doubt = !row.isCertain && row.doubt ? ` (${row.doubt})` : "";
  const to = row.to.map(short).sort().join(" ");
  return `${row.isCertain ? "=" : "?"} ${short(row.from)} ${row.change}${to && ` → ${to}`}${doubt}`;
}

function changes(old: string, other: string): string[] {
  return align(clausesIn("old", old), clausesIn("new", other)).rows.map(said);
}

test("[C10] [C11] every clause of an agreement's revision gets its class, and only what is the same is decided", () => {
  expect(aligned.rows.filter(({ isContext }) => !isContext).map(said)).toEqual([
    "= 1.1 unchanged → 1.1",
    "? 1.2 reworded → 1.2",
    "= 1.3 unchanged → 1.3",
    "= 2.1 unchanged → 2.1",
    "? 2.2 reworded → 2.2",
    "= 2.3 moved → 2.5",
    "? 2.4 split → 2.3 2.4",
    "? 2.5 moved → 2.6 (not-unique)",
    "= 3.1 unchanged → 3.1",
    "= 3.2 unchanged → 3.2",
    "? 3.3 unchanged → 3.3 (not-unique)",
    "= 3.4 unchanged → 3.4",
    "? 3.5 reworded → 3.5",
    "? 3.5 a unchanged → 3.5 a (lead-in-changed)",
    "? 3.5 b unchanged → 3.5 b (lead-in-changed)",
    "? 4.1 merged → 4.1",
    "? 4.2 merged → 4.1",
    "= 4.3 moved → 4.2",
    "= 4.4 moved → 8.1",
    "= 5.1 unchanged → 5.1",
    "= 5.2 unchanged → 5.2",
    "? 5.3 reworded → 5.3",
    "? 5.4 reworded → 5.4",
    "? 5.5 dropped",
    "= goal 1 unchanged → goal 1",
    "? goal 2 reworded → goal 3",
    "= goal 3 moved → goal 2",
    "? goal 4 dropped",
    "? A unchanged → A (below-changed)",
    "= B unchanged → B",
    "? 8.1 reworded → 8.3",
    "= 8.2 unchanged → 8.2",
  ]);
  expect(aligned.added.map(short)).toEqual(["4.3", "goal 4", "#35"]);
});

test("[C11] what is not decided has up to three suggestions, the best first, each with its measure", () => {
  for (const row of aligned.rows) {
    if (row.isCertain) continue;
    expect(row.suggestions.length).toBeLessThanOrEqual(3);
    for (const { score } of row.suggestions) expect(score > 0 && score <= 1).toBe(true);
  }
  const because = (from: string) => {
    const row = aligned.rows.find((one) => one.from === from);
    return row && !row.isCertain ? row.suggestions.map((one) => `${short(one.to)} ${one.because}`).slice(0, 2) : [];
  };
  expect(because("old 2.4").sort()).toEqual(["2.3 contains", "2.4 contains"]);
  expect(because("old 4.2")[0]).toBe("4.1 containedIn");
  expect(because("old 2.2")[0]).toBe("2.2 trigrams");
  expect(because("old 3.5")[0]).toBe("3.5 below");
  expect(because("old 3.3")).toEqual(["3.3 identical", "2.6 identical"]);
});

test("a page can filter both versions by what became of a clause", () => {
  const kindOf = changeKindOf(aligned);
  const kinds = ["old 2.4", "new 2.3", "new 4.1", "new 4.3", "old 5.5", "new 2.5"].map((id) => kindOf(id as never));
  expect(kinds).toEqual(["split", "split", "merged", "new", "dropped", "moved"]);
  expect(kindOf("nobody" as never)).toBeUndefined();
});

test("[C10] white space, broken words, quotes, the sign at the end and the clause's own number are no change of words", () => {
  expect(
    changes(
      'clause|1||Kommunen følger op på "planen" hver  måned.\nclause|2||Plejen ringer til den praktiserende læge',
      "clause|1||Kommunen følger⏎op på ”pla-⏎nen” hver måned;\nclause|2.0||Plejen ringer til den praktiserende læge.",
    ),
  ).toEqual(["= 1 unchanged → 1", "= 2 moved → 2.0"]);
});

test.each([
  ["a word in it", "Kommunen skal tilbyde hjælp inden fem dage", "Kommunen skal ikke tilbyde hjælp inden fem dage"],
  ["a figure in it", "Fristen er 3.2 uger fra den dag", "Fristen er 32 uger fra den dag"],
  ["a hyphen between figures", "Aftalen dækker årene 2017-18 alene", "Aftalen dækker årene 201718 alene"],
  ["a capital letter", "Aftalen gælder for Region og kommune", "Aftalen gælder for region og kommune"],
  ["a comma that parts", "Kommunen hjælper ikke, venter", "Kommunen hjælper, ikke venter"],
  ["a question of it", "Skal regionen betale for transporten.", "Skal regionen betale for transporten?"],
  ["a word left out after a hyphen", "Pleje- og omsorgstilbud gives til alle", "Pleje og omsorgstilbud gives til alle"],
])("[C10] %s is a change of words", (_, old, other) => {
  expect(changes(`clause|1||${old}`, `clause|1||${other}`)).toEqual(["? 1 reworded → 1"]);
});

test("[C10] the same words twice on either side are never carried over by themselves", () => {
  const [once, twice] = ["clause|1||Parterne mødes en gang om året.", "\nclause|2||Parterne mødes en gang om året"];
  expect(changes(once, once + twice)).toEqual(["? 1 split → 1 2 (not-unique)"]);
  expect(changes(once + twice, once)).toEqual(["? 1 merged → 1 (not-unique)", "? 2 merged → 1"]);
  expect(changes(once + twice, once + twice)).toEqual([
    "? 1 unchanged → 1 (not-unique)",
    "? 2 unchanged → 2 (not-unique)",
  ]);
});

test("[C10] nor are a few words under another heading, another kind, or no words at all", () => {
  expect(
    changes(
      "section|1|Telefon|\n  clause|1.1||Aftales lokalt.\nsection|2|Post|\n  clause|2.1||Sendes hver dag.",
      "section|1|Løn og pension|\n  clause|1.1||Aftales lokalt.\nsection|2|Post|\n  clause|2.1||Sendes hver dag.",
    )[1],
  ).toBe("? 1.1 moved → 1.1 (few-words)");
  expect(changes("goal|1||Alle børn går til tandlæge hvert år", "text|||Alle børn går til tandlæge hvert år")).toEqual([
    "? goal 1 moved → #0 (other-kind)",
  ]);
  expect(changes("clause|1||…", "clause|1||…")).toEqual(["? 1 unchanged → 1 (not-unique)"]);
});

test("[C10] two clauses that read nearly the same and change places between sections are left to a person", () => {
  const inDays = (days: string) => `Kommunen giver hospitalet besked inden for ${days} dage efter henvisningen`;
  const paper = (first: string, second: string) =>
    `section|1|Planlagt indlæggelse|\n  clause|1.1||${first}\nsection|2|Akut indlæggelse|\n  clause|2.1||${second}`;
  const swapped = changes(paper(inDays("tre"), inDays("to")), paper(inDays("to"), inDays("tre")));
  expect(swapped[1]).toBe("? 1.1 moved → 2.1 (look-alike)");
  expect(swapped[3]).toBe("? 2.1 moved → 1.1 (look-alike)");
  const apart = "Chaufføren hjælper patienten ind i ventesalen og melder ankomsten";
  expect(changes(paper(inDays("tre"), apart), paper(apart, inDays("tre")))[1]).toBe("= 1.1 moved → 2.1");
});

test("a clause that was inserted moves its neighbours' numbers, not their order", () => {
  expect(
    changes(
      "goal|||Alle borgere har en fast kontaktperson\ngoal|||Ingen venter mere end en uge på svar\ngoal|||Hjemmeplejen kommer til aftalt tid",
      "goal|||Hjemmeplejen kommer til aftalt tid\ngoal|||Alle borgere har en fast kontaktperson\ngoal|||Bussen kører hvert kvarter om natten\ngoal|||Ingen venter mere end en uge på svar",
    ),
  ).toEqual(["= #0 unchanged → #1", "= #1 unchanged → #3", "= #2 moved → #0"]);
});

test("an empty version aligns: everything is dropped, or new", () => {
  expect(align(before, []).rows.every(({ change }) => change === "dropped")).toBe(true);
  expect(align([], after)).toEqual({ rows: [], added: after.map(({ id }) => id) });
});
