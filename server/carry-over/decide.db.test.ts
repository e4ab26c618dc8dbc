import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { eventsOf, type HearingWorld, hearingWorld, neighbour } from "../../tests/world/hearing";
import { sourceRevised } from "../../tests/world/versions";
import type { Viewer } from "../identity/viewer";
import { carriedTo } from "./index";

let world: HearingWorld;
let made: Awaited<ReturnType<typeof sourceRevised>>;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(async () => {
  made = await sourceRevised(world);
});
afterAll(() => world.close());

const OTHERS = ["sune", "lars", "dorte", "jens", "lise", "rita", "adam"] as const;
const asTove = () => world.people.tove;
const decide = (from: string, to: string[], viewer: Viewer = asTove()) =>
  world.carryOver.decide(viewer, made.next.versionId, {
    fromClauseId: made.old(from),
    toClauseId: to.map((heading) => made.fresh(heading)),
  });
const undo = (from: string, viewer: Viewer = asTove()) =>
  world.carryOver.undo(viewer, made.next.versionId, { fromClauseId: made.old(from) });

async function decision(from: string) {
  const { rows } = await world.carryOver.desk(asTove(), made.next.versionId);
  const found = rows.find((row) => row.from.id === made.old(from))?.decision;
  return found && { to: found.to, change: found.change, by: found.by };
}
const successor = async (from: string) =>
  (await carriedTo(world.db, made.next.versionId)).successorOf.get(made.old(from));
const trail = async () => (await eventsOf(world, made.next.versionId)).slice(2);

test("[C18] a decision says what the clause has become, and its name and place are in the trail", async () => {
  await decide("Varsling", ["Varsling"]);
  expect(await decision("Varsling")).toEqual({
    to: [made.fresh("Varsling")],
    change: "reworded",
    by: "Tove Tovholder",
  });
  expect(await successor("Varsling")).toEqual({ state: "carried", to: [made.fresh("Varsling")], isChanged: true });
  expect(await trail()).toEqual(["carry-over-decided"]);
  const [entry] = await world.sql`select actor_name, data from audit_entry
    where object_id = ${made.next.versionId} order by seq desc limit 1`;
  const data = { from: made.old("Varsling"), to: [made.fresh("Varsling")], change: "reworded" };
  expect(entry).toEqual({ actor_name: "Tove Tovholder", data });
});

test("[C19] gone, split, merged and unchanged are told apart by the server", async () => {
  await decide("Kontakt", []);
  await decide("Varsling", ["Økonomi", "Varsling"]);
  expect(await decision("Kontakt")).toMatchObject({ to: [], change: "dropped" });
  expect(await decision("Varsling")).toMatchObject({
    to: [made.fresh("Varsling"), made.fresh("Økonomi")],
    change: "split",
  });
  expect(await successor("Kontakt")).toEqual({ state: "dropped" });
  await undo("Kontakt");
  await decide("Kontakt", ["Plan"]);
  expect(await decision("Kontakt")).toMatchObject({ change: "merged" });
  await undo("Kontakt");
  await undo("Plan");
  await decide("Plan", ["Plan"]);
  expect(await decision("Plan")).toMatchObject({ change: "unchanged", by: "Tove Tovholder" });
});

test("[C18] the same decision again changes nothing, in whatever order it is sent; another one is refused", async () => {
  await decide("Varsling", ["Varsling", "Økonomi"]);
  await decide("Varsling", ["Økonomi", "Varsling", "Økonomi"]);
  await decide("Plan", ["Plan"]);
  expect(await decision("Plan")).toMatchObject({ by: null });
  for (const other of [[], ["Varsling"], ["Plan"]])
    await expect(decide("Varsling", other)).rejects.toMatchObject({ kind: "conflict", code: "decided-otherwise" });
  await expect(decide("Plan", [])).rejects.toMatchObject({ code: "decided-otherwise" });
  expect(await trail()).toEqual(["carry-over-decided"]);
});

