import { expect, test } from "vitest";
import * as Y from "yjs";
import { createConnection } from "../../app/editor/connection";
import { Courier, type Delivery } from "../../app/editor/offline/courier";
import type { KeptPage } from "../../app/editor/offline/vault";
import type { DocumentId } from "../../db/ids";
import { writeParagraph } from "../sync/document";
import { waitFor } from "../sync/raw";
import { fetchAs, socketAs } from "../sync/server";
import { type Page, phase, syncWorld } from "../sync/world";

/** What a dead page has kept, brought to the real server. */
const world = syncWorld();
const where = { path: "/svar/r", title: "Høringssvar" };

type Server = Awaited<ReturnType<typeof world.serve>>;

/** As the machine would hold it: everything that was not called saved. */
function keptOf(page: Page, documentId: DocumentId): KeptPage {
  const unsaved = page.connection.unsaved();
  if (!unsaved || unsaved.changes.length === 0) throw new Error("Expected the page to have something unsaved");
  return { documentId, where, claim: unsaved.claim, at: 0, chunks: unsaved.changes.map(({ update }) => update) };
}

/** Sends it as that person and answers what was told of it, in order. */
function send(url: string, page: KeptPage, cookie: string): Delivery[] {
  const told: Delivery[] = [];
  const connect: typeof createConnection = (given) =>
    createConnection({ ...given, WebSocketPolyfill: socketAs(cookie), fetch: fetchAs(cookie) });
  const courier = new Courier({ page, url, connect, tell: (delivery) => told.push(delivery) });
  world.afterwards(() => courier.stop());
  return told;
}

const phases = (told: Delivery[]) => told.map((delivery) => delivery.phase);
const last = (told: Delivery[]) => told.at(-1)?.phase;
const words = (told: Delivery[]) => told.at(-1)?.paragraphs.map(({ text }) => text);

/** Anna's page, which loses its line, is typed in and dies. */
async function deadPage(server: Server, id: DocumentId, write: (doc: Y.Doc) => void): Promise<KeptPage> {
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  anna.connection.destroy();
  const kept: Uint8Array[] = [];
  anna.doc.on("update", (update: Uint8Array) => kept.push(update));
  write(anna.doc);
  const claim = anna.connection.unsaved()?.claim;
  if (!claim) throw new Error("Expected a claim");
  return { documentId: id, where, claim, at: 0, chunks: kept };
}

test("[E30] [I11] what a dead page kept comes into the text once, under its own claim, while others write on", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const kept = await deadPage(server, id, (doc) => {
    writeParagraph(doc, "anna-1", "Uden forbindelse");
    writeParagraph(doc, "anna-2", "Og mere");
  });
  const bo = world.page(server, id, "Bo Dam");
  await waitFor(() => phase(bo) === "saved");
  writeParagraph(bo.doc, "bo-1", "Imens");
  await waitFor(() => phase(bo) === "saved");
  const told = send(server.url, kept, "Anna Berg");
  await waitFor(() => last(told) === "sent");
  expect(phases(told)).toEqual(["sending", "sent"]);
  expect(words(told)).toEqual(["Uden forbindelse", "Og mere"]);
  const lines = (await world.committed(id)).split("\n");
  expect(lines.sort()).toEqual(["Først", "Imens", "Og mere", "Uden forbindelse"]);
  // Nobody was seen to be here twice.
  expect([...bo.connection.awareness.getStates().keys()]).not.toContain(kept.claim.clientID);

  const again = send(server.url, kept, "Anna Berg");
  await waitFor(() => last(again) === "known");
  expect((await world.committed(id)).split("\n")).toHaveLength(4);
});

test("[E30] [I4] it is never sent as another person, whose machine it may lie on", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const kept = await deadPage(server, id, (doc) => writeParagraph(doc, "anna-1", "Annas"));
  const told = send(server.url, kept, "Bo Dam");
  await waitFor(() => last(told) === "refused");
  expect(await world.committed(id)).toBe("Først");
});

test("[E30] while the text is locked it waits, and is shown as it would stand; opened again, it is sent", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const kept = await deadPage(server, id, (doc) => writeParagraph(doc, "anna-1", "For sent"));
  server.rights.set("Anna Berg", "read");
  const told = send(server.url, kept, "Anna Berg");
  await waitFor(() => last(told) === "locked");
  expect(words(told)).toEqual(["For sent"]);
  server.rights.set("Anna Berg", "write");
  await server.sync.close(id, 1012);
  await waitFor(() => last(told) === "sent");
  expect(await world.committed(id)).toBe("Først\nFor sent");
});

test("[E30] [I6] a text of another lineage does not take it: its words are shown to be copied", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const kept = await deadPage(server, id, (doc) => writeParagraph(doc, "anna-1", "Fra før"));
  const told = send(server.url, { ...kept, claim: { ...kept.claim, epoch: 7 } }, "Anna Berg");
  await waitFor(() => last(told) === "refused");
  expect(words(told)).toEqual(["Fra før"]);
  expect(await world.committed(id)).toBe("Først");
});

test("[E30] signed out, it waits without a word; what was deleted is sent like what was written", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først", "Bort"]);
  const kept = await deadPage(server, id, (doc) => doc.getXmlFragment("body").delete(1, 1));
  const nobody = send(server.url, kept, "Ingen");
  await waitFor(() => last(nobody) === "sending");
  const told = send(server.url, kept, "Anna Berg");
  await waitFor(() => last(told) === "sent");
  expect(phases(nobody)).toEqual(["sending"]);
  expect(await world.committed(id)).toBe("Først");
});

test("[E30] the page says what is not saved as it was written, until it is", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  writeParagraph(anna.doc, "anna-1", "Nyt");
  const kept = keptOf(anna, id);
  const copy = new Y.Doc();
  for (const update of kept.chunks) Y.applyUpdate(copy, update);
  expect(kept.claim.clientID).toBe(anna.doc.clientID);
  await waitFor(() => phase(anna) === "saved");
  expect(anna.connection.unsaved()?.changes).toEqual([]);
});
