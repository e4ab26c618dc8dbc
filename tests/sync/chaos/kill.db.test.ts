import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentId } from "../../../db/ids";
import { testDatabase } from "../../world/database";
import { documentWith, storeOn } from "../document";
import { seeded } from "../random";
import { waitFor } from "../raw";
import { committed, expectLogWithoutGaps, isSame } from "./checks";
import { fleet } from "./processes";
import { proxyTo, type Weathered } from "./proxy";
import { SIZE } from "./size";
import { idsIn, type Typist, typist } from "./typist";

const RIGHTS = new Map(["Anna Berg", "Bo Dam"].map((name) => [name, "write" as const]));
/** Documents grow; after so many kills others are taken. */
const KILLS_A_ROUND = 10;

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;
beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
});
afterAll(() => world?.close());

type Seat = { typist: Typist; proxy: Weathered; at: number };

/** Two people on each of three documents; `count` nodes, and each person at any of them. */
async function sitDown(nodes: Awaited<ReturnType<typeof fleet>>): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let index = 0; index < 3; index++) {
    const { id } = await documentWith(world.db, store, ["Først"]);
    for (const [who, name] of [...RIGHTS.keys()].entries()) {
      const seat = { at: (index + who) % nodes.nodes.length };
      const proxy = await proxyTo(() => nodes.at(seat.at).port);
      seats.push(Object.assign(seat, { proxy, typist: typist(proxy, id, name, name.slice(0, 2)) }));
    }
  }
  await Promise.all(seats.map((seat) => seat.typist.begin(50)));
  return seats;
}

/** What has been called saved, and what others have been shown, has to be in the log. */
async function expectNothingMissing(seats: readonly Seat[], when: string): Promise<void> {
  for (const id of new Set(seats.map((seat) => seat.typist.documentId))) {
    const people = seats.map((seat) => seat.typist).filter(({ documentId }) => documentId === id);
    const saved = people.flatMap((person) => [...person.saved]);
    const seen = people.flatMap((person) => {
      const shown = idsIn(person.doc);
      return people.flatMap((other) => (other === person ? [] : other.typed.filter((one) => shown.has(one))));
    });
    const log = idsIn(await committed(store, id));
    expect(
      saved.filter((one) => !log.has(one)),
      `saved, missing ${when}`,
    ).toEqual([]);
    expect(
      seen.filter((one) => !log.has(one)),
      `seen, missing ${when}`,
    ).toEqual([]);
  }
}

async function expectAllWell(seats: readonly Seat[]): Promise<void> {
  for (const { typist: person } of seats) person.rest();
  await waitFor(() => seats.every((seat) => seat.typist.isSaved()), undefined, 30_000);
  for (const id of new Set<DocumentId>(seats.map((seat) => seat.typist.documentId))) {
    const log = await committed(store, id);
    const ids = idsIn(log);
    for (const { typist: person } of seats) {
      if (person.documentId !== id) continue;
      expect(person.typed.filter((one) => !ids.has(one))).toEqual([]);
      await waitFor(() => isSame(person.doc, log), undefined, 15_000);
    }
    await expectLogWithoutGaps(world.db, id);
  }
}

async function killing(count: number, kills: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const nodes = await fleet(world.url, count, RIGHTS);
  const seats: Seat[] = [];
  try {
    for (let kill = 1; kill <= kills; kill++) {
      if (seats.length === 0) seats.push(...(await sitDown(nodes)));
      const before = seats.map((seat) => seat.typist.saved.size);
      const some = () => seats.every(({ typist: { saved } }, who) => saved.size > (before[who] ?? 0));
      await waitFor(some, undefined, 30_000);
      await new Promise((resolve) => setTimeout(resolve, random.below(200)));
      const victim = random.below(count);
      const replaced = nodes.replace(victim, "SIGKILL");
      // Some go to the other node at once, some wait for theirs to come back.
      for (const seat of seats) if (seat.at === victim && random.below(2) === 0) seat.at = random.below(count);
      await replaced;
      await expectNothingMissing(seats, `after kill ${kill} (seed ${seed})`);
      if (kill % KILLS_A_ROUND !== 0 && kill !== kills) continue;
      await expectAllWell(seats);
      for (const { typist: person, proxy } of seats.splice(0)) {
        person.close();
        await proxy.stop();
      }
    }
  } finally {
    for (const { typist: person, proxy } of seats) {
      person.close();
      await proxy.stop();
    }
    await nodes.stop();
  }
}

const LONG = 60_000 + SIZE.kills * 30_000;

test(
  `[I1] [I2] [I8] after ${SIZE.kills} kills of the only node, under typing in three documents, nothing saved or seen is missing`,
  () => killing(1, SIZE.kills, 7),
  LONG,
);

test(
  `[I1] [I2] [I3] [I8] after ${SIZE.kills} kills of one of two nodes, while the other goes on, nothing saved or seen is missing`,
  () => killing(2, SIZE.kills, 8),
  LONG,
);
