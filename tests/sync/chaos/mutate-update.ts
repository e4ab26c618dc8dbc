import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Random } from "../random";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];

/** What a mutation may point to: ids that exist, clients that write, and some that do neither. */
export type Ground = { clients: readonly number[]; clock: number };

/**
 * An update with one to three faults of meaning instead of bytes: it still decodes, and says something that no editor
 * would. Bytes alone rarely come through the decoder to what lies behind it.
 */
export function misled(random: Random, update: Uint8Array, ground: Ground): Uint8Array {
  const decoded = Y.decodeUpdate(update);
  const structs = [...decoded.structs];
  const deletions = [...decoded.ds.clients].map(([client, spans]) => ({ client, spans: [...spans] }));
  for (let faults = 1 + random.below(3); faults > 0; faults--) {
    const struct = structs.length > 0 ? random.oneOf(structs) : null;
    if (struct instanceof Y.Item && random.below(4) > 0) misleadItem(random, struct, ground);
    else if (random.below(2) === 0) misleadOrder(random, structs, ground);
    else deletions.push({ client: anyClient(random, ground), spans: [anySpan(random, ground)] });
  }
  return written(structs, deletions);
}

function anyClient(random: Random, { clients }: Ground): number {
  return random.below(4) > 0 ? random.oneOf(clients) : random.oneOf([0, 1, 2, 2 ** 31, 2 ** 32 - 1, 2 ** 45]);
}

function anyClock(random: Random, { clock }: Ground): number {
  return random.below(5) > 0 ? random.below(clock + 2) : random.oneOf([0, clock + 1000, 2 ** 31, 2 ** 45]);
}

const anyId = (random: Random, ground: Ground) => Y.createID(anyClient(random, ground), anyClock(random, ground));

function anySpan(random: Random, ground: Ground) {
  return { clock: anyClock(random, ground), len: random.oneOf([0, 1, 1 + random.below(5), 1000, 2 ** 31]) };
}

/** Yjs' own fields, which its types call fixed. */
type Loose = {
  id: Y.ID;
  origin: Y.ID | null;
  rightOrigin: Y.ID | null;
  parent: unknown;
  parentSub: string | null;
  content: unknown;
};

function misleadItem(random: Random, item: Y.Item, ground: Ground): void {
  const loose = item as unknown as Loose;
  switch (random.below(7)) {
    case 0:
      loose.id = Y.createID(anyClient(random, ground), item.id.clock);
      break;
    case 1:
      loose.id = Y.createID(item.id.client, anyClock(random, ground));
      break;
    case 2:
      loose.origin = random.below(3) === 0 ? null : anyId(random, ground);
      break;
    case 3:
      loose.rightOrigin = random.below(3) === 0 ? null : anyId(random, ground);
      break;
    case 4:
      loose.parent = random.below(2) === 0 ? anyId(random, ground) : random.oneOf(["body", "links", "__proto__", ""]);
      break;
    case 5:
      loose.parentSub = random.oneOf([
        null,
        "id",
        "kind",
        "level",
        "href",
        "__proto__",
        "constructor",
        "x".repeat(5000),
      ]);
      break;
    default:
      loose.content = random.oneOf(CONTENTS)(random);
  }
  // An item without neighbours has to say where it stands.
  if (!loose.origin && !loose.rightOrigin && typeof loose.parent !== "string" && !(loose.parent instanceof Y.ID)) {
    loose.parent = anyId(random, ground);
  }
}

const CONTENTS: readonly ((random: Random) => unknown)[] = [
  (random) =>
    new Y.ContentString(random.oneOf(["x", "\ud83c", "\u0000", "\u202e", "y".repeat(70_000), "z".repeat(60_000)])),
  (random) =>
    new Y.ContentAny([
      random.oneOf<unknown>([1e308, -0, Number.NaN, null, true, 2n ** 60n, { a: [{}] }, "x".repeat(9000)]),
    ]),
  (random) => new Y.ContentAny([deep(random.below(200))]),
  (random) =>
    new Y.ContentFormat(
      random.oneOf(["bold", "blink", "link", "__proto__"]),
      random.oneOf([{}, null, { href: "javascript:1" }, { href: "https://eksempel.dk" }]) as never,
    ),
  () => new Y.ContentType(new Y.XmlElement("script")),
  () => new Y.ContentType(new Y.XmlElement("block")),
  () => new Y.ContentType(new Y.XmlElement("tableCell")),
  () => new Y.ContentType(new Y.XmlText()),
  () => new Y.ContentType(new Y.XmlHook("hook")),
  () => new Y.ContentType(new Y.Map()),
  () => new Y.ContentType(new Y.Array()),
  () => new Y.ContentBinary(new Uint8Array(20)),
  () => new Y.ContentEmbed({ image: "data:" }),
  () => new Y.ContentJSON([{ a: 1 }]),
  () => new Y.ContentDoc(new Y.Doc()),
  (random) => new Y.ContentDeleted(random.oneOf([1, 5, 100_000])),
];

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

function misleadOrder(random: Random, structs: Struct[], ground: Ground): void {
  const at = random.below(structs.length + 1);
  const { client, clock } = structs[Math.min(at, structs.length - 1)]?.id ?? anyId(random, ground);
  switch (random.below(4)) {
    case 0:
      structs.splice(at, 1);
      break;
    case 1:
      structs.splice(at, 0, ...structs.slice(at, at + 2));
      break;
    case 2:
      structs.splice(at, 0, new Y.GC(Y.createID(client, clock), 1 + random.below(50)));
      break;
    default:
      structs.splice(at, 0, new Y.Skip(Y.createID(client, clock), 1 + random.below(50)));
  }
}

type Deletions = { client: number; spans: readonly { clock: number; len: number }[] }[];

/** As Yjs writes an update, but whatever it is given. */
function written(structs: readonly Struct[], deletions: Deletions): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const ofClient = byClient.get(struct.id.client);
    if (ofClient) ofClient.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(rest, byClient.size);
  for (const [client, ofClient] of byClient) {
    encoding.writeVarUint(rest, ofClient.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, ofClient[0]?.id.clock ?? 0);
    for (const struct of ofClient) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, deletions.length);
  for (const { client, spans } of deletions) {
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, spans.length);
    for (const { clock, len } of spans) {
      encoding.writeVarUint(rest, clock);
      encoding.writeVarUint(rest, len);
    }
  }
  return encoder.toUint8Array();
}
