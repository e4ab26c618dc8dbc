import { expect, test } from "vitest";
import { plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { rawClient, waitFor } from "../../tests/sync/raw";
import { phase, syncWorld } from "../../tests/sync/world";

const world = syncWorld();

/** The real store behind a switch: while it is off, every append fails as if the database were away. */
function switched() {
  let isOn = true;
  const append: typeof world.store.append = (batch) =>
    isOn ? world.store.append(batch) : Promise.reject(new Error("the database is away"));
  return {
    store: { ...world.store, append },
    off: () => {
      isOn = false;
    },
    on: () => {
      isOn = true;
    },
  };
}

test("[I1] [I2] while the database is away nothing is called saved, and when it is back nothing is missing", async () => {
  const database = switched();
  const server = await world.serve({ store: database.store });
  const { id } = await world.document(["Først"]);
  const [anna, bo] = [world.page(server, id, "Anna Berg"), world.page(server, id, "Bo Dam")];
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  database.off();
  writeParagraph(anna.doc, "anna-1", "Skrevet imens");
  await waitFor(() => phase(anna) === "degraded");
  writeParagraph(bo.doc, "bodam-1", "Også imens");
  expect(anna.connection.hasUnsaved()).toBe(true);
  expect(plainText(bo.doc)).not.toContain("Skrevet imens");
  database.on();
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  const committed = await world.committed(id);
  expect(committed.split("\n").sort()).toEqual(["Først", "Også imens", "Skrevet imens"]);
  await waitFor(() => plainText(anna.doc) === committed && plainText(bo.doc) === committed);
});

test("[I2] when the database stays away the pages are sent off with 1013, keep their text, and bring it again", async () => {
  const database = switched();
  const server = await world.serve({ store: database.store, times: { giveUp: 300 } });
  const { id } = await world.document(["Først"]);
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  const seen: string[] = [];
  anna.connection.state.subscribe(() => seen.push(phase(anna)));
  database.off();
  writeParagraph(anna.doc, "anna-1", "Gemmes senere");
  await waitFor(() => seen.includes("busy"));
  expect(anna.connection.hasUnsaved()).toBe(true);
  expect(await world.committed(id)).toBe("Først");
  database.on();
  await waitFor(() => phase(anna) === "saved");
  expect(await world.committed(id)).toBe("Først\nGemmes senere");
});

test("[B2] draining commits what waits, sends everybody away with 1012 and lets nobody in", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const anna = await world.join(server, id, "Anna Berg");
  for (let turn = 0; turn < 20; turn++) {
    const update = updateOf(anna.doc, () => writeParagraph(anna.doc, `anna-${turn}`, `Afsnit ${turn}`));
    anna.send({ type: "update", update });
  }
  anna.send({ type: "mark", mark: 1 });
  await anna.saved(1);
  const last = updateOf(anna.doc, () => writeParagraph(anna.doc, "anna-last", "Sidste"));
  anna.send({ type: "update", update: last });
  const drained = server.sync.drain();
  const late = await rawClient(server.url, id, "Bo Dam");
  expect(await late.closed()).toBe(1012);
  expect(await anna.closed()).toBe(1012);
  await drained;
  expect(anna.all("state")).toEqual([{ type: "state", state: "draining" }]);
  expect((await world.committed(id)).split("\n").length).toBeGreaterThanOrEqual(21);
});

test("[I8] a page goes on by itself after a restart, and nothing typed in between is lost", async () => {
  const server = await world.serve();
  const { id } = await world.document(["Først"]);
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  await server.stop();
  writeParagraph(anna.doc, "anna-1", "Skrevet uden forbindelse");
  expect(anna.connection.hasUnsaved()).toBe(true);
  await world.serve({ port: server.port });
  await waitFor(() => phase(anna) === "saved");
  expect(await world.committed(id)).toBe("Først\nSkrevet uden forbindelse");
});

test("an empty room is unloaded, and loaded again for the next one", async () => {
  let loads = 0;
  const load: typeof world.store.load = (id) => {
    loads += 1;
    return world.store.load(id);
  };
  const server = await world.serve({ store: { ...world.store, load }, times: { unload: 20 } });
  const { id } = await world.document(["Først"]);
  (await world.join(server, id, "Anna Berg")).close();
  await expect
    .poll(async () => {
      (await world.join(server, id, "Anna Berg")).close();
      return loads;
    })
    .toBeGreaterThan(1);
});
