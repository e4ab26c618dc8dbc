import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalJson } from "../../app/document-model/canonical";
import { readDocument } from "../../app/document-model/read";
import { encode } from "../../app/document-model/wire";
import type { DocumentId } from "../../db/ids";
import { updateOf, writeParagraph } from "../../tests/sync/document";
import { mutated, seeded } from "../../tests/sync/random";
import { claimed, type RawClient, waitFor } from "../../tests/sync/raw";
import { phase, syncWorld } from "../../tests/sync/world";
import { replay } from "../document-store";

const world = syncWorld();
const SEED = 20260101;
const FRAMES = 2500;

/** Whole messages of every kind, on top of the document as it stands. */
function framesOn(doc: Y.Doc, clientID: number): Uint8Array[] {
  const page = new Y.Doc();
  page.clientID = clientID;
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
  const update = updateOf(page, () => writeParagraph(page, "typed-1", "Skrevet tekst"));
  return [
    encode({ type: "step1", stateVector: Y.encodeStateVector(doc) }),
    encode({ type: "step2", update: Y.encodeStateAsUpdate(page) }),
    encode({ type: "update", update }),
    encode({ type: "presence", entries: [{ clientId: 5, clock: 1, state: { cursor: { anchor: null } } }] }),
    encode({ type: "mark", mark: 9 }),
    encode({ type: "query-presence" }),
  ];
}

/** Sends one frame and waits until the server has dealt with it: it answers the next step 1, or has closed. */
async function send(client: RawClient, frame: Uint8Array): Promise<void> {
  const answers = client.all("step2").length;
  client.sendBytes(frame);
  client.send({ type: "step1", stateVector: Uint8Array.of(0) });
  await client.until(() => client.isClosed() || client.all("step2").length > answers);
}

async function throwAt(server: Awaited<ReturnType<typeof world.serve>>, id: DocumentId, name: string): Promise<void> {
  const random = seeded(SEED);
  const claim = await claimed(server.url, id, name);
  const frames = framesOn(replay((await world.store.load(id))?.updates ?? []), claim.clientID);
  let client: RawClient | undefined;
  for (let sent = 0; sent < FRAMES; sent++) {
    if (!client || client.isClosed() || client.heard.length > 120) {
      client?.close();
      client = await world.join(server, id, name, claim);
    }
    await send(client, mutated(random, random.oneOf(frames)));
    if (client.isClosed()) expect([4400, 4409, 4413, 1009]).toContain(await client.closed());
  }
  client?.close();
}

async function state(id: DocumentId): Promise<{ bytes: Uint8Array; canonical: string; rows: number }> {
  const doc = replay((await world.store.load(id))?.updates ?? []);
  expect(doc.store.pendingStructs).toBeNull();
  const rows = (await world.rowsOf(id)).length;
  return { bytes: Y.encodeStateAsUpdate(doc), canonical: canonicalJson(readDocument(doc)), rows };
}

test(`[W1] [W2] ${FRAMES} broken frames of a reader change nothing, and nobody else notices (seed ${SEED})`, async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først", "Så"]);
  const witness = world.page(server, id, "Bo Dam");
  await waitFor(() => phase(witness) === "saved");
  const phases: string[] = [];
  witness.connection.state.subscribe(() => phases.push(phase(witness)));
  const before = await state(id);
  await throwAt(server, id, "Rie Lund");
  expect(await state(id)).toEqual(before);
  expect(phases).toEqual([]);
}, 240_000);

test(`[W1] [W2] ${FRAMES} broken frames of a writer crash nothing, and room, log and pages stay one (seed ${SEED})`, async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først", "Så"]);
  const witness = world.page(server, id, "Bo Dam");
  await waitFor(() => phase(witness) === "saved");
  await throwAt(server, id, "Anna Berg");
  writeParagraph(witness.doc, "last-1", "Til sidst");
  await waitFor(() => phase(witness) === "saved");
  const after = await state(id);
  expect(after.canonical).toContain("Til sidst");
  await waitFor(() => canonicalJson(readDocument(witness.doc)) === after.canonical);
}, 240_000);
