import { expect } from "vitest";
import { needsRepair } from "../../../app/document-model/repair";
import type { Database } from "../../../db/client";
import type { DocumentId } from "../../../db/ids";
import { HeadlessPage } from "../../editor/headless-page";
import { documentWith, storeOn } from "../document";
import { type Random, seeded } from "../random";
import { joined, waitFor } from "../raw";
import type { Rights } from "../server";
import {
  canonicalOf,
  committed,
  expectLogWithoutGaps,
  expectSame,
  expectSeenIsCommitted,
  expectUniqueIds,
  isSame,
  stateOf,
} from "./checks";
import { type Node, nodeOn } from "./nodes";
import { writeSomething } from "./operations";
import { type ChaosPage, pageThrough } from "./pages";
import { proxyTo, type Weathered } from "./proxy";

const NAMES = ["Anna Berg", "Bo Dam", "Carl Eg", "Dina Fog", "Else Gad", "Finn Hø"] as const;
const READER = "Rie Lund";
const TEXTS = ["Vi støtter målet.", "Dog ikke her.", "", "Med venlig hilsen", "Rådet"];
const STEPS = 90;

type Place = { db: Database; url: string };

/** One person's page, the line it has to the nodes, and the editor on it. */
type Player = { page: ChaosPage; proxy: Weathered; editor: HeadlessPage | null; isWriter: boolean; at: { node: Node } };

/** A day of three to six people on two nodes, with all that a network and a database can do to them. */
export async function play(place: Place, seed: number): Promise<void> {
  const random = seeded(seed);
  const rights: Rights = new Map([...NAMES.map((name) => [name, "write"] as const), [READER, "read"]]);
  const isDeaf = random.below(3) === 0;
  const nodes = [await nodeOn(place, "one", rights, isDeaf), await nodeOn(place, "two", rights)] as const;
  const store = storeOn(place);
  const { id } = await documentWith(place.db, store, TEXTS);
  const players: Player[] = [];
  const day: Day = { random, nodes, id, players, store };
  try {
    for (const name of [...NAMES.slice(0, 3 + random.below(4)), READER]) players.push(await enter(day, name));
    await Promise.all(players.map(({ page }) => page.synced()));
    for (const player of players) if (player.isWriter) player.editor = new HeadlessPage(player.page.doc);
    for (let step = 0; step < STEPS; step++) await oneStep(day);
    await heal(day);
    await settle(day);
    await judge(day, place.db);
  } finally {
    for (const { page, proxy } of players) {
      page.close();
      await proxy.stop();
    }
    await Promise.all(nodes.map((node) => node.stop()));
  }
}

type Day = {
  random: Random;
  nodes: readonly [Node, Node];
  id: DocumentId;
  players: Player[];
  store: ReturnType<typeof storeOn>;
};

async function enter({ random, nodes, id }: Day, name: string): Promise<Player> {
  const at = { node: random.oneOf(nodes) };
  const proxy = await proxyTo(() => at.node.port);
  return { page: pageThrough(proxy, id, name), proxy, editor: null, isWriter: name !== READER, at };
}

async function oneStep(day: Day): Promise<void> {
  const { random, players } = day;
  const player = random.oneOf(players);
  if (random.below(8) === 0) await random.oneOf(FAULTS)(day, player);
  else if (player.editor) writeSomething(player.editor, random);
  if (random.below(2) === 0) await pause(random.below(25));
}

type Fault = (day: Day, player: Player) => unknown;

const FAULTS: readonly Fault[] = [
  (_day, { proxy }) => proxy.cut(),
  (_day, { proxy }) => proxy.tear(),
  (_day, { proxy }) => proxy.refuse(),
  ({ random }, { proxy }) => proxy.delay(random.below(80)),
  ({ random }, { proxy }) => proxy.swallow(random.oneOf(["up", "down"])),
  (_day, { proxy }) => proxy.swallow("up", "down"),
  (_day, player) => clearUp(player),
  (_day, player) => clearUp(player),
  (_day, player) => clearUp(player),
  (day, player) => moveTo(player, day.random.oneOf(day.nodes)),
  (day, player) => moveTo(player, day.random.oneOf(day.nodes)),
  ({ random, nodes }) => random.oneOf(nodes).trouble("away"),
  ({ random, nodes }) => random.oneOf(nodes).trouble("answer-lost"),
  ({ nodes }) => nodes.map((node) => node.trouble("none")),
  ({ nodes }) => nodes.map((node) => node.trouble("none")),
  (day) => crash(day, day.random.oneOf(day.nodes)),
  ({ random, nodes }) => random.oneOf(nodes).restart(),
];

function clearUp({ page, proxy }: Player): void {
  proxy.heal();
  page.connection.retry();
}

/** As a load balancer may do: the same page finds itself on the other node. */
function moveTo(player: Player, node: Node): void {
  player.at.node = node;
  player.proxy.cut();
}

async function crash({ players, store, id }: Day, node: Node): Promise<void> {
  const affected = players.filter(({ at }) => at.node === node);
  const seen = affected.map(({ page, isWriter }) => {
    const state = stateOf(page.doc);
    // Its own counts as far as it was called saved. [I2]
    if (isWriter) state.set(page.doc.clientID, page.savedClock());
    return state;
  });
  const crashed = node.crash();
  for (const { proxy } of affected) proxy.cut();
  await crashed;
  for (const state of seen) await expectSeenIsCommitted(store, id, state);
}

async function heal({ players, nodes }: Day): Promise<void> {
  for (const node of nodes) node.trouble("none");
  for (const player of players) clearUp(player);
}

/** Until nothing is unsaved, the server has nothing to repair, and every page is equal to the log. */
async function settle({ players, store, id }: Day): Promise<void> {
  const isQuiet = () => players.every(({ page, isWriter }) => page.phase() === (isWriter ? "saved" : "read-only"));
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (isQuiet()) {
      const log = await committed(store, id);
      const isSettled = !needsRepair(log) && players.every(({ page }) => isSame(page.doc, log));
      // Both nodes may have found the same doubled id, and the second repair still be on its way.
      await pause(isSettled ? 200 : 0);
      if (isSettled && isSame(await committed(store, id), log)) return;
    }
    await pause(25);
  }
}

async function judge({ players, nodes, store, id }: Day, db: Database): Promise<void> {
  for (const { page, isWriter } of players) {
    expect(page.connection.state.get()).toMatchObject({ phase: isWriter ? "saved" : "read-only", hasUnsaved: false });
  }
  const log = await committed(store, id);
  for (const { page } of players) expectSame(page.doc, log, `page ${page.doc.clientID}`);
  for (const node of nodes) {
    const reader = await joined(node.url, id, READER);
    await waitFor(() => isSame(reader.text(), log)).catch(() => expectSame(reader.text(), log, `node ${node.name}`));
    reader.close();
  }
  for (const { editor } of players) {
    if (!editor) continue;
    editor.state.doc.check();
    expect(canonicalOf(editor.doc)).toBe(canonicalOf(log));
  }
  expectUniqueIds(log);
  await expectLogWithoutGaps(db, id);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
