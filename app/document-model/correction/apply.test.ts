import { expect, test } from "vitest";
import { agreement, anyCorrection, node, random, section, shape } from "../../../tests/world/outline";
import { flatten, nested, type Proposal } from "../proposal";
import { applyCorrection } from "./apply";
import { type Change, MAX_CHANGES, remember, undoLast } from "./history";
import type { Correction, CorrectionRefusal } from "./shapes";

let last = 0;
const newId = () => `new-${++last}`;

function correct(proposal: Proposal, correction: Correction): Proposal {
  const corrected = applyCorrection(proposal, correction, newId);
  if ("refused" in corrected) throw new Error(`refused: ${corrected.refused}`);
  return corrected.proposal;
}

function refusal(proposal: Proposal, correction: Correction): CorrectionRefusal | null {
  const corrected = applyCorrection(proposal, correction, newId);
  return "refused" in corrected ? corrected.refused : null;
}

function find(proposal: Proposal, id: string) {
  const found = flatten(proposal.nodes).find((each) => each.id === id);
  if (!found) throw new Error(`Expected a node ${id}`);
  return found;
}

function words(proposal: Proposal): string {
  const all = flatten(proposal.nodes).map(({ number, heading, text }) => `${number} ${heading} ${text}`);
  return all.join(" ").split(/\s+/).filter(Boolean).join(" ");
}

test("a renamed or rewritten node has the new words and keeps its id, place and the rest", () => {
  const renamed = correct(agreement(), { op: "rename", nodeId: "a", number: "1" });
  expect(find(renamed, "a")).toMatchObject({ number: "1", heading: "Indlæggelse" });
  const rewritten = correct(renamed, { op: "rewrite", nodeId: "a2", text: "Kommunen svarer [snarest]." });
  expect(find(rewritten, "a2")).toMatchObject({ text: "Kommunen svarer [snarest].", warnings: ["placeholder"] });
  expect(shape(rewritten.nodes)).toBe("a(a1(a1x) a2 a3) b(b1)");
  expect(rewritten.warnings).toEqual(["contents-dropped"]);
});

test("[S3] split and join again gives the text and the tree back", () => {
  const before = agreement();
  const split = correct(before, { op: "split", nodeId: "a1", at: "Afdelingen giver besked. De".length });
  const [first, second] = split.nodes[0]?.children ?? [];
  expect([first?.id, first?.text, second?.text]).toEqual(["a1", "Afdelingen giver besked. ", "Det sker straks."]);
  expect(second?.children.map((child) => child.id)).toEqual(["a1x"]);
  expect(correct(split, { op: "join", nodeId: second?.id ?? "" })).toEqual(before);
});

test("a split at the edge of the text, or in its only word, is refused", () => {
  for (const at of [0, 3, 1000]) {
    const one = { nodes: [node("x", "Ord")], warnings: [] };
    expect(refusal(one, { op: "split", nodeId: "x", at })).toBe("split-at-the-edge");
  }
  expect(refusal(agreement(), { op: "split", nodeId: "a", at: 2 })).toBe("split-at-the-edge");
});

test("joined paragraphs are parted by a blank line, and a sentence cut by a page by a space", () => {
  const joined = correct(agreement(), { op: "join", nodeId: "a3" });
  expect(find(joined, "a2").text).toBe("Kommunen svarer.\n\nSvaret gives skriftligt.");
  const cut = { nodes: [node("x", "Planen aftales"), node("y", "senest dagen efter.")], warnings: [] };
  expect(find(correct(cut, { op: "join", nodeId: "y" }), "x").text).toBe("Planen aftales senest dagen efter.");
});

test("joining two halves of a heading gives one heading, with what stood under the second", () => {
  const halves = {
    nodes: [section("x", "Samarbejde om", []), section("y", "udskrivning", [node("z", "Tekst.")])],
    warnings: [],
  };
  const joined = correct(halves, { op: "join", nodeId: "y" });
  expect(find(joined, "x").heading).toBe("Samarbejde om udskrivning");
  expect(shape(joined.nodes)).toBe("x(z)");
});

test("nothing is joined to nothing, over what stands between, or into what is ignored", () => {
  expect(refusal(agreement(), { op: "join", nodeId: "a1" })).toBe("nothing-to-join");
  expect(refusal(agreement(), { op: "join", nodeId: "a2" })).toBe("join-over-children");
  const ignored = correct(agreement(), { op: "retype", nodeId: "a2", kind: "ignored" });
  expect(refusal(ignored, { op: "join", nodeId: "a3" })).toBe("nothing-to-join");
});

test("promoting moves one line out and what follows it stays where it is on the page", () => {
  const promoted = correct(agreement(), { op: "promote", nodeId: "a2" });
  expect(shape(promoted.nodes)).toBe("a(a1(a1x)) a2(a3) b(b1)");
  expect(refusal(agreement(), { op: "promote", nodeId: "a" })).toBe("cannot-promote-top");
});

