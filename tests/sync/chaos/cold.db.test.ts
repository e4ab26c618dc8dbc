import { expect, test } from "vitest";
import type { DocumentId } from "../../../db/ids";
import { plainText } from "../document";
import { claimed, queryOf, rawClient, waitFor } from "../raw";
import { syncWorld } from "../world";
import { pageThrough } from "./pages";

const world = syncWorld();
const KNOCKERS = 50;

test(`[I7] ${KNOCKERS} sockets on a cold document whose load fails twice: nobody sees it empty, nothing is seeded twice`, async () => {
  let failures = 2;
  let loads = 0;
  let areAllHere = false;
  const load = async (id: DocumentId) => {
    loads += 1;
    await waitFor(() => areAllHere);
    if (failures-- > 0) throw new Error("the database is away");
    return world.store.load(id);
  };
  const server = await world.serve({ store: { ...world.store, load } });
  const { id, seed } = await world.document(["Først"]);
  const claim = await claimed(server.url, id, "Anna Berg");
  const stranger = await rawClient(server.url, `${id}${queryOf(claim)}`, "Anna Berg");
  const seen = new Set<string>();
  const pages = Array.from({ length: KNOCKERS - 1 }, (_, index) => {
    const page = pageThrough(server, id, index % 2 ? "Anna Berg" : "Bo Dam", {
      heard: (message) => {
        if (message.type === "step2") seen.add(Buffer.from(message.update).toString("hex"));
      },
    });
    page.connection.state.subscribe(() => page.connection.state.get().synced && seen.add(plainText(page.doc)));
    world.afterwards(page.close);
    return page;
  });
  await waitFor(() => loads > 0);
  areAllHere = true;
  expect(await stranger.closed()).toBe(1013);
  expect(stranger.heard).toEqual([]);
  await waitFor(() => pages.every((page) => page.phase() === "saved"), undefined, 30_000);
  expect([...seen].sort()).toEqual([Buffer.from(seed).toString("hex"), "Først"].sort());
  // Two that failed, one that did not, and none for those who waited at the door.
  expect(loads).toBe(3);
  expect(await world.rowsOf(id)).toHaveLength(1);
});
