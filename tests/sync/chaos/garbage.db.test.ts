import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { decode, encode } from "../../../app/document-model/wire";
import { type DocumentId, newId, type UserId } from "../../../db/ids";
import { HeadlessPage } from "../../editor/headless-page";
import { updateOf, writeParagraph } from "../document";
import { mutated, type Random, seeded } from "../random";
import { askedFor, type Claimed, queryOf, rawClient, waitFor } from "../raw";
import { syncWorld } from "../world";
import { canonicalOf, committed, expectSame, isSame, stateOf } from "./checks";
import { misled } from "./mutate-update";
import { writeSomething } from "./operations";
import { pageThrough } from "./pages";
import { SIZE } from "./size";

const world = syncWorld();
const SEED = 20260101;
/** So many sockets throw at once; each is used until it is closed or would be read slowly. */
const THROWERS = 4;
const THROWS_A_SOCKET = 40;
/** One socket in so many comes with a new id; nobody is given more than a hundred at once. */
const NEW_ID_IN = Math.max(20, SIZE.frames / 250);

type Server = Awaited<ReturnType<typeof world.serve>>;

/** A long document that several people have written, with all that the editor can make. */
async function longDocument(server: Server): Promise<DocumentId> {
  const { id } = await world.document(["Først", "Så", "", "Til sidst"]);
  const random = seeded(SEED);
  for (const name of ["Anna Berg", "Bo Dam"]) {
    const page = pageThrough(server, id, name);
    await page.synced();
    const editor = new HeadlessPage(page.doc);
    for (let turn = 0; turn < 150; turn++) writeSomething(editor, random);
    await waitFor(() => page.phase() === "saved");
    page.close();
  }
  return id;
}

/** Whole messages of every kind as this page could send them, on top of the document as it stands. */
function framesOf(random: Random, doc: Y.Doc): Uint8Array[] {
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
  page.clientID = doc.clientID;
  const updates = [updateOf(page, () => writeParagraph(page, `typed-${random.below(99)}`, "Skrevet tekst"))];
  const editor = new HeadlessPage(page);
  for (let turn = 0; turn < 6; turn++) updates.push(updateOf(page, () => writeSomething(editor, random)));
  return [
    ...updates.flatMap((update) => [encode({ type: "update", update }), encode({ type: "update", update })]),
    encode({ type: "step1", stateVector: Y.encodeStateVector(page) }),
    encode({ type: "step2", update: Y.encodeStateAsUpdate(page) }),
    encode({ type: "presence", entries: [{ clientId: page.clientID, clock: 1, state: { cursor: { anchor: null } } }] }),
    encode({ type: "mark", mark: 9 }),
    encode({ type: "query-presence" }),
  ];
}

/** Half of them broken in their bytes, half in their meaning. */
function broken(random: Random, frame: Uint8Array, doc: Y.Doc): Uint8Array {
  const message = decode(frame);
  const isText = message.type === "update" || message.type === "step2";
  if (!isText || random.below(2) === 0) return mutated(random, frame);
  const state = stateOf(doc);
  const ground = { clients: [doc.clientID, ...state.keys()], clock: Math.max(...state.values()) };
  return encode({ type: message.type, update: misled(random, message.update, ground) });
}

/** Comes in (again) with that id; its document is given the id only then, since Yjs leaves one that others' text has. */
async function enter(server: Server, id: DocumentId, name: string, claim: Claimed) {
  const client = await rawClient(server.url, `${id}${queryOf(claim)}`, name);
  world.afterwards(client.close);
  const doc = new Y.Doc();
  client.send({ type: "step1", stateVector: Y.encodeStateVector(doc) });
  const [text] = await client.until(() => {
    const found = client.all("step2").slice(0, 1);
    return (found.length > 0 || client.isClosed()) && found;
  });
  if (!text) throw new Error(`Expected to be let in; got ${await client.closed()}.`);
  Y.applyUpdate(doc, text.update);
  doc.clientID = claim.clientID;
  client.send({ type: "step2", update: Y.encodeStateAsUpdate(new Y.Doc()) });
  return { ...client, doc };
}

/** As a page does that is told to wait: a quick machine turns so many out that they ask for ids too often. [W3] */
async function claimedInTime(server: Server, id: DocumentId, name: string): Promise<Claimed> {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await askedFor(server.url, id, name);
    if (answer.status === 201) return answer.json();
    expect(answer.status).toBe(429);
    await pause(1_000);
  }
  throw new Error("Expected a client id within a minute.");
}

