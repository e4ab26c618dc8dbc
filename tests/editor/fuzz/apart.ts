import * as Y from "yjs";
import { newBlockId } from "../../../app/document-model/block-id";
import { canonicalJson } from "../../../app/document-model/canonical";
import { allBlocks } from "../../../app/document-model/document";
import { keepInOrder } from "../../../app/document-model/in-order";
import { readDocument } from "../../../app/document-model/read";
import { repairUpdate } from "../../../app/document-model/repair";
import { verbatim } from "../../../app/document-model/verbatim";
import { seeded } from "../../sync/random";
import { seedOf } from "../words";
import { createCommon } from "./common";
import { DEEDS, doSomething } from "./deeds";
import { Ledger, markOf } from "./ledger";
import { Person } from "./person";

const NAMES = ["Anna", "Bo", "Carl"] as const;
const ALL_STEPS = Array.from({ length: 150 }, (_, step) => step);

export const FIRST_TEXT = ["Vi støtter ", "Dog ikke her ", "", "Fire ", "Med venlig hilsen "].map((text, index) =>
  text ? `${text}${markOf(index)}.` : text,
);

/**
 * A day of three people without network and database: what one has done reaches the others when chance says so, and the
 * one who stands for the server mends ids as the real one does. Thousands of these are what one of the real days costs.
 */
export function playApart(seed: number, steps = ALL_STEPS, deeds = DEEDS): { problems: string[]; log: string[] } {
  const ledger = new Ledger();
  const common = createCommon(seeded(seed), ledger);
  const first = seedOf(...FIRST_TEXT);
  const hub = copyOf(first, 2 ** 31 - 1);
  const people = NAMES.map((name, index) => new Person(name, copyOf(first, 2 ** 31 + seed * 10 + index)));
  try {
    for (const step of steps) {
      // Each step's chance is its own, so that a day that fails can be made shorter.
      const random = seeded(seed * 1_000 + step);
      common.random = random;
      doSomething(random.oneOf(people), common, deeds);
      const person = random.oneOf(people);
      const fate = random.below(8);
      if (fate === 0 || fate === 1) pass(person.doc, hub);
      if (fate === 1 || fate === 2) pass(hub, person.doc);
      if (fate === 3) mend(hub);
      common.log.push(`${person.name} fate ${fate}`);
    }
    drain(hub, people);
    return { problems: judge(hub, people, ledger), log: common.log };
  } catch (error) {
    return { problems: [said(error)], log: common.log };
  } finally {
    for (const person of people) person.leave();
  }
}

function copyOf(first: Uint8Array, clientId: number): Y.Doc {
  keepInOrder();
  const doc = new Y.Doc();
  doc.clientID = clientId;
  verbatim(doc);
  Y.applyUpdate(doc, first, "provider");
  return doc;
}

function pass(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), "provider");
}

function mend(hub: Y.Doc): void {
  repairUpdate(hub, newBlockId);
}

function drain(hub: Y.Doc, people: readonly Person[]): void {
  for (let round = 0; round < 3; round++) {
    for (const { doc } of people) pass(doc, hub);
    mend(hub);
    for (const { doc } of people) pass(hub, doc);
  }
}

export function judge(log: Y.Doc, people: readonly Person[], ledger: Ledger): string[] {
  const document = readDocument(log);
  const problems: string[] = [];
  const text = canonicalJson(document);
  for (const { name, doc, state, broken } of people) {
    if (canonicalJson(readDocument(doc)) !== text) problems.push(`${name} has another text`);
    if (broken.length > 0) problems.push(`${name}'s editor broke: ${said(broken[0])}`);
    try {
      state.doc.check();
    } catch (error) {
      problems.push(`${name} shows what the schema has not: ${said(error)}`);
    }
  }
  const ids = [...allBlocks(document)].map(({ id }) => id);
  const tables = document.blocks.flatMap(({ type, id }) => (type === "table" ? [id] : []));
  if (new Set([...ids, ...tables]).size < ids.length + tables.length) problems.push("two have one id");
  if ([...ids, ...tables].some((id) => id === "")) problems.push("one has no id");
  return [...problems, ...ledger.missing(document)];
}

function said(error: unknown): string {
  return error instanceof Error
    ? `${error.message}\n${error.stack?.split("\n").slice(1, 8).join("\n")}`
    : String(error);
}