test("demoting puts a node last under the one above it", () => {
  expect(shape(correct(agreement(), { op: "demote", nodeId: "a2" }).nodes)).toBe("a(a1(a1x a2) a3) b(b1)");
  expect(refusal(agreement(), { op: "demote", nodeId: "a1" })).toBe("cannot-demote-first");
});

test("no tree grows deeper than a page can show", () => {
  let deep: Proposal = { nodes: Array.from({ length: 20 }, (_, index) => node(`n${index}`, "Tekst.")), warnings: [] };
  const refused: (string | null)[] = [];
  for (let round = 0; round < 20; round += 1) {
    const nodeId = `n${round + 1}`;
    for (let step = 0; step < round + 1; step += 1) {
      const corrected = applyCorrection(deep, { op: "demote", nodeId }, newId);
      if ("refused" in corrected) refused.push(corrected.refused);
      else deep = corrected.proposal;
    }
  }
  expect(Math.max(...flatten(deep.nodes).map((each) => each.depth))).toBeLessThan(12);
  expect(refused).toContain("too-deep");
});

test("a node moves past its neighbour with all that stands under it, and not past the end", () => {
  expect(shape(correct(agreement(), { op: "move", nodeId: "a1", direction: "down" }).nodes)).toBe(
    "a(a2 a1(a1x) a3) b(b1)",
  );
  expect(shape(correct(agreement(), { op: "move", nodeId: "b", direction: "up" }).nodes)).toBe(
    "b(b1) a(a1(a1x) a2 a3)",
  );
  expect(refusal(agreement(), { op: "move", nodeId: "b", direction: "down" })).toBe("nowhere-to-move");
});

test("a paragraph that is called a heading keeps its words as heading and takes in what follows it", () => {
  const retyped = correct(agreement(), { op: "retype", nodeId: "a2", kind: "section" });
  expect(find(retyped, "a2")).toMatchObject({ kind: "section", heading: "Kommunen svarer.", text: "" });
  expect(shape(retyped.nodes)).toBe("a(a1(a1x) a2(a3)) b(b1)");
  const back = correct(retyped, { op: "retype", nodeId: "a2", kind: "goal" });
  expect(find(back, "a2")).toMatchObject({ kind: "goal", heading: "", text: "Kommunen svarer." });
});

test("a node is ignored alone, or with all that stands under it", () => {
  const alone = correct(agreement(), { op: "retype", nodeId: "a", kind: "ignored" });
  expect(flatten(alone.nodes).filter((each) => each.kind === "ignored")).toHaveLength(1);
  const whole = correct(agreement(), { op: "retype", nodeId: "a", kind: "ignored", withChildren: true });
  expect(
    flatten(whole.nodes)
      .filter((each) => each.kind === "ignored")
      .map((each) => each.id),
  ).toEqual(["a", "a1", "a1x", "a2", "a3"]);
});

test("a node is placed anywhere but under itself, with all that stands under it", () => {
  const placed = (nodeId: string, parentId: string | null, index: number) =>
    shape(correct(agreement(), { op: "place", nodeId, parentId, index }).nodes);
  expect(placed("a1", "b", 0)).toBe("a(a2 a3) b(a1(a1x) b1)");
  expect(placed("a1", "b", 99)).toBe("a(a2 a3) b(b1 a1(a1x))");
  expect(placed("a1x", null, 1)).toBe("a(a1 a2 a3) a1x b(b1)");
  expect(placed("a1", "a", 2)).toBe("a(a2 a3 a1(a1x)) b(b1)");
  expect(placed("b", "a1x", 0)).toBe("a(a1(a1x(b(b1))) a2 a3)");
  const refused = (parentId: string) => refusal(agreement(), { op: "place", nodeId: "a", parentId, index: 0 });
  expect([refused("a"), refused("a1x"), refused("c")]).toEqual([
    "not-under-itself",
    "not-under-itself",
    "no-such-node",
  ]);
});

test("[S3] several nodes are corrected at once: all of them, or none", () => {
  const ignored = correct(agreement(), { op: "retype", nodeId: "a1x", also: ["a2", "b1"], kind: "ignored" });
  const kinds = flatten(ignored.nodes).filter(({ kind }) => kind === "ignored");
  expect(kinds.map(({ id }) => id)).toEqual(["a1x", "a2", "b1"]);
  const joined = correct(agreement(), { op: "join", nodeId: "a2", also: ["a3"] });
  expect(shape(joined.nodes)).toBe("a(a1(a1x) a2) b(b1)");
  expect(refusal(agreement(), { op: "join", nodeId: "a1", also: ["a2", "a3"] })).toBe("join-over-children");
  expect(refusal(agreement(), { op: "join", nodeId: "a1", also: ["a3"] })).toBe("nothing-to-join");
  expect(refusal(agreement(), { op: "retype", nodeId: "a1", also: ["gone"], kind: "goal" })).toBe("no-such-node");
});

