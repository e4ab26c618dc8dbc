import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { waitFor } from "../../tests/sync/raw";
import { phase, syncWorld } from "../../tests/sync/world";
import { replay } from "../document-store";

const world = syncWorld();

test("two people who write at once end with the same text, and it is the committed one", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const [anna, bo] = [world.page(server, id, "Anna Berg"), world.page(server, id, "Bo Dam")];
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  for (let turn = 0; turn < 10; turn++) {
    writeParagraph(anna.doc, `anna-${turn}`, `Anna ${turn}`);
    writeParagraph(bo.doc, `bobo-${turn}`, `Bo ${turn}`);
  }
  expect(phase(anna)).toBe("saving");
  expect(anna.connection.hasUnsaved()).toBe(true);
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  await waitFor(() => plainText(anna.doc) === plainText(bo.doc));
  expect(plainText(anna.doc).split("\n")).toHaveLength(21);
  expect(await world.committed(id)).toBe(plainText(anna.doc));
});

test("[I1] [I2] nothing is shown or called saved before its rows are there", async () => {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slow = { ...world.store, append: async (batch: never) => gate.then(() => world.store.append(batch)) };
  const server = await world.serve({ store: slow });
  const { id } = await world.document();
  const [anna, bo] = [await world.join(server, id, "Anna Berg"), await world.join(server, id, "Bo Dam")];
  anna.send({ type: "update", update: updateOf(anna.doc, () => writeParagraph(anna.doc, "anna-1", "Ny")) });
  anna.send({ type: "mark", mark: 7 });
  // Bo asks again: the answer to a step 1 comes from committed text, too.
  bo.send({ type: "step1", stateVector: Y.encodeStateVector(new Y.Doc()) });
  await bo.until(() => bo.all("step2").length === 2);
  expect(anna.all("saved")).toEqual([]);
  expect(plainText(bo.text())).toBe("Indledning");
  letGo();
  await anna.saved(7);
  expect(await world.committed(id)).toBe("Indledning\nNy");
  await bo.until(() => plainText(bo.text()) === "Indledning\nNy");
});

test("[I2] a mark is not answered while text that went before it is missing, and is once it has been sent again", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = await world.join(server, id, "Anna Berg");
  const lost = updateOf(anna.doc, () => writeParagraph(anna.doc, "anna-1", "Tabt undervejs"));
  const after = updateOf(anna.doc, () => writeParagraph(anna.doc, "anna-2", "Efter"));
  const asked = anna.all("step1").length;
  anna.send({ type: "update", update: after });
  anna.send({ type: "mark", mark: 1 });
  await anna.until(() => anna.all("step1").length > asked);
  expect(anna.all("saved")).toEqual([]);
  expect(await world.rowsOf(id)).toHaveLength(1);
  anna.send({ type: "step2", update: Y.mergeUpdates([lost, after]) });
  await anna.saved(1);
  expect(await world.committed(id)).toBe("Indledning\nTabt undervejs\nEfter");
});

test("[I1] what a page writes and then closes with is kept", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = await world.join(server, id, "Anna Berg");
  for (const text of ["Først", "Sidst"]) {
    anna.send({ type: "update", update: updateOf(anna.doc, () => writeParagraph(anna.doc, `anna-${text}`, text)) });
  }
  anna.ws.close();
  await expect.poll(() => world.committed(id)).toBe("Indledning\nFørst\nSidst");
});

test("[E4] a doubled block id is repaired by the server, in the log and on every page", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const [anna, bo] = [world.page(server, id, "Anna Berg"), world.page(server, id, "Bo Dam")];
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  writeParagraph(anna.doc, "seed-0", "Samme id");
  const idsOn = ({ doc }: typeof bo) =>
    doc
      .getXmlFragment(ROOTS.body)
      .toArray()
      .map((node) => (node as Y.XmlElement).getAttribute("id"));
  await waitFor(() => new Set(idsOn(bo)).size === 2 && new Set(idsOn(anna)).size === 2);
  expect(idsOn(bo)).toEqual(idsOn(anna));
  expect(idsOn(bo)[0]).toBe("seed-0");
  expect((await world.rowsOf(id)).map(({ origin }) => origin)).toEqual(["seed", "client", "repair"]);
});

test("[I3] a room takes in what another node wrote before its own", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const [anna, bo] = [await world.join(server, id, "Anna Berg"), await world.join(server, id, "Bo Dam")];
  const elsewhere = replay((await world.store.load(id))?.updates ?? []);
  const payload = updateOf(elsewhere, () => writeParagraph(elsewhere, "other-1", "Fra en anden node"));
  await world.store.append(
    new Map([[id, { epoch: 1, updates: [{ payload, origin: "client", userId: null, sessionId: null, claim: null }] }]]),
  );
  anna.send({ type: "update", update: updateOf(anna.doc, () => writeParagraph(anna.doc, "anna-1", "Herfra")) });
  await bo.until(() => plainText(bo.text()).split("\n").length === 3);
  expect(plainText(bo.text())).toBe(await world.committed(id));
});
