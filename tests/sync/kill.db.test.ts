import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { decode } from "../../app/document-model/wire";
import { createConnection } from "../../app/editor/connection";
import type { DocumentId } from "../../db/ids";
import { replay } from "../../server/document-store";
import { testDatabase } from "../world/database";
import { documentWith, storeOn, writeParagraph } from "./document";
import { seeded } from "./random";
import { waitFor } from "./raw";
import { fetchAs } from "./server";

const KILLS = 5;
const SEED = 7;

let world: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world?.close());

async function startServer(port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/sync/killable.ts", world.url, String(port)]);
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  const said = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const listening = Number(String(said[0]));
  if (!(listening > 1)) throw new Error(`Expected the server to say its port; got ${said[0]} ${complaints}`);
  return { child, port: listening };
}

/** Ids of the paragraphs in a document. */
function idsIn(doc: Y.Doc): Set<string> {
  const blocks = doc.getXmlFragment(ROOTS.body).toArray();
  return new Set(blocks.map((block) => String((block as Y.XmlElement).getAttribute("id"))));
}

/** A page that types, and knows by its own frames which of its paragraphs the server has called saved. */
function typist(url: string, documentId: DocumentId, name: string) {
  const doc = new Y.Doc();
  const typed: string[] = [];
  const saved = new Set<string>();
  class Watched extends WebSocket {
    readonly #covered = new Map<number, number>();
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie: name } });
      this.on("message", (data: ArrayBuffer) => {
        const message = decode(new Uint8Array(data));
        if (message.type !== "saved") return;
        for (const id of typed.slice(0, this.#covered.get(message.mark) ?? 0)) saved.add(id);
      });
    }
    override send(data: Uint8Array): void {
      const message = decode(data);
      if (message.type === "mark") this.#covered.set(message.mark, typed.length);
      super.send(data);
    }
  }
  const WebSocketPolyfill = Watched as unknown as typeof globalThis.WebSocket;
  const connection = createConnection({ url, documentId, doc, WebSocketPolyfill, fetch: fetchAs(name) });
  const type = () => {
    const id = `${name.slice(0, 2)}-${typed.length}-${documentId.slice(0, 8)}`;
    typed.push(id);
    writeParagraph(doc, id, `Afsnit ${typed.length} af ${name}`);
  };
  return { doc, typed, saved, connection, type, isSaved: () => connection.state.get().phase === "saved" };
}

test(`[I1] [I2] [I8] after ${KILLS} kills under typing nothing that was called saved or seen is missing`, async () => {
  const store = storeOn(world);
  const { id } = await documentWith(world.db, store, ["Først"]);
  const random = seeded(SEED);
  let server = await startServer(0);
  const url = `ws://127.0.0.1:${server.port}/sync`;
  const people = [typist(url, id, "Anna Berg"), typist(url, id, "Bo Dam")] as const;
  // Nobody types before the text is there.
  await waitFor(() => people.every(({ isSaved }) => isSaved()), undefined, 30_000);
  const typing = people.map(({ type }) => setInterval(type, 25));
  try {
    for (let kill = 1; kill <= KILLS; kill++) {
      const before = people.map(({ saved }) => saved.size);
      // Kill in full flight: after some of what was typed since the last start has been called saved.
      await waitFor(
        () => people.every(({ saved }, who) => saved.size > (before[who] ?? 0) + random.below(12)),
        undefined,
        30_000,
      );
      const dead = once(server.child, "exit");
      server.child.kill("SIGKILL");
      await dead;
      const saved = people.flatMap((person) => [...person.saved]);
      const seen = people.flatMap((person, who) => {
        const shown = idsIn(person.doc);
        return people[1 - who]?.typed.filter((paragraph) => shown.has(paragraph)) ?? [];
      });
      const committed = idsIn(replay((await store.load(id))?.updates ?? []));
      expect(
        saved.filter((paragraph) => !committed.has(paragraph)),
        `saved, missing after kill ${kill}`,
      ).toEqual([]);
      expect(
        seen.filter((paragraph) => !committed.has(paragraph)),
        `seen, missing after kill ${kill}`,
      ).toEqual([]);
      expect(seen.length).toBeGreaterThan(0);
      server = await startServer(server.port);
    }
    for (const timer of typing) clearInterval(timer);
    await waitFor(() => people.every(({ isSaved }) => isSaved()), undefined, 30_000);
    const committed = idsIn(replay((await store.load(id))?.updates ?? []));
    for (const { typed } of people) expect(typed.filter((paragraph) => !committed.has(paragraph))).toEqual([]);
    await waitFor(() => people.every(({ doc }) => idsIn(doc).size === committed.size));
  } finally {
    for (const timer of typing) clearInterval(timer);
    for (const { connection } of people) connection.destroy();
    server.child.kill("SIGKILL");
  }
}, 180_000);
