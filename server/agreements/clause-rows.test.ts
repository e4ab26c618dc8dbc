import { expect, test } from "vitest";
import type { ProposalNode } from "../../app/document-model/proposal";
import type { ClauseId } from "../../db/ids";
import { contentOf, draftsOf, hasTarget, withPaths } from "./clause-rows";

function node(id: string, rest: Partial<ProposalNode>): ProposalNode {
  return { id, kind: "clause", number: "", heading: "", text: "", children: [], warnings: [], ...rest };
}

const PAPER = {
  warnings: [],
  nodes: [
    node("contents", { kind: "ignored", text: "Indhold", children: [node("inside", { text: "Står endnu. " })] }),
    node("three", {
      kind: "section",
      number: "3",
      heading: "Udskrivning",
      children: [
        node("three-two", { number: "3.2", text: "Der varsles." }),
        node("named", { number: "3.3", heading: "Møder", text: "Der holdes et møde." }),
        node("goal-1", { kind: "goal", text: "Første mål." }),
        node("goal-2", { kind: "goal", text: "Andet mål." }),
      ],
    }),
  ],
};

test("[S1] all but what is ignored becomes rows in reading order; what stood under it moves up", () => {
  const drafts = draftsOf(PAPER);
  expect(drafts.map(({ id, parentId, position, depth }) => [id, parentId, position, depth])).toEqual([
    ["inside", null, 0, 0],
    ["three", null, 1, 0],
    ["three-two", "three", 2, 1],
    ["named", "three", 3, 1],
    ["goal-1", "three", 4, 1],
    ["goal-2", "three", 5, 1],
  ]);
  expect(drafts[0]?.text).toBe("Står endnu.");
});

test("a path names the way to a clause as people say it", () => {
  const rows = draftsOf(PAPER).map(({ position: _, ...row }) => ({
    ...row,
    id: row.id as ClauseId,
    parentId: row.parentId as ClauseId | null,
  }));
  expect(withPaths(rows).map((row) => row.path)).toEqual([
    "punkt 1",
    "3 Udskrivning",
    "3 Udskrivning › 3.2",
    "3 Udskrivning › 3.3 Møder",
    "3 Udskrivning › mål 1",
    "3 Udskrivning › mål 2",
  ]);
});

test("a long heading is shortened at a word", () => {
  const heading = "Samarbejde om borgere med flere samtidige forløb på tværs af kommuner og hospitaler";
  const [row] = withPaths([
    { id: "x" as ClauseId, parentId: null, depth: 0, kind: "section", number: "", heading, text: "" },
  ]);
  expect(row?.path).toBe("Samarbejde om borgere med flere samtidige forløb på tværs af kommuner …");
});

test("a clause that is only renumbered has the same content", () => {
  const [first, second] = draftsOf({
    warnings: [],
    nodes: [node("x", { number: "1", text: "Samme  tekst." }), node("y", { number: "2", text: "Samme tekst." })],
  });
  expect(first && second && contentOf(first) === contentOf(second)).toBe(true);
});

test("a tree of headings and texts alone has nothing to comment on", () => {
  const nodes = [
    node("x", { kind: "section", heading: "Formål", children: [node("y", { kind: "text", text: "Tekst" })] }),
  ];
  expect(hasTarget(draftsOf({ nodes, warnings: [] }))).toBe(false);
  expect(hasTarget(draftsOf(PAPER))).toBe(true);
});
