import { expect, test } from "vitest";
import * as Y from "yjs";
import { LIVE_SCHEMA, ROOTS } from "../../../app/document-model/document";
import { encode, type Message } from "../../../app/document-model/wire";
import { type DocumentId, newId } from "../../../db/ids";
import { caretAt, plainText, updateOf, writeParagraph } from "../document";
import { askedFor, type Claimed, claimed, type Joined, queryOf, rawClient, waitFor } from "../raw";
import { syncWorld } from "../world";
import { committed } from "./checks";
import { pageThrough } from "./pages";

const world = syncWorld();
type Server = Awaited<ReturnType<typeof world.serve>>;

/** Whatever is forged: the document is byte for byte what it was, the server lives, and nobody else notices. */
async function unnoticed(server: Server, id: DocumentId, forge: () => Promise<void>): Promise<void> {
  const witness = pageThrough(server, id, "Bo Dam");
  world.afterwards(witness.close);
  await waitFor(() => witness.phase() === "saved");
  const noticed: string[] = [];
  const stop = witness.connection.state.subscribe(() => noticed.push(witness.phase()));
  const updates: Uint8Array[] = [];
  witness.doc.on("update", (update) => updates.push(update));
  const before = Y.encodeStateAsUpdate(await committed(world.store, id));
  await forge();
  expect(Y.encodeStateAsUpdate(await committed(world.store, id))).toEqual(before);
  expect(noticed).toEqual([]);
  expect(updates).toEqual([]);
  stop();
  writeParagraph(witness.doc, `after-${newId().slice(0, 8)}`, "Der skrives videre");
  await waitFor(() => witness.phase() === "saved");
}

/** Sends the messages as that person; how the socket ends, and what was said before. */
async function answerTo(client: Joined, ...messages: Message[]) {
  for (const message of messages) client.send(message);
  const code = await client.closed();
  return { code, reject: client.all("reject").map((one) => one.code) };
}

/** An update of a page that writes with another client id than its own. */
function updateAs(client: number, on: Y.Doc, id: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(on));
  doc.clientID = client;
  return updateOf(doc, () => writeParagraph(doc, id, "Forfalsket"));
}

const paragraphBy = (client: Joined, id: string) => updateOf(client.doc, () => writeParagraph(client.doc, id, "Ny"));

test("a reader's forged frames are answered with read-only and change nothing", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  await unnoticed(server, id, async () => {
    const reader = await world.join(server, id, "Rie Lund");
    expect((await reader.first("hello")).hello.role).toBe("read");
    const update = paragraphBy(reader, "forged-1");
    const gap = paragraphBy(reader, "forged-2");
    const removal = updateOf(reader.doc, () => reader.doc.getXmlFragment(ROOTS.body).delete(0, 1));
    for (const forged of [update, gap, removal]) {
      reader.send({ type: "update", update: forged });
      reader.send({ type: "step2", update: forged });
    }
    reader.send({ type: "mark", mark: 3 });
    await reader.until(() => reader.all("reject").length >= 6 || reader.isClosed());
    expect(new Set(reader.all("reject").map(({ code }) => code))).toEqual(new Set(["read-only"]));
    expect(reader.all("saved")).toEqual([]);
  });
});

test("[I4] what is written with another's client id is forged, and the other's own text is saved as ever", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const victim = pageThrough(server, id, "Bo Dam");
  world.afterwards(victim.close);
  await waitFor(() => victim.phase() === "saved");
  writeParagraph(victim.doc, "victim-1", "Mit eget");
  await waitFor(() => victim.phase() === "saved");
  const others = [victim.doc.clientID, victim.doc.clientID + 1, 1, 2, 2 ** 31 - 1, 2 ** 32 - 1];
  await unnoticed(server, id, async () => {
    for (const other of others) {
      const forger = await world.join(server, id, "Anna Berg");
      const update = updateAs(other, forger.doc, `forged-${other}`);
      expect(await answerTo(forger, { type: "update", update }, { type: "mark", mark: 1 })).toEqual({
        code: 4409,
        reject: ["forged"],
      });
      const again = await world.join(server, id, "Anna Berg");
      const mixed = Y.mergeUpdates([paragraphBy(again, "own-one"), update]);
      expect(await answerTo(again, { type: "step2", update: mixed })).toEqual({ code: 4409, reject: ["forged"] });
    }
  });
  writeParagraph(victim.doc, "victim-2", "Og mere");
  await waitFor(() => victim.phase() === "saved");
  expect(plainText(await committed(world.store, id))).toContain("Og mere");
});

