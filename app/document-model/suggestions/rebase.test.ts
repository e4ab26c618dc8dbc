import { expect, test } from "vitest";
import type { Block } from "../document";
import { applyRuns } from "./apply";
import { runsBetween } from "./diff";
import { looksOf } from "./hash";
import { rebased } from "./rebase";
import { type Blocks, isBlock, rowsOf } from "./rows";
import { randomEdited, randomText, seeded } from "./testing";

const said = (id: string, text: string): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text }],
});
const [A, B, C] = [
  said("block-a", "Vi støtter det."),
  said("block-b", "Varsel tre dage før."),
  said("block-c", "En plan."),
];
const texts = (blocks: Blocks) =>
  blocks.map((block) =>
    block.type === "block" ? block.content.map((one) => ("text" in one ? one.text : "")).join("") : "table",
  );

test("[G10] what others write comes into what is untouched here, and leaves what is being suggested", () => {
  const local = [A, said("block-b", "Varsel fem dage før."), C];
  const now = [said("block-a", "Vi støtter det helt."), B, C, said("block-d", "Nyt.")];
  const { base, local: after, torn } = rebased([A, B, C], local, now);
  expect(texts(after)).toEqual(["Vi støtter det helt.", "Varsel fem dage før.", "En plan.", "Nyt."]);
  expect(base).toEqual(now);
  expect(torn).toEqual([]);
});

test("[G10] what both have changed stays as it is here, on the words it was made on, and is said", () => {
  const local = [A, said("block-b", "Varsel fem dage før."), C];
  const now = [A, said("block-b", "Varsel ti dage før."), said("block-c", "En ny plan.")];
  const { base, local: after, torn } = rebased([A, B, C], local, now);
  expect(texts(after)).toEqual(["Vi støtter det.", "Varsel fem dage før.", "En ny plan."]);
  expect(texts(base)).toEqual(["Vi støtter det.", "Varsel tre dage før.", "En ny plan."]);
  expect(new Set(torn)).toEqual(new Set(["block-b"]));
  // Taken back by the others it is whole again.
  expect(rebased(base, after, [A, B, C]).torn).toEqual([]);
});

test("[G10] a paragraph that others take away while it is being changed is still here", () => {
  const { local: after, torn } = rebased([A, B, C], [A, said("block-b", "Varsel fem dage før."), C], [A, C]);
  expect(texts(after)).toEqual(["Vi støtter det.", "Varsel fem dage før.", "En plan."]);
  expect(torn).toContain("block-b");
});

test("[G10] what has been rejected is not kept", () => {
  const { local: after } = rebased([A, B, C], [A, said("block-b", "Varsel fem dage før."), C], [A, B, C], () => true);
  expect(after).toEqual([A, B, C]);
});

test("[G10] what was taken in is the text, whatever the server calls what came: words, a split, a join, what came and went", () => {
  const [first, second] = [said("block-a", "Vi støtter"), "det."];
  const cases: [string, Blocks, Blocks][] = [
    ["words", [said("block-a", "Vi afviser det."), B, C], [said("block-a", "Vi afviser det."), B, C]],
    ["split", [first, said("mine", second), B, C], [first, said("theirs", second), B, C]],
    [
      "join",
      [said("block-a", "Vi støtter det.Varsel tre dage før."), C],
      [said("block-a", "Vi støtter det.Varsel tre dage før."), C],
    ],
    ["came", [A, said("mine", "Nyt."), B, C], [A, said("theirs", "Nyt."), B, C]],
    ["came first", [said("mine", "Nyt."), A, B, C], [said("theirs", "Nyt."), A, B, C]],
    ["went", [A, C], [A, C]],
  ];
  for (const [what, local, now] of cases) {
    const { local: after, base, torn } = rebased([A, B, C], local, now);
    expect({ what, torn, after, base }).toEqual({ what, torn: [], after: now, base: now });
  }
});

test("[G10] a line like the one beside it is not that one", () => {
  const empty = { ...said("block-e", ""), content: [] };
  const { local: after } = rebased(
    [A, empty, C],
    [A, { ...empty, id: "mine" }, empty, C],
    [A, empty, C, said("x", "Nyt.")],
  );
  expect(after.map(({ id }) => id)).toEqual(["block-a", "mine", "block-e", "block-c", "x"]);
});

test("[G10] over random edits nothing suggested is lost, and where nobody else wrote in it, it stands on the text as it is", {
  timeout: 60_000,
}, () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = seeded(seed);
    const text = randomText(random);
    const local = randomEdited(random, text);
    const now = randomEdited(random, text);
    const { base, local: after, torn } = rebased(text, local, now);
    let made = 0;
    const built = applyRuns(base, runsBetween(base, after), () => `made-${made++}`);
    expect(looks(built), `seed ${seed}`).toEqual(looks(after));
    if (torn.length === 0) expect(looks(base)).toEqual(looks(now));
    // Nobody else has written: nothing moves.
    expect(looks(rebased(text, local, text).local), `seed ${seed}`).toEqual(looks(local));
  }
});

function looks(blocks: Blocks): string[][] {
  return rowsOf(blocks).map(({ entries }) => entries.map((entry) => (isBlock(entry) ? looksOf(entry) : entry.id)));
}
