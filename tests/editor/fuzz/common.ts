import type { Slice } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { Link } from "../../../app/document-model/document";
import { linksByBlock } from "../../../app/document-model/links";
import type { Random } from "../../sync/random";
import { type Ledger, markOf, marksIn } from "./ledger";
import type { Person } from "./person";

/** What the people of one day have between them. */
export type Common = {
  random: Random;
  ledger: Ledger;
  /** Each person's own: nobody pastes what another has cut. */
  clipboards: Map<Person, Clip>;
  counts: { marks: number; targets: number };
  /** Marks of words that the deed under way takes out of their paragraph: its links stay behind. [E5] */
  words: Set<string>;
  /** Who has split, joined or moved which mark's text or paragraph, and which marks and ids two have had in hand at once. */
  handled: Map<string, Handled[]>;
  contested: Map<string, ReadonlySet<Done>>;
  /** What was done, to be read when a day fails. */
  log: string[];
};

export function createCommon(random: Random, ledger: Ledger): Common {
  const empty = { clipboards: new Map(), words: new Set<string>(), handled: new Map(), contested: new Map(), log: [] };
  return { ...empty, random, ledger, counts: { marks: 100, targets: 0 } };
}

/** What one page has done, by how far its own writing had come. */
export type Done = { client: number; clock: number };

/** With the marks and ids of the paragraphs that it had in hand. */
export type Handled = Done & { names: ReadonlySet<string> };

export function doneBy({ doc }: Person): Done {
  return { client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) };
}

export function knows({ doc }: Person, { client, clock }: Done): boolean {
  return Y.getState(doc.store, client) >= clock;
}

/**
 * The marks in a person's paragraph, but for those whose text others are about to double or drop (decision 0013), and
 * those that stand twice already: which of the two somebody else takes away meanwhile, no mark tells.
 */
export function marksHere(person: Person, { contested }: Common): string[] {
  const everywhere = person.blocks.flatMap(({ node }) => marksIn(node.textContent));
  const isTwice = (mark: string) => everywhere.indexOf(mark) !== everywhere.lastIndexOf(mark);
  const { node, id } = person.currentBlock ?? {};
  const isSure = (name: string) => [...(contested.get(name) ?? [])].every((done) => knows(person, done));
  if (!isSure(id ?? "")) return [];
  return marksIn(node?.textContent ?? "").filter((mark) => !isTwice(mark) && isSure(mark));
}

type Clip = { slice: Slice; isCut: boolean };
export type Deed = (person: Person, common: Common) => void;

export function newMark({ counts }: Common): string {
  counts.marks += 1;
  return markOf(counts.marks);
}

export function someBlock(person: Person, { random }: Common) {
  return random.oneOf(person.blocks);
}

export function putCaret(person: Person, common: Common, where: "start" | "end" | "anywhere" = "anywhere"): void {
  const { node, pos } = someBlock(person, common);
  const offset = common.random.below(node.content.size + 1);
  person.select(pos + 1 + (where === "start" ? 0 : where === "end" ? node.content.size : offset));
}

/** Words of one paragraph, whole paragraphs, or from the middle of one into another. */
export function selectSome(person: Person, common: Common, only?: "whole"): void {
  const { random } = common;
  const { blocks } = person;
  const index = random.below(blocks.length);
  const first = blocks[index];
  const last = blocks[Math.min(index + random.below(3), blocks.length - 1)];
  if (!first || !last) return;
  const isWhole = only === "whole" || random.below(2) === 0;
  const from = isWhole ? 0 : random.below(first.node.content.size + 1);
  const to = isWhole ? last.node.content.size : random.below(last.node.content.size + 1);
  person.select(first.pos + 1 + from, last.pos + 1 + to);
}

/** Every mark that a person sees, with the links of its paragraph; those seen twice are left out. */
export function marked(person: Person): Map<string, readonly Link[]> {
  const links = linksByBlock(person.doc);
  const seen = new Map<string, readonly Link[]>();
  const twice = new Set<string>();
  for (const { node, id } of person.blocks)
    for (const mark of marksIn(node.textContent)) {
      if (seen.has(mark)) twice.add(mark);
      seen.set(mark, links.get(id ?? "") ?? []);
    }
  for (const mark of twice) seen.delete(mark);
  return seen;
}