test("[I4] a client id opens for nobody but the page and the session it was issued to", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const { id: elsewhere } = await world.document();
  const claim = await claimed(server.url, id, "Anna Berg");
  const foreign = await claimed(server.url, elsewhere, "Anna Berg");
  const codeFor = async (cookie: string, query: string) =>
    (await rawClient(server.url, `${id}${query}`, cookie)).closed();
  await unnoticed(server, id, async () => {
    expect(await codeFor("Bo Dam", queryOf(claim)), "another's session").toBe(4409);
    expect(await codeFor("Anna Berg", queryOf({ ...claim, nonce: "0".repeat(claim.nonce.length) }))).toBe(4409);
    expect(await codeFor("Anna Berg", queryOf({ ...claim, clientID: claim.clientID - 1 }))).toBe(4409);
    expect(await codeFor("Anna Berg", queryOf({ ...claim, clientID: 1 })), "the seed's").toBe(4409);
    expect(await codeFor("Anna Berg", queryOf({ ...claim, epoch: claim.epoch + 1 })), "another lineage").toBe(4409);
    expect(await codeFor("Anna Berg", queryOf(foreign)), "of another document").toBe(4409);
    expect(await codeFor("Anna Berg", ""), "none").toBe(4409);
    expect(await codeFor("Anna Berg", queryOf({ ...claim, schemaVersion: LIVE_SCHEMA - 1 }))).toBe(4426);
    for (const odd of ["client=-1", "client=1e9", "client=NaN", "epoch=1&client=9".repeat(100), "%00", "nonce="]) {
      expect([4409, 4400]).toContain(await codeFor("Anna Berg", `?${odd}`));
    }
  });
});

test("[I4] a page that comes in again ends its older connection, and what that one still sends is not taken", async () => {
  const [one, two] = [await world.serve(), await world.serve()];
  const { id } = await world.document();
  for (const [first, second, tag] of [
    [one, one, "here"],
    [one, two, "elsewhere"],
  ] as const) {
    const claim = await claimed(first.url, id, "Anna Berg");
    const older = await world.join(first, id, "Anna Berg", claim);
    const newer = await world.join(second, id, "Anna Berg", claim);
    const late = paragraphBy(older, `late-${tag}`);
    older.send({ type: "update", update: late });
    older.send({ type: "mark", mark: 1 });
    // No verdict: a page that was let in late on a socket it had left knocks again.
    expect(await older.closed(), tag).toBe(1012);
    expect(older.all("saved")).toEqual([]);
    newer.send({ type: "update", update: paragraphBy(newer, `newer-${tag}`) });
    newer.send({ type: "mark", mark: 1 });
    await newer.saved(1);
    const ids = [...(await committed(world.store, id)).getXmlFragment(ROOTS.body).toArray()].map(String).join();
    expect(ids).toContain(`newer-${tag}`);
    expect(ids).not.toContain(`late-${tag}`);
  }
});

test("[P1] presence of others, of many, and of impossible size is nobody's", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const listener = await world.join(server, id, "Rie Lund");
  await unnoticed(server, id, async () => {
    const forger = await world.join(server, id, "Anna Berg");
    const own = forger.claim.clientID;
    const entry = (clientId: number, cursor: unknown, clock = 1) => ({ clientId, clock, state: { cursor } });
    forger.send({
      type: "presence",
      entries: [entry(own - 1, "forged"), entry(1, "forged"), entry(2 ** 40, "forged")],
    });
    forger.send({ type: "presence", entries: Array.from({ length: 5000 }, (_, index) => entry(index, "forged")) });
    forger.send({ type: "presence", entries: [entry(own, "x".repeat(3000))] });
    forger.send({ type: "presence", entries: [{ clientId: own - 1, clock: 9, state: null }] });
    forger.send({
      type: "presence",
      entries: [{ clientId: own, clock: 2, state: { cursor: caretAt(7), user: { name: "Chefen" } } }],
    });
    const heard = () => listener.all("presence").flatMap(({ entries }) => entries);
    await listener.until(() =>
      heard().some(({ state }) => JSON.stringify(state?.["cursor"]) === JSON.stringify(caretAt(7))),
    );
    expect(JSON.stringify(heard())).not.toContain("forged");
    expect(JSON.stringify(heard())).not.toContain("Chefen");
    expect(forger.isClosed()).toBe(false);
  });
});