test("[C23] a goal that is gone may have been reached; nothing else may, and nothing that still stands", async () => {
  const meet = (from: string, to: string[] = []) =>
    world.carryOver.decide(asTove(), made.next.versionId, {
      fromClauseId: made.old(from),
      toClauseId: to.map((heading) => made.fresh(heading)),
      isMet: "yes",
    });
  await expect(meet("Kontakt")).rejects.toMatchObject({ fields: { isMet: "only-goals" } });
  await world.sql`update clause set kind = 'goal' where id = ${made.old("Kontakt")}`;
  await expect(meet("Kontakt", ["Plan"])).rejects.toMatchObject({ fields: { isMet: "still-there" } });
  await meet("Kontakt");
  await meet("Kontakt");
  expect(await decision("Kontakt")).toMatchObject({ to: [], change: "met" });
  expect(await successor("Kontakt")).toEqual({ state: "dropped" });
  await expect(decide("Kontakt", [])).rejects.toMatchObject({ code: "decided-otherwise" });
  await undo("Kontakt");
  await decide("Kontakt", []);
  await expect(meet("Kontakt")).rejects.toMatchObject({ code: "decided-otherwise" });
});

test("[C18] of several who decide at once one is first: who agrees has decided too, who does not is told", async () => {
  const tries = await Promise.allSettled([
    decide("Varsling", ["Varsling"]),
    decide("Varsling", ["Varsling"]),
    decide("Varsling", ["Økonomi"]),
    decide("Varsling", []),
  ]);
  const { to = [] } = (await decision("Varsling")) ?? {};
  const refused = tries.filter((one) => one.status === "rejected");
  for (const one of refused) expect(one.reason).toMatchObject({ code: "decided-otherwise" });
  expect(refused).toHaveLength(to[0] === made.fresh("Varsling") ? 2 : 3);
  expect(await trail()).toEqual(["carry-over-decided"]);
});

test("[C18] two that are decided to be the same at once are not both called first", async () => {
  await Promise.all([decide("Varsling", ["Økonomi"]), decide("Kontakt", ["Økonomi"])]);
  const said = [(await decision("Varsling"))?.change, (await decision("Kontakt"))?.change];
  expect(said.sort()).toEqual(["merged", "reworded"]);
});

test("[C18] what was decided is taken back once, stays in its rows, and can be decided anew", async () => {
  await decide("Varsling", ["Varsling", "Økonomi"]);
  await Promise.all([undo("Varsling"), undo("Varsling")]);
  await undo("Varsling");
  expect(await decision("Varsling")).toBeNull();
  expect(await successor("Varsling")).toEqual({ state: "undecided", at: made.next.versionId });
  expect(await trail()).toEqual(["carry-over-decided", "carry-over-undone"]);
  await decide("Varsling", []);
  const rows = await world.sql`select change, undone_by is null as stands from carry_over
    where from_clause_id = ${made.old("Varsling")} order by decided_at, change`;
  expect(rows.map((row) => [row["change"], row["stands"]]).sort()).toEqual([
    ["dropped", true],
    ["split", false],
    ["split", false],
  ]);
});

test("[C18] [C22] what was carried over by itself can be taken back too, and does not come back by itself", async () => {
  await undo("Besked");
  expect(await decision("Besked")).toBeNull();
  expect(await successor("Besked")).toMatchObject({ state: "undecided" });
  const [entry] = await world.sql`select event, data from audit_entry
    where object_id = ${made.next.versionId} order by seq desc limit 1`;
  expect(entry).toMatchObject({ event: "carry-over-undone", data: { isCertain: true, change: "unchanged" } });
  for (const from of ["Indlæggelse", "Udskrivning", "Plan"]) await undo(from);
  expect((await world.carryOver.desk(asTove(), made.next.versionId)).counts).toMatchObject({
    certain: 0,
    undecided: 4,
  });
});

