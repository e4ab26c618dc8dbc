import { afterEach } from "vitest";
import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import { type Put, paragraphsIn, putMark, wordsOfAll } from "../../app/document-model/comment-anchors";
import { keepInOrder } from "../../app/document-model/in-order";
import { repairUpdate } from "../../app/document-model/repair";
import { verbatim } from "../../app/document-model/verbatim";
import { anchorsIn } from "../../app/editor/comments/anchors";
import { tellComments } from "../../app/editor/comments/extension";
import { putAtSelection } from "../../app/editor/comments/selected";
import { Person } from "./fuzz/person";
import { seedOf } from "./words";

export type Thread = Put & { id: string };

/** Signs of which each stands once in the whole text: where they are, the words are. */
export function unique(count: number, from: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + from + at)).join("");
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

const left: Person[] = [];
afterEach(() => {
  for (const person of left.splice(0)) person.leave();
});

/** Two people at one text, and the server that puts comments in. */
export function together(lines: readonly string[], seed = 1) {
  const first = seedOf(...lines);
  const hub = copyOf(first, 2 + seed);
  const [ann, ben] = ["Ann", "Ben"].map((name, at) => new Person(name, copyOf(first, 2 ** 31 + seed * 10 + at)));
  if (!ann || !ben) throw new Error("Expected two people");
  left.push(ann, ben);
  const people = [ann, ben];
  const threads: Thread[] = [];
  const meet = () => {
    for (let round = 0; round < 3; round++) {
      for (const { doc } of people) pass(doc, hub);
      repairUpdate(hub, newBlockId);
      for (const { doc } of people) pass(hub, doc);
    }
  };
  const comment = (put: Put): Thread => {
    const thread = { id: crypto.randomUUID(), ...put };
    hub.transact(() => {
      for (const { blockId, place: from, quote } of wordsOfAll(put))
        putMark(paragraphsIn(hub), thread.id, { blockId, from, to: from + quote.length });
    });
    threads.push(thread);
    meet();
    for (const person of people)
      person.dispatch(tellComments(person.state.tr, { known: new Set(threads.map(({ id }) => id)), spans: [] }));
    return thread;
  };
  return { hub, ann, ben, people, threads, meet, comment };
}

export type Together = ReturnType<typeof together>;

/** Selects those words and comments on them. */
export function commentOn(world: Together, words: string): Thread {
  const place = world.ann.blocks.find(({ node }) => node.textContent.includes(words));
  if (!place) throw new Error(`Expected "${words}" in the text`);
  const from = place.pos + 1 + place.node.textContent.indexOf(words);
  world.ann.select(from, from + words.length);
  const put = putAtSelection(world.ann.state);
  if (!put) throw new Error("Expected words to comment on");
  return world.comment(put);
}

export function wordsOf({ state }: Person, thread: Thread): string | null {
  const found = anchorsIn(state.doc, [thread]).get(thread.id);
  return found ? state.doc.textBetween(found.from, found.to, "|", "\n") : null;
}

export function selectWords(person: Person, words: string): void {
  const place = person.blocks.find(({ node }) => node.textContent.includes(words));
  if (!place) throw new Error(`Expected "${words}" in the text`);
  const from = place.pos + 1 + place.node.textContent.indexOf(words);
  person.select(from, from + words.length);
}
