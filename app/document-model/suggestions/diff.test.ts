import { describe, expect, test } from "vitest";
import type { Block, Table } from "../document";
import { applyRuns } from "./apply";
import { runsBetween } from "./diff";
import { editsBetween, readable, tokensOf } from "./edits";
import { looksOf } from "./hash";
import { type Blocks, isBlock, rowsOf } from "./rows";
import { randomEdited, randomText, seeded } from "./testing";

const block = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: text ? [{ text }] : [],
  ...more,
});
const A = block("block-a", "Kommunen støtter forslaget om fælles varsling.");
const B = block("block-b", "Afdelingen varsler tre dage før udskrivning.");
const C = block("block-c", "Der aftales en plan for hver borger.");
const shortly = (blocks: Blocks, edited: Blocks) =>
  runsBetween(blocks, edited).map(({ after, base, proposed }) => [
    after,
    base.map(({ id }) => id),
    proposed.map(({ id }) => id),
  ]);

/** How a text reads, row by row; a new block's id is of no matter, one that stays is. */
function reading(blocks: Blocks, ids: ReadonlySet<string>): unknown {
  return rowsOf(blocks).map(({ name, entries }) => [
    name,
    entries.map((entry) => (isBlock(entry) ? [ids.has(entry.id) ? entry.id : "new", looksOf(entry)] : entry.id)),
  ]);
}

describe("[G3] what has been edited is told as runs of neighbours", () => {
  test("changed words of neighbours are a run each", () => {
    const edited = [block(A.id, "Kommunen støtter slet ikke forslaget."), block(B.id, "Afdelingen varsler aldrig."), C];
    expect(shortly([A, B, C], edited)).toEqual([
      [null, [A.id], [A.id]],
      [A.id, [B.id], [B.id]],
    ]);
  });

  test("a paragraph put in is a run without a base, one taken away a run without a proposal", () => {
    const added = [A, block("block-n", "Noget helt andet."), B, C];
    expect(shortly([A, B, C], added)).toEqual([[A.id, [], [null]]]);
    expect(shortly([A, B, C], [A, C])).toEqual([[A.id, [B.id], []]]);
    expect(shortly([A, B, C], [block("block-n", "Først."), A, B, C])).toEqual([[null, [], [null]]]);
  });

  test("a footnote that comes, or goes, is one with its words, whatever notes stand between; what it says is its own", () => {
    const noted = (id: string, ...notes: string[]) => ({ ...A, id, content: [{ text: "Efter aftalen.", notes }] });
    const note = (id: string, text = "Se aftalen.") => block(id, text, { kind: "footnote" });
    const base = [noted(A.id, "note-1"), note("note-1"), B, C];
    const edited = [noted(A.id, "note-1", "note-2"), note("note-1"), note("note-2"), B, C];
    expect(shortly(base, edited)).toEqual([[null, [A.id, "note-1"], [A.id, "note-1", null]]]);
    expect(runsBetween(base, edited)[0]?.proposed.map((one) => one.note)).toEqual([undefined, undefined, "note-2"]);
    expect(shortly(edited, base)).toEqual([[null, [A.id, "note-1", "note-2"], [A.id, "note-1"]]]);
    const reworded = [noted(A.id, "note-1"), note("note-1", "Se aftalens bilag."), B, C];
    expect(shortly(base, reworded)).toEqual([[A.id, ["note-1"], ["note-1"]]]);
  });

  test("a split is one for two, a join two for one, and the paragraph beside it is its own", () => {
    const split = [block(A.id, "Kommunen støtter forslaget"), block("block-n", "om fælles varsling."), B, C];
    expect(shortly([A, B, C], split)).toEqual([[null, [A.id], [A.id, null]]]);
    const text = `${A.content.map((one) => ("text" in one ? one.text : ""))} Afdelingen varsler tre dage før udskrivning.`;
    expect(shortly([A, B, C], [block(A.id, text), C])).toEqual([[null, [A.id, B.id], [A.id]]]);
    const beside = [block(A.id, "Kommunen støtter ikke forslaget om fælles varsling."), C];
    expect(shortly([A, B, C], beside)).toEqual([
      [null, [A.id], [A.id]],
      [A.id, [B.id], []],
    ]);
  });

  test("a paragraph moved past its neighbours keeps its id in one run with them", () => {
    expect(shortly([A, B, C], [B, A, C])).toEqual([[null, [A.id, B.id], [B.id, A.id]]]);
  });

  test("kinds and marks are changes, too", () => {
    const bold = block(B.id, "", {
      content: [{ text: "Afdelingen varsler", bold: true }, { text: " tre dage før udskrivning." }],
    });
    expect(shortly([A, B, C], [{ ...A, kind: "heading", level: 1 }, bold, C])).toHaveLength(2);
  });

  test("in a cell the block put in first stands with the one it is before; the table itself is not suggested", () => {
    const cell = (...blocks: Block[]) => ({ header: false, colspan: 1, rowspan: 1, blocks });
    const table = (...blocks: Block[]): Table => ({ type: "table", id: "table-1", rows: [[cell(...blocks), cell(C)]] });
    expect(shortly([table(A)], [table(block("block-n", "Nyt."), A)])).toEqual([[null, [A.id], [null, A.id]]]);
    expect(shortly([A, table(B)], [A])).toEqual([]);
    const wider: Table = { type: "table", id: "table-1", rows: [[cell(A), cell(C), cell(B)]] };
    expect(shortly([table(A)], [wider])).toEqual([]);
  });
});

test("[G3] all runs applied, in any order, make the text into the edited one, over random edits", {
  timeout: 60_000,
}, () => {
  for (let seed = 1; seed <= 250; seed++) {
    const random = seeded(seed);
    const base = randomText(random);
    const edited = randomEdited(random, base);
    const runs = runsBetween(base, edited);
    let made = 0;
    const shuffled = [...runs].sort(() => random(3) - 1);
    const applied = applyRuns(base, shuffled, () => `made-${made++}`);
    const own = new Set(rowsOf(applied).flatMap(({ entries }) => entries.map(({ id }) => id)));
    const kept = new Set(runs.flatMap(({ proposed }) => proposed.flatMap(({ id }) => id ?? [])));
    const stayed = new Set(
      rowsOf(base)
        .flatMap(({ entries }) => entries.map(({ id }) => id))
        .filter((id) => own.has(id)),
    );
    expect(reading(applied, stayed), `seed ${seed}`).toEqual(reading(edited, stayed));
    for (const id of kept) expect(own.has(id)).toBe(true);
    expect(
      runsBetween(applied, edited)
        .flatMap(({ proposed }) => proposed)
        .every(({ id }) => id === null),
    ).toBe(true);
  }
});

test("[G3] the edits between two texts put together are the other text, and leave what is the same", () => {
  const [before, after] = [tokensOf("Vi støtter ikke forslaget."), tokensOf("Vi støtter helt klart forslaget!")];
  const edits = readable(editsBetween(before, after), before);
  expect(
    edits.map(({ from, to, start, end }) => [before.slice(from, to).join(""), after.slice(start, end).join("")]),
  ).toEqual([
    ["ikke ", "helt klart "],
    [".", "!"],
  ]);
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const words = () =>
      tokensOf(Array.from({ length: random(30) }, () => "abcdef"[random(6)]).join(random(2) ? " " : ""));
    const [one, other] = [words(), words()];
    const built: string[] = [];
    let at = 0;
    for (const edit of editsBetween(one, other)) {
      built.push(...one.slice(at, edit.from), ...other.slice(edit.start, edit.end));
      at = edit.to;
    }
    expect([...built, ...one.slice(at)]).toEqual(other);
  }
});