/** Throws frames at the server until there are none left to throw; how many it took, and the codes it answered with. */
async function throwAt(
  server: Server,
  id: DocumentId,
  name: string,
  seed: number,
  count: number,
): Promise<Set<number>> {
  const random = seeded(seed);
  const codes = new Set<number>();
  let claim: Claimed | undefined;
  let frames: readonly Uint8Array[] = [];
  let written = 0;
  for (let left = count; left > 0; ) {
    claim ??= await claimedInTime(server, id, name);
    const client = await enter(server, id, name, claim);
    const clock = stateOf(client.doc).get(claim.clientID) ?? 0;
    // Made anew only when something has come through: it takes longer than throwing them.
    if (frames.length === 0 || clock !== written) frames = framesOf(random, client.doc);
    written = clock;
    const answers = () => client.all("step2").length;
    for (let turn = 0; turn < THROWS_A_SOCKET && left > 0 && !client.isClosed(); turn++, left--) {
      const before = answers();
      client.sendBytes(broken(random, random.oneOf(frames), client.doc));
      client.send({ type: "step1", stateVector: Y.encodeStateVector(client.doc) });
      await client.until(() => client.isClosed() || answers() > before);
    }
    if (client.isClosed()) codes.add(await client.closed());
    // A page that was turned out for good asks for a new id, as it would after a reload.
    if (random.below(NEW_ID_IN) === 0) {
      claim = undefined;
      frames = [];
    }
    client.close();
  }
  return codes;
}

async function throwAll(server: Server, id: DocumentId, name: string, frames: number, seed = SEED): Promise<void> {
  const each = Math.ceil(frames / THROWERS);
  const throwers = Array.from({ length: THROWERS }, (_, index) => throwAt(server, id, name, seed + index, each));
  for (const codes of await Promise.all(throwers)) {
    for (const code of codes) expect([4400, 4409, 4413, 1009]).toContain(code);
  }
}

/** Somebody with the document open in a real editor, who must notice nothing but what is really in the text. */
async function witness(server: Server, id: DocumentId) {
  const page = pageThrough(server, id, "Bo Dam");
  world.afterwards(page.close);
  await page.synced();
  const editor = new HeadlessPage(page.doc);
  const phases: string[] = [];
  page.connection.state.subscribe(() => phases.push(page.phase()));
  return { page, editor, phases };
}

/** What comes through makes the text longer, and each frame slower. */
const A_DOCUMENT = 2500;

async function throwAtText(server: Server, seed: number): Promise<void> {
  const id = await longDocument(server);
  const { page, editor, phases } = await witness(server, id);
  await throwAll(server, id, "Anna Berg", A_DOCUMENT, seed);
  // Whatever came through: the witness's editor has drawn it, and has not "mended" it in the witness's name.
  await waitFor(() => page.phase() === "saved");
  expect(phases.filter((phase) => phase !== "saved")).toEqual([]);
  expect(stateOf(page.doc).get(page.doc.clientID)).toBeUndefined();
  const rows = (await world.rowsOf(id)).filter(({ origin }) => origin === "client");
  expect(rows.length).toBeGreaterThan(0);
  editor.caret(0, 0).type("Til sidst ");
  await waitFor(() => page.phase() === "saved");
  await waitFor(() => canonicalOf(page.doc).includes("Til sidst "));
  const log = await committed(world.store, id);
  await waitFor(() => isSame(page.doc, log)).catch(() => expectSame(page.doc, log, "the witness"));
  editor.state.doc.check();
  const frozen = await world.db.transaction((tx) => world.store.freeze(tx, id, { label: "Frys", by: newId<UserId>() }));
  expect(frozen.canonical).toContain("Til sidst ");
  page.close();
}

const LONG = 120_000 + SIZE.frames * 20;

test(
  `[W1] [W2] ${SIZE.frames / 2} broken frames of a reader change nothing, and nobody else notices (seed ${SEED})`,
  async () => {
    const server = await world.serve();
    const id = await longDocument(server);
    const before = Y.encodeStateAsUpdate(await committed(world.store, id));
    const { phases } = await witness(server, id);
    await throwAll(server, id, "Rie Lund", SIZE.frames / 2);
    expect(Y.encodeStateAsUpdate(await committed(world.store, id))).toEqual(before);
    expect(phases.filter((phase) => phase !== "saved")).toEqual([]);
  },
  LONG,
);

test(
  `[W1] [W2] [E8] ${SIZE.frames / 2} broken frames of a writer: room, log and pages stay one, and no editor answers them (seed ${SEED})`,
  async () => {
    const server = await world.serve();
    for (let thrown = 0; thrown < SIZE.frames / 2; thrown += A_DOCUMENT) await throwAtText(server, SEED + thrown);
  },
  LONG,
);
