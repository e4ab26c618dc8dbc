import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { WireError } from "../../app/document-model/wire";
import { updateOf, writeParagraph } from "../../tests/sync/document";
import { decodeUpdate } from "./decode-update";
import { inspect, type Known } from "./inspect";
import { Waiting } from "./waiting";

type Id = { client: number; clock: number };
type Write = (encoder: encoding.Encoder) => void;

const ME = 4_000_000_000;
const mine = (clock: number): Id => ({ client: ME, clock });
const SEED = mine(0);

/** A text that stands on an item: 0x80 after it, 0x40 before it, 0 inside of it. */
const text =
  (ground: Id, words: string, bits = 0x80): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, bits | 4);
    if (bits === 0) encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, ground.client);
    encoding.writeVarUint(encoder, ground.clock);
    encoding.writeVarString(encoder, words);
  };

/** What no Yjs writes, and every Yjs reads. */
function forged(blocks: { clock: number; structs: Write[] }[], deletions: [clock: number, length: number][] = []) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { clock, structs } of blocks) {
    for (const number of [structs.length, ME, clock]) encoding.writeVarUint(encoder, number);
    for (const write of structs) write(encoder);
  }
  encoding.writeVarUint(encoder, 1);
  for (const number of [ME, deletions.length, ...deletions.flat()]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

const after = (...structs: Write[]) => [{ clock: 5, structs }];

test.each([
  ["after what comes later", forged(after(text(mine(6), "a"), text(SEED, "b")))],
  ["after itself", forged(after(text(mine(6), "abc")))],
  ["before what comes later", forged(after(text(mine(6), "a", 0x40), text(SEED, "b")))],
  ["inside of what comes later", forged(after(text(mine(6), "a", 0), text(SEED, "b")))],
  ["for one client twice", forged([...after(text(SEED, "a")), { clock: 6, structs: [text(SEED, "b")] }])],
  ["for one client twice, the second time nothing", forged([...after(text(SEED, "a")), { clock: 6, structs: [] }])],
  ["as an empty text", forged(after(text(SEED, "a"), text(SEED, "")))],
  ["as a deletion of nothing", forged([], [[5, 0]])],
])("[W1] what decodes but cannot be applied is refused: written %s", (_how, update) => {
  expect(() => decodeUpdate(update)).toThrow(WireError);
});

test("[W1] deletions over one another, which would be looked at again and again, are refused", () => {
  const twice = forged([], [[0, 9], [0, 9]]); // biome-ignore format: two ranges
  expect(() => decodeUpdate(twice)).toThrow(WireError);
  expect(() => decodeUpdate(forged([], [[5, 2], [0, 2]]))).toThrow(WireError); // biome-ignore format: two ranges
  expect(decodeUpdate(forged([], [[0, 2], [2, 3]])).ds.clients.get(ME)).toHaveLength(2); // biome-ignore format: two ranges
});

test("[W2] [I4] what waits for its commit is ground for its own writer alone: it may yet be left out", () => {
  const doc = new Y.Doc();
  writeParagraph(doc, "para-1", "Tekst");
  const committed = new Y.Doc();
  Y.applyUpdate(committed, Y.encodeStateAsUpdate(doc));
  const theirs = updateOf(doc, () => writeParagraph(doc, "para-2", "Deres"));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const onTheirs = updateOf(other, () => other.getXmlFragment(ROOTS.body).delete(1, 1));
  const waiting = new Waiting();
  waiting.add(decodeUpdate(theirs).structs);
  const known: Known = { doc: committed, clocks: Y.decodeStateVector(Y.encodeStateVector(doc)), waiting };
  const as = (clientId: number) => ({ clientId, mayLinkAs: () => true });
  expect(inspect(onTheirs, known, as(other.clientID)).verdict).toBe("gap");
  expect(inspect(onTheirs, known, as(doc.clientID)).verdict).toBe("new");
});