test("several nodes move together, and what stands under one of them only once", () => {
  const moved = (op: "promote" | "demote" | "up" | "down", nodeId: string, ...also: string[]) => {
    const correction: Correction =
      op === "up" || op === "down" ? { op: "move", direction: op, nodeId, also } : { op, nodeId, also };
    return shape(correct(agreement(), correction).nodes);
  };
  expect(moved("demote", "a2", "a3")).toBe("a(a1(a1x a2 a3)) b(b1)");
  expect(moved("promote", "a2", "a3")).toBe("a(a1(a1x)) a2 a3 b(b1)");
  expect(moved("up", "a2", "a3")).toBe("a(a2 a3 a1(a1x)) b(b1)");
  expect(moved("down", "a1", "a1x", "a2")).toBe("a(a3 a1(a1x) a2) b(b1)");
});

test("missed headings that are retyped at once stand beside each other", () => {
  const retyped = correct(agreement(), { op: "retype", nodeId: "a2", also: ["a3"], kind: "section" });
  expect(shape(retyped.nodes)).toBe("a(a1(a1x) a2 a3) b(b1)");
});

test("a correction says which nodes are new, and which went into which", () => {
  const apply = (correction: Correction) => applyCorrection(agreement(), correction, () => "new");
  expect(apply({ op: "split", nodeId: "a1", at: 30 })).toMatchObject({ made: ["new"], joined: [] });
  expect(apply({ op: "join", nodeId: "a2", also: ["a3"] })).toMatchObject({ joined: [{ id: "a3", into: "a2" }] });
});

test("a tree listed and nested again is the same tree", () => {
  expect(nested(flatten(agreement().nodes))).toEqual(agreement().nodes);
});

test("[S3] what is added stands after the chosen node and all under it, is of its kind, and is to be looked at", () => {
  const added = correct(agreement(), { op: "add", nodeId: "a1", text: "[Nyt punkt]" });
  expect(shape(added.nodes)).toMatch(/^a\(a1\(a1x\) new-\d+ a2 a3\) b\(b1\)$/);
  const made = flatten(added.nodes).find(({ text }) => text === "[Nyt punkt]");
  expect(made).toMatchObject({
    kind: find(agreement(), "a1").kind,
    number: "",
    heading: "",
    warnings: ["placeholder"],
  });
  const section = correct(agreement(), { op: "add", nodeId: "a", text: "[Nyt punkt]" });
  expect(section.nodes[1]).toMatchObject({ kind: "section", heading: "[Nyt punkt]", text: "" });
  const ignored = correct(agreement(), { op: "retype", nodeId: "a2", kind: "ignored" });
  const text = correct(ignored, { op: "add", nodeId: "a2", text: "Ord." });
  expect(flatten(text.nodes).find((each) => each.text === "Ord.")).toMatchObject({ kind: "text" });
});

test("a node that is not there is refused", () => {
  expect(refusal(agreement(), { op: "join", nodeId: "c" })).toBe("no-such-node");
});

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

test.each(SEEDS)(
  "[S1] [S3] seed %i: whatever is corrected, no word is lost, ids are unique, and undo leads back",
  (seed) => {
    const next = random(seed);
    let proposal = agreement();
    let history: Change[] = [];
    const before: Proposal[] = [];
    for (let step = 0; step < 40; step += 1) {
      const correction = anyCorrection(proposal, next);
      const kept = words(proposal);
      const corrected = applyCorrection(proposal, correction, newId);
      if ("refused" in corrected) continue;
      before.push(proposal);
      history = remember(history, proposal, corrected.proposal);
      proposal = corrected.proposal;
      const ids = flatten(proposal.nodes).map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
      // All but moving keep the reading order too.
      const sorted = (text: string) => text.split(" ").sort().join(" ");
      if (correction.op === "move" || correction.op === "place") expect(sorted(words(proposal))).toBe(sorted(kept));
      else expect(words(proposal)).toBe(kept);
    }
    for (const tree of before.reverse()) {
      const undone = undoLast(proposal, history);
      expect(undone?.proposal).toEqual(tree);
      if (undone) ({ proposal, history } = undone);
    }
    expect(undoLast(proposal, history)).toBeNull();
  },
);

test("the history remembers no more than fifty corrections", () => {
  let proposal = agreement();
  let history: Change[] = [];
  for (let step = 0; step < 70; step += 1) {
    const after = correct(proposal, { op: "rename", nodeId: "b", number: String(step) });
    history = remember(history, proposal, after);
    proposal = after;
  }
  expect(history).toHaveLength(MAX_CHANGES);
  expect(find(undoLast(proposal, history)?.proposal ?? proposal, "b").number).toBe("68");
});
