import { sql } from "drizzle-orm";
import type { Database, Transaction } from "../db/client";
import { municipality } from "../db/schema";
import type { Clock } from "./clock";
import { calendarOf } from "./demo/calendar";
import {
  addressOf,
  DEMO_CENTERS,
  DEMO_MUNICIPALITY,
  DEMO_NEIGHBOUR,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  NEIGHBOUR_CENTERS,
  NEIGHBOURS,
} from "./demo/people";
import type { DemoDoors, Stage } from "./demo/stage";
import { tellStory } from "./demo/story";
import type { Identity } from "./identity";
import type { NewMunicipality } from "./identity/found-municipality";
import type { Viewer } from "./identity/viewer";
import type { Log } from "./log";

type Doors = DemoDoors & {
  identity: Pick<Identity, "foundMunicipality" | "viewerOfUser">;
  exports: { stop(): Promise<unknown> | unknown };
  sync: { drain(): Promise<unknown> };
  doorbell: { stop(): Promise<unknown> };
};

export type SeedGround = {
  db: Database;
  /** Makes the modules over that database (here: one transaction) and that clock. */
  make(clock: Clock, db: Database): Doors;
  clock: Clock;
  log: Log;
};

/** Any number of our own, apart from the migrations' lock. */
const LOCK = 7_232_608;

/**
 * Fills an empty database with the demo world; does nothing where there is a municipality already. All of it is one
 * transaction, so a start that is killed half-way leaves an empty database and the next one begins anew. [B3]
 * The demo's people go through the same doors as anybody, only on days gone by.
 */
export async function seedDemo({ db, make, clock, log }: SeedGround): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const [founded] = await tx.select({ id: municipality.id }).from(municipality).limit(1);
    if (founded) return;
    const time = { at: clock.now() };
    const doors = make({ now: () => time.at }, tx);
    const calendar = calendarOf(clock.now());
    const setClock = (at: Date) => {
      time.at = at;
    };
    try {
      await tellStory({ doors, calendar, setClock, ...(await found(tx, doors)) });
    } finally {
      await doors.exports.stop();
      await doors.sync.drain();
      await doors.doorbell.stop();
    }
    log.info("filled the empty database with the demo world");
  });
}

async function found(tx: Transaction, { identity }: Doors): Promise<Pick<Stage, "person" | "center">> {
  const own = await identity.foundMunicipality(tx, demoMunicipality());
  const theirs = await identity.foundMunicipality(tx, neighbour());
  const centers = { ...own.centers, ...theirs.centers };
  const viewers = new Map<string, Viewer>();
  for (const [address, id] of Object.entries({ ...own.people, ...theirs.people })) {
    const viewer = await identity.viewerOfUser(id);
    if (viewer) viewers.set(address, viewer);
  }
  return {
    person: (key) => known(viewers.get(addressOf(key)), key),
    center: (key) => known(centers[key], key),
  };
}

function known<Found>(found: Found | undefined, key: string): Found {
  if (!found) throw new Error(`Expected "${key}" in the demo municipality; found nothing.`);
  return found;
}

function demoMunicipality(): NewMunicipality {
  return { ...DEMO_MUNICIPALITY, centers: [...DEMO_CENTERS], people: DEMO_PEOPLE.map(asPerson) };
}

function neighbour(): NewMunicipality {
  return { ...DEMO_NEIGHBOUR, centers: [...NEIGHBOUR_CENTERS], people: NEIGHBOURS.map(asPerson) };
}

function asPerson(person: (typeof DEMO_PEOPLE | typeof NEIGHBOURS)[number]): NewMunicipality["people"][number] {
  return {
    email: addressOf(person.key),
    name: person.name,
    title: person.title,
    password: DEMO_PASSWORD,
    roles: [{ role: person.role, ...("center" in person ? { center: person.center } : {}) }],
  };
}