const FORGERIES: Record<string, (doc: Y.Doc) => void> = {
  "an unknown root": (doc) => doc.getMap("comments").set("a", "b"),
  "an unknown element": (doc) => doc.getXmlFragment(ROOTS.body).push([new Y.XmlElement("script")]),
  "an element where none may stand": (doc) => blockOf(doc).push([new Y.XmlElement("block")]),
  "an unknown mark": (doc) => textOf(doc).format(0, 2, { blink: {} }),
  "a link to a script": (doc) => textOf(doc).format(0, 2, { link: { href: "javascript:alert(1)" } }),
  "a map in the text": (doc) => textOf(doc).insertEmbed(0, new Y.Map()),
  "an embedded object": (doc) => textOf(doc).insertEmbed(0, { image: "data:" }),
  "a key that is no link": (doc) => doc.getMap(ROOTS.links).set("__proto__", true),
  "a link with a value": (doc) => doc.getMap(ROOTS.links).set(`seed-0|clause|${newId()}|${newId()}`, { a: 1 }),
  "bytes as an attribute": (doc) => blockOf(doc).setAttribute("id", new Uint8Array(9) as never),
  "a document in the document": (doc) => void doc.getMap(ROOTS.links).set("sub", new Y.Doc()),
};

function blockOf(doc: Y.Doc): Y.XmlElement {
  const [block] = doc.getXmlFragment(ROOTS.body).toArray();
  if (block instanceof Y.XmlElement) return block;
  throw new Error("Expected a block first.");
}

function textOf(doc: Y.Doc): Y.XmlText {
  const [text] = blockOf(doc).toArray();
  if (text instanceof Y.XmlText) return text;
  throw new Error("Expected words in the first block.");
}

test("[W2] what no editor of ours writes is unknown content, and nobody's editor ever meets it", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  await unnoticed(server, id, async () => {
    for (const [what, forge] of Object.entries(FORGERIES)) {
      const client = await world.join(server, id, "Anna Berg");
      const update = updateOf(client.doc, () => forge(client.doc));
      const answer = await answerTo(client, { type: "update", update });
      expect(answer, what).toEqual({ code: 4400, reject: ["unknown-content"] });
    }
  });
});

test("[I2] [I6] a page whose text leaves gaps is asked again, told nothing is saved, and in the end to reload", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  await unnoticed(server, id, async () => {
    const client = await world.join(server, id, "Anna Berg");
    paragraphBy(client, "never-sent");
    const gap = paragraphBy(client, "after-gap");
    const asked = client.all("step1").length;
    client.send({ type: "update", update: gap });
    client.send({ type: "mark", mark: 1 });
    await client.until(() => client.all("step1").length > asked);
    const answer = await answerTo(client, ...[1, 2, 3].map(() => ({ type: "step2", update: gap }) as const));
    expect(answer).toEqual({ code: 4409, reject: ["stale"] });
    expect(client.all("saved")).toEqual([]);
  });
});

test("[W1] frames that are too large, texts, and what only the server says are answered by their codes", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const codeFor = async (send: (client: Joined) => void) => {
    const client = await world.join(server, id, "Anna Berg");
    send(client);
    return client.closed();
  };
  const large = (bytes: number) => new Uint8Array(bytes).fill(0x80);
  await unnoticed(server, id, async () => {
    expect(await codeFor((client) => client.sendBytes(large(5 * 1024 * 1024)))).toBe(1009);
    expect(await codeFor((client) => client.sendBytes(large(1024 * 1024 + 1)))).toBe(4413);
    expect(await codeFor((client) => client.ws.send("hej"))).toBe(4400);
    expect(await codeFor((client) => client.sendBytes(new Uint8Array()))).toBe(4400);
    const tooLong = ({ doc }: Joined) => updateOf(doc, () => writeParagraph(doc, "long-one", "x".repeat(70_000)));
    expect(await codeFor((client) => client.send({ type: "update", update: tooLong(client) }))).toBe(4413);
    for (const said of [
      { type: "saved", mark: 1 },
      { type: "reject", mark: 1, code: "frozen", text: "" },
      { type: "state", state: "ok" },
    ] as const) {
      expect(await codeFor((client) => client.sendBytes(encode(said)))).toBe(4400);
    }
  });
});

test("[I4] whoever asks for client ids without end is told to wait, and others are not", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const answers = await Promise.all(Array.from({ length: 140 }, () => askedFor(server.url, id, "Anna Berg")));
  const statuses = answers.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([201, 429]));
  const issued: Claimed[] = await Promise.all(answers.filter(({ ok }) => ok).map((answer) => answer.json()));
  expect(new Set(issued.map(({ clientID }) => clientID)).size).toBe(issued.length);
  expect(issued.every(({ clientID }) => clientID >= 2 ** 31 && clientID < 2 ** 32)).toBe(true);
  expect((await askedFor(server.url, id, "Bo Dam")).status).toBe(201);
});
