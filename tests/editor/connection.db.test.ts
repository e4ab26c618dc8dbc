import { expect, test } from "vitest";
import * as Y from "yjs";
import { createConnection } from "../../app/editor/connection";
import { unsavedParagraphs } from "../../app/editor/unsaved";
import type { DocumentId } from "../../db/ids";
import { plainText, writeParagraph } from "../sync/document";
import { waitFor } from "../sync/raw";
import { fetchAs, socketAs } from "../sync/server";
import { type Page, phase, syncWorld } from "../sync/world";
import { startSilentNetwork } from "../world/silent-network";

/** The page's own connection against the real server. */
const world = syncWorld();

const SERVERS_OWN = 2 ** 31;
const unsaved = ({ doc, connection }: Page) => unsavedParagraphs(doc, connection.unsavedFrom()).map(({ text }) => text);

/** What the page has said since it was opened, each once. */
function said(page: Page): string[] {
  const heard: string[] = [];
  page.connection.state.subscribe(() => heard.at(-1) !== phase(page) && heard.push(phase(page)));
  return heard;
}

test("[I4] a page writes and shows itself under the client id it was issued, through every reconnection", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const [anna, bo] = [world.page(server, id, "Anna Berg"), world.page(server, id, "Bo Dam")];
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  const mine = anna.doc.clientID;
  expect(mine).toBeGreaterThanOrEqual(SERVERS_OWN);
  expect(bo.doc.clientID).not.toBe(mine);
  anna.connection.awareness.setLocalStateField("cursor", null);
  await waitFor(() => bo.connection.awareness.getStates().has(mine));
  writeParagraph(anna.doc, "anna-1", "Før");
  await waitFor(() => phase(anna) === "saved");
  await server.sync.close(id, 1012);
  await waitFor(() => phase(anna) === "saved" && anna.connection.state.get().synced);
  writeParagraph(anna.doc, "anna-2", "Efter");
  await waitFor(() => phase(anna) === "saved");
  expect(anna.doc.clientID).toBe(mine);
  expect(Y.getState(anna.doc.store, mine)).toBeGreaterThan(0);
  expect(await world.committed(id)).toBe("Først\nFør\nEfter");
});

test("[I4] [E9] when Yjs takes another client id because ours comes from elsewhere, the page stops, and keeps its text", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  const mine = anna.doc.clientID;
  const twin = new Y.Doc();
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(anna.doc));
  twin.clientID = mine;
  writeParagraph(twin, "twin-1", "Fra en kopi");
  Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(twin), "elsewhere");
  expect(phase(anna)).toBe("refused");
  expect(anna.connection.state.get().code).toBe(4409);
  expect(anna.doc.clientID).toBe(mine);
});

test("[E9] in a network that fell silent the page says so after some seconds, tries by itself, and loses nothing", async () => {
  const server = await world.serve();
  const network = await startSilentNetwork(`http://127.0.0.1:${server.port}`);
  world.afterwards(network.stop);
  const { id } = await world.document(["Først"]);
  const throughIt = { ...server, url: `${network.url.replace("http", "ws")}/sync` };
  const anna = world.page(throughIt, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  network.silence();
  writeParagraph(anna.doc, "anna-1", "Ud i det blå");
  await waitFor(() => phase(anna) === "offline");
  expect(unsaved(anna)).toEqual(["Ud i det blå"]);
  network.carry();
  await expect.poll(() => phase(anna), { timeout: 20_000 }).toBe("saved");
  expect(unsaved(anna)).toEqual([]);
  expect(await world.committed(id)).toBe("Først\nUd i det blå");
  expect(network.swallowed).toBeGreaterThan(0);
});

test("[E9] a page that is opened while nobody answers waits, and comes in by itself", async () => {
  const first = await world.serve();
  const { id } = await world.document(["Først"]);
  await first.stop();
  const anna = world.page(first, id, "Anna Berg");
  await waitFor(() => phase(anna) === "offline");
  await world.serve({ port: first.port });
  await waitFor(() => phase(anna) === "saved");
  expect(plainText(anna.doc)).toBe("Først");
});

test("[E9] a server that drains and comes back alarms nobody", async () => {
  const first = await world.serve();
  const { id } = await world.document(["Først"]);
  const anna = world.page(first, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  const heard = said(anna);
  writeParagraph(anna.doc, "anna-1", "Imens");
  await first.stop();
  await world.serve({ port: first.port });
  writeParagraph(anna.doc, "anna-2", "Derefter");
  await waitFor(() => phase(anna) === "saved" && anna.connection.state.get().synced && !anna.connection.hasUnsaved());
  expect(await world.committed(id)).toBe("Først\nImens\nDerefter");
  expect(new Set(heard)).toEqual(new Set(["saving", "saved"]));
});

test("[I4] [E9] who is signed in as somebody else by now cannot write on with the page: it stops with 4409", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const browser = { cookie: "Anna Berg" };
  const page = pageIn(browser, server.url, id);
  await waitFor(() => phase(page) === "saved");
  browser.cookie = "Bo Dam";
  await server.sync.close(id, 1012);
  writeParagraph(page.doc, "anna-1", "Annas ord");
  await waitFor(() => phase(page) === "refused");
  expect(page.connection.state.get().code).toBe(4409);
  expect(unsaved(page)).toEqual(["Annas ord"]);
  expect(await world.committed(id)).toBe("Først");
});

test("[E10] what was too large is named, and what was saved before is not", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  writeParagraph(anna.doc, "anna-1", "Nåede frem");
  await waitFor(() => phase(anna) === "saved");
  writeParagraph(anna.doc, "anna-2", "x".repeat(300_000));
  await waitFor(() => phase(anna) === "refused");
  expect(anna.connection.state.get()).toMatchObject({ code: 4413, reason: "too-large", hasUnsaved: true });
  expect(unsaved(anna).map((text) => text.length)).toEqual([300_000]);
});

/** A page whose browser may come to belong to somebody else. */
function pageIn(browser: { cookie: string }, url: string, documentId: DocumentId): Page {
  const doc = new Y.Doc();
  const Socket = new Proxy(socketAs(""), {
    construct: (_target, args: [string]) => new (socketAs(browser.cookie))(...args),
  });
  const connection = createConnection({ url, documentId, doc, WebSocketPolyfill: Socket, fetch: fetchAs("Anna Berg") });
  const close = () => {
    connection.destroy();
    doc.destroy();
  };
  world.afterwards(close);
  return { doc, connection, close };
}
