import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, expect, test } from "vitest";
import * as schema from "../../../db/schema";
import { type HearingWorld, hearingUnderWay, hearingWorld } from "../../../tests/world/hearing";
import { jointText } from "../../../tests/world/joint";
import { acceptedSource } from "../../../tests/world/source";
import { eventsFor } from "../../calendar/events";
import type { Viewer } from "../../identity/viewer";
import { createLinks } from "../../links";
import { createConsultations } from "..";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});

test("[J21] [H8] desk and calendar ask as many questions of a guest in several hearings as of a guest in one", async () => {
  const first = await jointText(world);
  const asked = async (ask: (db: typeof world.db) => Promise<unknown>) => {
    let queries = 0;
    await ask(drizzle(world.sql, { schema, logger: { logQuery: () => (queries += 1) } }));
    return queries;
  };
  const { sune, tove } = first.guest.people;
  const counted = async (viewer: Viewer) => [
    await asked(async (db) => createConsultations({ ...world, db, links: createLinks({ ...world, db }) }).desk(viewer)),
    await asked((db) => eventsFor(db, viewer, { since: "2026-01-01", home: "" })),
  ];
  const before = [await counted(sune), await counted(tove)];
  const more = [await jointText(world, first.guest), await jointText(world, first.guest)];
  expect([await counted(sune), await counted(tove)]).toEqual(before);
  const ids = [first, ...more].map(({ id }) => id).sort();
  const tasks = await world.consultations.desk(sune);
  expect(tasks.map(({ consultation, reason, center }) => `${reason} ${consultation.id} ${center}`).sort()).toEqual(
    ids.map((id) => `answer-clauses ${id} Center for Social, Vallensbæk`),
  );
});

test("[J21] [J11] at home and as a guest somebody is who they are there, on one desk", async () => {
  const joint = await jointText(world);
  const { tove } = joint.guest.people;
  const there = await acceptedSource(world.db, joint.guest);
  const own = await hearingUnderWay({ ...world, ...joint.guest, ...there });
  const tasks = await world.consultations.desk(tove);
  // At home she leads, and is told what comes next; at the host's she answers for her centers, and leads nothing.
  const of = (hearing: string) =>
    tasks.flatMap(({ consultation, reason, host }) => (consultation.id === hearing ? [[reason, host]] : []));
  expect(of(own.id)).toContainEqual(["write-together", null]);
  expect(of(joint.id)).toEqual([["answer-clauses", "Prøve Kommune"]]);
});
