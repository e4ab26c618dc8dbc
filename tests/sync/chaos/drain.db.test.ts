import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../world/database";
import { documentWith, storeOn } from "../document";
import { waitFor } from "../raw";
import { committed, expectLogWithoutGaps, isSame } from "./checks";
import { fleet } from "./processes";
import { proxyTo } from "./proxy";
import { idsIn, typist } from "./typist";

const NAMES = ["Anna Berg", "Bo Dam", "Carl Eg", "Dina Fog"];
const RIGHTS = new Map(NAMES.map((name) => [name, "write" as const]));
const DRAINS = 3;

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;
beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
});
afterAll(() => world?.close());

test("[B2] [I2] nodes that are ended in good order under typing lose nothing, and their pages go on at the other", async () => {
  const nodes = await fleet(world.url, 2, RIGHTS);
  const { id } = await documentWith(world.db, store, ["Først"]);
  const seats = await Promise.all(
    NAMES.map(async (name, index) => {
      const seat = { at: index % 2 };
      const line = await proxyTo(() => nodes.at(seat.at).port);
      return Object.assign(seat, { line, person: typist(line, id, name, name.slice(0, 2)) });
    }),
  );
  try {
    await Promise.all(seats.map(({ person }) => person.begin(25)));
    for (let drain = 0; drain < DRAINS; drain++) {
      const leaving = drain % 2;
      const before = seats.map(({ person }) => person.saved.size);
      await waitFor(() => seats.every(({ person }, who) => person.saved.size > (before[who] ?? 0)), undefined, 20_000);
      const ended = nodes.replace(leaving, "SIGTERM");
      for (const seat of seats) if (seat.at === leaving) seat.at = 1 - leaving;
      expect(await ended, "its exit code").toBe(0);
      const saved = seats.flatMap(({ person }) => [...person.saved]);
      const log = idsIn(await committed(store, id));
      expect(saved.filter((one) => !log.has(one))).toEqual([]);
    }
    for (const { person } of seats) person.rest();
    await waitFor(() => seats.every(({ person }) => person.isSaved()), undefined, 20_000);
    const log = await committed(store, id);
    for (const { person } of seats) {
      expect(person.typed.filter((one) => !idsIn(log).has(one))).toEqual([]);
      await waitFor(() => isSame(person.doc, log), undefined, 15_000);
    }
    await expectLogWithoutGaps(world.db, id);
  } finally {
    for (const { person, line } of seats) {
      person.close();
      await line.stop();
    }
    await nodes.stop();
  }
}, 120_000);
