import { expect, test } from "vitest";
import * as Y from "yjs";
import { verbatim } from "../../app/document-model/verbatim";
import { type DocumentId, type MunicipalityId, newId } from "../../db/ids";
import type { LoadedDocument } from "../document-store/shapes";
import { createLog } from "../log";
import { Beat } from "./beat";
import { TIMES } from "./limits";
import { Rooms } from "./rooms";

const never = () => new Promise<never>(() => {});

function loaded(id: DocumentId): LoadedDocument {
  const doc = verbatim(new Y.Doc());
  return {
    id,
    municipalityId: newId<MunicipalityId>(),
    epoch: 1,
    state: "active",
    headSeq: 1,
    updates: [],
    snapshot: null,
    doc,
  };
}

function roomsOn(store: Partial<ConstructorParameters<typeof Rooms>[0]["store"]>) {
  const given = { load: never, since: never, heads: never, ...store };
  const times = { ...TIMES, giveUp: 20, unload: 20 };
  const telling = { share: () => {}, ask: () => {}, committer: { request: () => {} }, beat: new Beat(times.read) };
  return new Rooms({ ...telling, store: given, times, clock: { now: () => new Date() }, log: createLog("silent") });
}

test("[I13] [I7] a load that is never answered fails, and whoever knocks next has it tried anew", async () => {
  const id = newId<DocumentId>();
  const answers = [never, async () => loaded(id)];
  const rooms = roomsOn({ load: () => (answers.shift() ?? never)() });
  const both = [rooms.open(id), rooms.open(id)];
  for (const opening of both) await expect(opening).rejects.toThrow("Expected a document within 20 ms");
  expect((await rooms.open(id))?.headSeq).toBe(1);
  rooms.closeAll(1012);
});

test("[I13] [I9] heads that are never answered end one comparing, not all that come after it", async () => {
  const id = newId<DocumentId>();
  const rooms = roomsOn({ load: async () => loaded(id) });
  await rooms.open(id);
  await expect(rooms.compare()).rejects.toThrow("Expected the heads within 20 ms");
  rooms.closeAll(1012);
});

test("[I14] a text that was asked for is let go when nobody comes for it", async () => {
  const id = newId<DocumentId>();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return loaded(id);
  };
  const rooms = roomsOn({ load });
  const room = await rooms.open(id);
  expect([await rooms.open(id), loads]).toEqual([room, 1]);
  await expect.poll(() => room?.isClosed).toBe(true);
  await rooms.open(id);
  expect(loads).toBe(2);
  rooms.closeAll(1012);
});
