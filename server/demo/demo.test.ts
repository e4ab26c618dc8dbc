import { expect, test } from "vitest";
import { type FlatNode, flatten } from "../../app/document-model/proposal";
import { proposalOf } from "../agreements/read/proposal";
import { readText } from "../agreements/read/text";
import type { SourceKind } from "../agreements/shapes";
import { AGREEMENT_TEXT } from "./agreement";
import { ASSESSMENT_ASSIGNMENTS, ASSESSMENT_TEXT, STATUSES } from "./assessment";
import { FOLLOW_UP_ASSIGNMENTS, FOLLOW_UP_BEFORE, FOLLOW_UP_NOW, INITIATIVES } from "./follow-up";
import { goalPaperDraft, goalPaperFinal } from "./goal-paper";
import { ANSWERS, ASSIGNMENTS, HEARING_TEXT } from "./hearing";
import { LAST_YEAR_ASSIGNMENTS, LAST_YEAR_TEXT } from "./last-year";
import { strategy } from "./strategy";
import type { DemoPassage } from "./text";

const agreement = read(AGREEMENT_TEXT, "agreement");
const draft = read(goalPaperDraft(2025), "goal-paper");
const final = read(goalPaperFinal(2025), "goal-paper");

test("the agreement is read as 8 sections and 32 clauses, in order", () => {
  const numbers = (kind: string) => agreement.filter((node) => node.kind === kind).map((node) => node.number);
  expect(numbers("section")).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  expect(numbers("clause")).toHaveLength(32);
  expect(numbers("clause")).toEqual([...numbers("clause")].sort());
  expect(agreement).toHaveLength(40);
});

test("both goal papers have three goal areas and development areas A to C", () => {
  expect(goalsPerArea(draft)).toEqual([2, 3, 2]);
  expect(goalsPerArea(final)).toEqual([3, 2, 3]);
  for (const paper of [draft, final]) {
    expect(paper.filter((node) => node.kind === "area").map((node) => node.number)).toEqual(["A", "B", "C"]);
  }
});

test("no goal of the final paper stands word for word in the draft", () => {
  const before = new Set(goals(draft).map((goal) => goal.text));
  expect(goals(final).filter((goal) => before.has(goal.text))).toEqual([]);
});

test("every clause that is shared out, answered or commented on is in its paper exactly once", () => {
  const inHearing = [...ASSIGNMENTS.flatMap((share) => share.clauses), ...ANSWERS.map(({ clause }) => clause)];
  expect(lost(agreement, [...inHearing, ...targets(HEARING_TEXT)])).toEqual([]);
  const inAssessment = [
    ...ASSESSMENT_ASSIGNMENTS.flatMap((share) => share.clauses),
    ...STATUSES.map(({ goal }) => goal),
  ];
  expect(lost(final, [...inAssessment, ...targets(ASSESSMENT_TEXT)])).toEqual([]);
  const inLastYear = LAST_YEAR_ASSIGNMENTS.flatMap((share) => share.clauses);
  expect(lost(draft, [...inLastYear, ...targets(LAST_YEAR_TEXT)])).toEqual([]);
});

test("the strategy has two goals, and what is done towards them is theirs", () => {
  const paper = read(strategy(2025), "goal-paper");
  expect(goals(paper).map(({ heading }) => heading)).toHaveLength(2);
  const named = [...FOLLOW_UP_ASSIGNMENTS.flatMap(({ clauses }) => clauses), ...INITIATIVES.map(({ goal }) => goal)];
  expect(lost(paper, [...named, ...targets([...FOLLOW_UP_BEFORE, ...FOLLOW_UP_NOW])])).toEqual([]);
});

test("centers comment only on what they were given", () => {
  const given = new Set(ASSIGNMENTS.flatMap(({ center, clauses }) => clauses.map((clause) => `${center} ${clause}`)));
  const blocks = HEARING_TEXT.flatMap((passage) => passage.blocks);
  const linked = blocks.flatMap((block) => block.links.map(({ to, center }) => `${center} ${to}`));
  expect(linked.filter((link) => !given.has(link) && !link.endsWith(" source"))).toEqual([]);
});

function read(text: string, kind: SourceKind): FlatNode[] {
  let last = 0;
  const newId = () => String(++last);
  const paper = readText(new TextEncoder().encode(text), "demo.md");
  if ("refused" in paper) throw new Error(paper.refused);
  return flatten(proposalOf(paper, { kind, newId }).proposal.nodes);
}

function goals(paper: FlatNode[]): FlatNode[] {
  return paper.filter((node) => node.kind === "goal");
}

function goalsPerArea(paper: FlatNode[]): number[] {
  const parents = [...new Set(goals(paper).map((goal) => goal.parentId))];
  return parents.map((parent) => goals(paper).filter((goal) => goal.parentId === parent).length);
}

function targets(passages: DemoPassage[]): string[] {
  const links = passages.flatMap((passage) => passage.blocks.flatMap((block) => block.links));
  return links.map((link) => link.to).filter((to) => to !== "source");
}

function lost(paper: FlatNode[], names: string[]): string[] {
  const isNamed = (node: FlatNode, name: string) =>
    node.kind !== "section" && (node.number === name || node.text.startsWith(name));
  return names.filter((name) => paper.filter((node) => isNamed(node, name)).length !== 1);
}