const waitingForALock = () => world.sql`select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

test("[C18] who sends a text for approval is not overtaken: decisions wait until it is frozen", async () => {
  const order: string[] = [];
  let decided: Promise<unknown> = Promise.resolve();
  await world.db.transaction(async (tx) => {
    await carriedTo(tx, made.next.versionId, "lock");
    decided = decide("Varsling", ["Varsling"]).then(() => order.push("decided"));
    await expect.poll(waitingForALock).toHaveLength(1);
    const { successorOf } = await carriedTo(tx, made.next.versionId);
    expect(successorOf.get(made.old("Varsling"))).toMatchObject({ state: "undecided" });
    order.push("frozen");
  });
  await decided;
  expect(order).toEqual(["frozen", "decided"]);
});

test.each(OTHERS)("[D3] %s decides nothing and takes nothing back", async (name) => {
  const viewer = world.people[name];
  await expect(decide("Varsling", [], viewer)).rejects.toMatchObject({
    kind: "forbidden",
    code: "coordinators-only",
  });
  await expect(undo("Plan", viewer)).rejects.toMatchObject({ kind: "forbidden", code: "coordinators-only" });
  const reads = [world.carryOver.desk, world.carryOver.comparison].map((read) => read(viewer, made.next.versionId));
  for (const page of await Promise.allSettled(reads)) {
    if (name === "rita" || name === "adam") expect(page).toMatchObject({ reason: { code: "not-for-your-role" } });
    else expect(page).toMatchObject({ status: "fulfilled" });
  }
  if (name === "lise") expect(await reads[0]).toMatchObject({ can: { decide: false } });
  expect(await trail()).toEqual([]);
});

test("[D2] another municipality's version is not there, neither to look at nor to decide on", async () => {
  const there = await neighbour(world);
  const { tove } = there.people;
  const { versionId } = made.next;
  const tries = [
    () => world.carryOver.desk(tove, versionId),
    () => world.carryOver.comparison(tove, versionId),
    () => decide("Varsling", [], tove),
    () => undo("Plan", tove),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ kind: "not-found" });
});

test("[D1] only a clause of the version before can be decided on, and only one of this version chosen", async () => {
  const { old, fresh, next } = made;
  const code = "not-a-clause-of-this-version";
  const foreign = (await neighbour(world)).called("Plan");
  const send = (fromClauseId: unknown, toClauseId?: unknown) =>
    world.carryOver.decide(asTove(), next.versionId, { fromClauseId, toClauseId });
  for (const from of [fresh("Plan"), foreign, newId(), "x"])
    await expect(send(from)).rejects.toMatchObject({ kind: "invalid", fields: { fromClauseId: code } });
  for (const from of [fresh("Plan"), foreign, newId()])
    await world.carryOver.undo(asTove(), next.versionId, { fromClauseId: from });
  const back = world.carryOver.undo(asTove(), next.versionId, { fromClauseId: "x" });
  await expect(back).rejects.toMatchObject({ fields: { fromClauseId: code } });
  for (const to of [old("Plan"), foreign, [fresh("Plan"), "x"]])
    await expect(send(old("Varsling"), to)).rejects.toMatchObject({ fields: { toClauseId: code } });
  await expect(send(undefined)).rejects.toMatchObject({ fields: { fromClauseId: "missing" } });
  await expect(send(old("Varsling"), Array(101).fill(fresh("Plan")))).rejects.toMatchObject({ kind: "invalid" });
  expect(await trail()).toEqual([]);
});

test("a form that names no clause, or an empty one, says that it is gone", async () => {
  const form = new FormData();
  form.set("fromClauseId", made.old("Kontakt"));
  form.set("toClauseId", "");
  await world.carryOver.decide(asTove(), made.next.versionId, form);
  expect(await decision("Kontakt")).toMatchObject({ change: "dropped" });
});
