import type * as Y from "yjs";
import { needsRepair } from "../../../app/document-model/repair";
import type { Database } from "../../../db/client";
import type { DocumentId } from "../../../db/ids";
import { committed, expectLogWithoutGaps, isSame } from "../../sync/chaos/checks";
import { type Node, nodeOn } from "../../sync/chaos/nodes";
import { type ChaosPage, pageThrough } from "../../sync/chaos/pages";
import { proxyTo, type Weathered } from "../../sync/chaos/proxy";
import { documentWith, storeOn } from "../../sync/document";
import { type Random, seeded } from "../../sync/random";
import { joined } from "../../sync/raw";
import type { Rights } from "../../sync/server";
import { FIRST_TEXT, judge } from "./apart";
import { createCommon } from "./common";
import { doSomething } from "./deeds";
import { Ledger } from "./ledger";
import { Person } from "./person";

const NAMES = ["Anna Berg", "Bo Dam", "Carl Eg"] as const;
const STEPS = 120;
const SETTLES_WITHIN = 30_000;

type Player = { name: string; page: ChaosPage; proxy: Weathered; person: Person; at: { node: Node } };
type Place = { db: Database; url: string };

type Day = {
  random: Random;
  nodes: readonly [Node, Node];
  id: DocumentId;
  store: ReturnType<typeof storeOn>;
  players: Player[];
};

/** A day of three people with their own editors, pages and lines, on two nodes of the real server. Answers what went wrong. */
export async function play(place: Place, seed: number): Promise<string[]> {
  const random = seeded(seed);
  const rights: Rights = new Map(NAMES.map((name) => [name, "write"]));
  const nodes = [await nodeOn(place, "one", rights), await nodeOn(place, "two", rights)] as const;
  const store = storeOn(place);
  const { id } = await documentWith(place.db, store, FIRST_TEXT);
  const day: Day = { random, nodes, id, store, players: [] };
  const ledger = new Ledger();
  const common = createCommon(random, ledger);
  try {
    for (const name of NAMES) day.players.push(await enter(day, name));
    for (let step = 0; step < STEPS; step++) {
      doSomething(random.oneOf(day.players).person, common);
      if (random.below(6) === 0) random.oneOf(WEATHER)(day, random.oneOf(day.players));
      if (random.below(2) === 0) await pause(random.below(20));
    }
    for (const { page, proxy } of day.players) clearUp(page, proxy);
    const log = await settled(day);
    await expectLogWithoutGaps(place.db, id);
    const people = day.players.map(({ person }) => person);
    return [...judge(log, people, ledger), ...(await judgeNodes(day, log))];
  } finally {
    for (const player of day.players) await leave(player);
    await Promise.all(nodes.map((node) => node.stop()));
  }
}

async function enter({ nodes, id, random }: Day, name: string): Promise<Player> {
  const at = { node: random.oneOf(nodes) };
  const proxy = await proxyTo(() => at.node.port);
  const page = pageThrough(proxy, id, name);
  // The editor is made when the text is here, as on the page.
  await page.synced();
  return { name, page, proxy, at, person: new Person(name, page.doc) };
}

async function leave({ page, proxy, person }: Player): Promise<void> {
  person.leave();
  page.close();
  await proxy.stop();
}

type Weather = (day: Day, player: Player) => void;

/** Away for a while, back, on the other node, slowly: what is done meanwhile is done all the same. */
const WEATHER: readonly Weather[] = [
  (_day, { proxy }) => proxy.refuse(),
  (_day, { proxy }) => proxy.refuse(),
  (_day, { proxy }) => proxy.swallow("up", "down"),
  ({ random }, { proxy }) => proxy.delay(random.below(60)),
  (_day, { page, proxy }) => clearUp(page, proxy),
  (_day, { page, proxy }) => clearUp(page, proxy),
  ({ nodes, random }, { at, proxy }) => {
    at.node = random.oneOf(nodes);
    proxy.cut();
  },
];

function clearUp(page: ChaosPage, proxy: Weathered): void {
  proxy.heal();
  page.connection.retry();
}

/** Until all is saved, mended, and the same everywhere. */
async function settled({ players, store, id }: Day): Promise<Y.Doc> {
  const deadline = Date.now() + SETTLES_WITHIN;
  for (;;) {
    const log = await committed(store, id);
    const isQuiet = players.every(({ page }) => page.phase() === "saved" && isSame(page.doc, log));
    if (isQuiet && !needsRepair(log)) {
      // Both nodes may have mended the same, and the second's still be on its way.
      await pause(200);
      if (isSame(await committed(store, id), log)) return log;
    }
    if (Date.now() > deadline) return log;
    await pause(25);
  }
}

async function judgeNodes({ nodes, id }: Day, log: Y.Doc): Promise<string[]> {
  const problems: string[] = [];
  for (const node of nodes) {
    const reader = await joined(node.url, id, NAMES[0]);
    const isEqual = await reader.until(() => isSame(reader.text(), log)).catch(() => false);
    if (!isEqual) problems.push(`node ${node.name} has another text`);
    reader.close();
  }
  return problems;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
