import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Apache, hasApache, startApache } from "../../../../tests/servers/apache";
import { caseSystemContract, filed, NOWHERE, OPEN_CASE, parcelOf } from "../contract";
import { type Answer, type Caller, createCaller, type Question } from "../http/caller";
import { CaseSystemError } from "../port";
import { createWebdav } from ".";

const clock = { now: () => new Date("2026-03-10T09:00:00Z") };

describe.skipIf(!hasApache)("WebDAV on a real Apache (skipped where there is none)", { timeout: 60_000 }, () => {
  let apache: Apache;
  beforeAll(async () => {
    apache = await startApache();
  });
  afterAll(() => apache.stop());

  /** A folder of its own on the one server. */
  function room(caller?: Caller) {
    const name = randomUUID();
    // The server's account is another, and what it makes is its own.
    mkdirSync(join(apache.files, name), { mode: 0o777 });
    const root = join(apache.files, name);
    giveToAll(root);
    const settings = { address: `${apache.address}/${name}/`, user: apache.user, secret: apache.secret };
    const open = (by = caller) => createWebdav(settings, { clock, ...(by ? { caller: by } : {}) });
    const documents = async () => readdirSync(root).flatMap((one) => readdirSync(join(root, one))).length;
    const away = () => createWebdav({ ...settings, address: `${NOWHERE}/` }, { clock });
    const elsewhere = () => open(createCaller());
    return { system: open(), elsewhere, away, documents, root, settings, looksWithinCase: true };
  }

  caseSystemContract(async () => room());

  test("[F15] holds the files, their metadata and the manifest, and nothing half made", async () => {
    const { system, root } = room();
    const parcel = parcelOf("Alt er vel.");
    await system.file(parcel);
    const place = join(root, OPEN_CASE, parcel.clientId);
    expect(names(place)).toEqual(
      [parcel.main.name, parcel.attachments[0]!.name, "manifest.json", "metadata.xml"].sort(),
    );
    expect(readFileSync(join(place, "metadata.xml"), "utf8")).toContain("<Brevdato>2026-03-10</Brevdato>");
  });

  test("[F15] the folder says what it holds as properties, for those who look with other programs", async () => {
    const { system, settings } = room();
    const parcel = parcelOf("Alt er vel.");
    await system.file(parcel);
    const url = `${settings.address}${OPEN_CASE}/${parcel.clientId}/`;
    const authorization = `Basic ${Buffer.from(`${settings.user}:${settings.secret}`).toString("base64")}`;
    const answer = await createCaller()({ method: "PROPFIND", url, headers: { authorization, depth: "0" } });
    expect(answer.bytes.toString()).toContain(parcel.contentHash);
  });

  test("[F15] a line that breaks before any step leaves something that the next run finishes", async () => {
    const asked: string[] = [];
    const listening: Caller = (question) => {
      asked.push(question.method);
      return createCaller()(question);
    };
    await room(listening).system.file(parcelOf("x"));
    for (const [index, method] of asked.entries()) {
      for (const isDone of [false, true]) {
        // The lock ends by itself, whether we were there to open it or not.
        if (method === "UNLOCK") continue;
        const parcel = parcelOf("Alt er vel.");
        const { system, elsewhere, root } = room(breaking(index, isDone));
        await expect(system.file(parcel), `${method} ${index}`).rejects.toMatchObject({ kind: "unavailable" });
        if (method === "LOCK" && isDone) {
          await expect(elsewhere().file(parcel)).rejects.toMatchObject({ kind: "locked" });
          continue;
        }
        const known = await elsewhere().poll(parcel);
        const delivery = await elsewhere().file(parcel);
        expect(delivery.state).toBe("filed");
        if (known) expect(delivery).toEqual(known);
        expect(names(join(root, OPEN_CASE, parcel.clientId))).toHaveLength(4);
      }
    }
  });

  test("[F15] what somebody else has put there is not written over", async () => {
    const { system, root } = room();
    const parcel = parcelOf("Alt er vel.");
    const place = join(root, OPEN_CASE, parcel.clientId);
    mkdirSync(place, { recursive: true });
    for (const path of [join(root, OPEN_CASE), place]) giveToAll(path);
    writeFileSync(join(place, parcel.main.name), "En andens.");
    await expect(system.file(parcel)).rejects.toMatchObject({ kind: "conflict" });
    expect(readFileSync(join(place, parcel.main.name), "utf8")).toBe("En andens.");
  });

  test("[F15] while somebody else holds the lock it is locked, and filed when they have let go", async () => {
    const { system, settings } = room();
    const parcel = parcelOf("Alt er vel.");
    const url = `${settings.address}${OPEN_CASE}/${parcel.clientId}`;
    const authorization = `Basic ${Buffer.from(`${settings.user}:${settings.secret}`).toString("base64")}`;
    const ask = (method: string, at: string, headers = {}, body?: string): Promise<Answer> =>
      createCaller()({
        method,
        url: at,
        headers: { authorization, ...headers },
        ...(body ? { body } : {}),
      } as Question);
    await ask("MKCOL", `${settings.address}${OPEN_CASE}`);
    await ask("MKCOL", url);
    const info = `<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>`;
    const lock = await ask("LOCK", url, { "content-type": "application/xml" }, info);
    await expect(system.file(parcel)).rejects.toMatchObject({ kind: "locked" });
    await ask("UNLOCK", url, { "lock-token": String(lock.headers["lock-token"]) });
    expect((await system.file(parcel)).state).toBe("filed");
  });

  test("[F4] gives no receipt for files that do not read back as they were written", async () => {
    const own = room();
    const parcel = parcelOf("Alt er vel.");
    await filed(own, parcel);
    writeFileSync(join(own.root, OPEN_CASE, parcel.clientId, parcel.main.name), "Noget andet.");
    await expect(own.system.poll(parcel)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("says what is wrong with the way in", async () => {
    const { settings } = room();
    const health = (wrong: Partial<typeof settings>) => createWebdav({ ...settings, ...wrong }, { clock }).health();
    expect(await health({ secret: "forkert" })).toMatchObject({ kind: "auth" });
    expect(await health({ address: `${settings.address}findes/ikke` })).toMatchObject({ kind: "not_allowed" });
    expect(await health({ address: "http://127.0.0.1:9/dav" })).toMatchObject({ kind: "unavailable" });
  });
});

/** Cuts the line at one question: before it is asked, or after it was done and before the answer is heard. */
function breaking(at: number, isDone: boolean): Caller {
  let count = 0;
  let isDead = false;
  return async (question) => {
    if (isDead && question.method !== "UNLOCK") throw new CaseSystemError("unavailable", "the line is dead");
    if (count++ === at) {
      isDead = true;
      if (isDone) await createCaller()(question);
      throw new CaseSystemError("unavailable", "the line went dead");
    }
    return createCaller()(question);
  };
}

function names(path: string): string[] {
  // mod_dav keeps properties in a folder of its own.
  return readdirSync(path)
    .filter((name) => name !== ".DAV")
    .sort();
}

function giveToAll(path: string): void {
  if (existsSync(path)) chmodSync(path, 0o777);
}
