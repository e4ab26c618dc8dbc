import { eq } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { type CenterId, newId } from "../../../db/ids";
import { center } from "../../../db/schema";
import { actorOf } from "../../audit";
import { danishDay, startOfDanishDay } from "../../clock";
import { Refusal } from "../../errors";
import { parse } from "../../parse";
import type { IdentityDeps } from "../deps";
import type { Viewer } from "../viewer";
import { CloseForm, CreateForm, RenameForm, ReopenForm } from "./forms";
import { among, lockedCenters, onlyAdministrators } from "./queries";
import { closingProblem, stateOf } from "./rules";

type Row = typeof center.$inferSelect;

/** A center or a council, under a name that no other open one has. */
export async function createCenter(deps: IdentityDeps, viewer: Viewer, form: unknown): Promise<CenterId> {
  onlyAdministrators(viewer);
  const { centerName: name, ...rest } = parse(CreateForm, form);
  const given = { name, ...rest };
  return deps.db.transaction(async (tx) => {
    refuseTaken(await lockedCenters(tx, viewer), given.name, null, danishDay(deps.clock.now()));
    const id = newId<CenterId>();
    await tx.insert(center).values({ id, municipalityId: viewer.municipality.id, ...given });
    await record(deps, tx, viewer, id, { event: "center-created", data: given });
    return id;
  });
}

/** It is called otherwise from now on, also where it is named in what was done before; frozen texts keep what they say. The same again is nothing. */
export async function renameCenter(deps: IdentityDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyAdministrators(viewer);
  const { centerId, centerName: name, shortName } = parse(RenameForm, form);
  const names = { name, shortName };
  const today = danishDay(deps.clock.now());
  await deps.db.transaction(async (tx) => {
    const rows = await lockedCenters(tx, viewer);
    const row = among(rows, centerId);
    if (row.name === names.name && row.shortName === names.shortName) return;
    // What it has said stands under its old name.
    if (stateOf(row, today) === "closed") throw new Refusal("conflict", "center-is-closed");
    refuseTaken(rows, names.name, row.id, today);
    await tx.update(center).set(names).where(eq(center.id, row.id));
    const before = { name: row.name, shortName: row.shortName };
    await record(deps, tx, viewer, row.id, { event: "center-renamed", data: { ...names, before } });
  });
}

/**
 * Closes a center from a Danish day on. If that is today, what is open goes to its successor in this transaction; else a job
 * sees to it on the day. The same again is nothing; as long as the day lies ahead, another day or successor takes its place.
 * [H50] [H51] [H53]
 */
export async function closeCenter(deps: IdentityDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyAdministrators(viewer);
  const { centerId, ...wanted } = parse(CloseForm, form);
  const today = danishDay(deps.clock.now());
  const afterwards = await deps.db.transaction(async (tx) => {
    const rows = await lockedCenters(tx, viewer);
    const row = among(rows, centerId);
    if (row.closedOn === wanted.closedOn && row.successorId === wanted.successorId) return null;
    if (stateOf(row, today) === "closed") throw new Refusal("conflict", "center-is-closed");
    const problem = closingProblem(rows, row.id, wanted, today);
    if (problem) throw new Refusal("invalid", "form", problem);
    const { id: successorId } = among(rows, wanted.successorId);
    await tx.update(center).set({ closedOn: wanted.closedOn, successorId }).where(eq(center.id, row.id));
    if (wanted.closedOn > today) await wake(deps, tx, viewer, wanted.closedOn);
    const done = wanted.closedOn > today ? null : await deps.onCenterClosed?.(tx, actorOf(viewer));
    // After the hearings' locks: the trail's is one that everybody takes last.
    await record(deps, tx, viewer, row.id, { event: "center-closed", data: wanted });
    return done;
  });
  afterwards?.();
}

/** Takes a closing back whose day lies ahead; what has been handed over is not handed back. */
export async function reopenCenter(deps: IdentityDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyAdministrators(viewer);
  const { centerId } = parse(ReopenForm, form);
  await deps.db.transaction(async (tx) => {
    const row = among(await lockedCenters(tx, viewer), centerId);
    const state = stateOf(row, danishDay(deps.clock.now()));
    if (state === "open") return;
    if (state === "closed") throw new Refusal("conflict", "center-is-closed");
    await tx.update(center).set({ closedOn: null, successorId: null }).where(eq(center.id, row.id));
    const data = { closedOn: row.closedOn, successorId: row.successorId };
    await record(deps, tx, viewer, row.id, { event: "center-reopened", data });
  });
}

/** The job looks at what is closed on that day, and does nothing for a closing that was taken back. [J1] */
async function wake({ jobs }: IdentityDeps, tx: Transaction, { municipality }: Viewer, day: string): Promise<void> {
  const about = { municipalityId: municipality.id };
  const key = `hand-over:${municipality.id}:${day}`;
  await jobs.enqueue(tx, "hand-over", about, { key, runAt: startOfDanishDay(day) });
}

function refuseTaken(rows: readonly Row[], name: string, except: CenterId | null, today: string): void {
  const said = name.toLocaleLowerCase("da");
  const others = rows.filter((row) => row.id !== except && stateOf(row, today) !== "closed");
  if (others.some((row) => row.name.toLocaleLowerCase("da") === said))
    throw new Refusal("invalid", "form", { centerName: "center-name-taken" });
}

type Said = { event: "center-created" | "center-renamed" | "center-closed" | "center-reopened"; data: object };

function record({ audit }: IdentityDeps, tx: Transaction, viewer: Viewer, id: CenterId, { event, data }: Said) {
  return audit.record(tx, actorOf(viewer), { event, objectKind: "center", objectId: id, data: { ...data } });
}
