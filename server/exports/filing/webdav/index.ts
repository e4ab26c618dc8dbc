import { randomUUID } from "node:crypto";
import type { Clock } from "../../../clock";
import { sha256 } from "../../../sha256";
import { failureOf, isOk } from "../http/answers";
import type { Caller } from "../http/caller";
import { createTurns } from "../http/turns";
import { checkSize, filesWithMetadata, Manifest, manifestOf, type NamedFile, parcelHash, receiptOf } from "../manifest";
import { caseFolder, checkedClientId, MANIFEST } from "../names";
import {
  asFailure,
  type CaseSystem,
  CaseSystemError,
  type Delivery,
  type Earlier,
  type Health,
  type Parcel,
} from "../port";
import { createLine, type Line, type WebdavSettings } from "./line";
import { whileLocked } from "./lock";
import { saidOf } from "./properties";

type Deps = { line: Line; clock: Clock };

const MAX_BYTES = 200 * 1024 * 1024;

/**
 * A case system that takes documents in a WebDAV folder: `<case>/<client id>/` with the files, metadata.xml and, last,
 * manifest.json, which says that the rest is there. Nothing that is there is ever written over. [F15]
 */
export function createWebdav(
  settings: WebdavSettings,
  { clock, caller }: { clock: Clock; caller?: Caller },
): CaseSystem {
  const deps = { line: createLine(settings, caller), clock };
  const inTurn = createTurns();
  return {
    name: "webdav",
    capabilities: {
      createCase: true,
      newVersion: false,
      finalize: false,
      asyncReceipts: false,
      maxBytes: MAX_BYTES,
      formats: ["*/*"],
    },
    file: (parcel) => inTurn(parcel.clientId, () => file(deps, parcel, null)),
    addVersion: (parcel, earlier) => inTurn(parcel.clientId, () => file(deps, parcel, earlier)),
    poll: (parcel) => poll(deps, parcel),
    health: () => health(deps),
  };
}

async function file(deps: Deps, parcel: Parcel, earlier: Earlier | null): Promise<Delivery> {
  checkedClientId(parcel.clientId);
  checkSize(parcel, MAX_BYTES);
  const manifest = (await lookUp(deps, parcel)) ?? (await place(deps, parcel, earlier));
  return confirmed(deps, parcel, manifest);
}

async function poll(deps: Deps, parcel: Parcel): Promise<Delivery | null> {
  checkedClientId(parcel.clientId);
  const manifest = await lookUp(deps, parcel);
  return manifest && confirmed(deps, parcel, manifest);
}

/** A manifest that is there says that its files are: they were in place before it. */
async function lookUp(deps: Deps, parcel: Parcel): Promise<Manifest | null> {
  const bytes = await read(deps, [...placeOf(parcel), MANIFEST]);
  if (!bytes) return null;
  const found = Manifest.safeParse(parsed(bytes));
  if (!found.success) throw new CaseSystemError("conflict", `${MANIFEST} is there, but is not ours.`);
  return found.data;
}

function placeOf({ caseNumber, clientId }: Parcel): string[] {
  return [caseFolder(caseNumber), clientId];
}

async function place(deps: Deps, parcel: Parcel, earlier: Earlier | null): Promise<Manifest> {
  const path = placeOf(parcel);
  const files = filesWithMetadata(parcel, earlier);
  const manifest = manifestOf(parcel, files, deps.clock.now(), earlier);
  await makeFolder(deps, path.slice(0, 1));
  await makeFolder(deps, path);
  return whileLocked(deps.line, path, async (held) => {
    // Whoever held the lock before us may have filed the same.
    const there = await lookUp(deps, parcel);
    if (there) return there;
    for (const one of files) await put(deps, path, one, held);
    await describe(deps, path, parcel, held);
    return putManifest(deps, parcel, manifest, held);
  });
}

/** 405: it is there already. */
async function makeFolder({ line }: Deps, path: readonly string[]): Promise<void> {
  const answer = await line.send("MKCOL", path);
  if (!isOk(answer) && answer.status !== 405) throw failureOf(answer);
}

/** Under a name of its own first, and moved into place whole; a file of the same bytes that is there is that file. */
async function put(
  deps: Deps,
  path: readonly string[],
  { name, mediaType, bytes }: NamedFile,
  held: Held,
): Promise<void> {
  const { line } = deps;
  const part = [...path, `${name}.part`];
  const written = await line.send("PUT", part, { headers: { ...held, "content-type": mediaType }, body: bytes });
  if (!isOk(written)) throw failureOf(written);
  const headers = { ...held, destination: line.urlOf([...path, name]), overwrite: "F" };
  const moved = await line.send("MOVE", part, { headers });
  if (isOk(moved)) return;
  const there = moved.status === 412 ? await read(deps, [...path, name]) : null;
  if (!there || sha256(there) !== sha256(bytes)) throw failureOf(moved);
  await line.send("DELETE", part, { headers: held });
}

/** For those who look at the folder with other eyes than ours; a server that keeps no properties has metadata.xml. */
async function describe({ line }: Deps, path: readonly string[], parcel: Parcel, held: Held): Promise<void> {
  const headers = { ...held, "content-type": "application/xml; charset=utf-8" };
  const answer = await line.send("PROPPATCH", path, { headers, body: saidOf(parcel) });
  if (answer.status === 423 || answer.status >= 500) throw failureOf(answer);
}

async function putManifest(deps: Deps, parcel: Parcel, manifest: Manifest, held: Held): Promise<Manifest> {
  const headers = { ...held, "content-type": "application/json", "if-none-match": "*" };
  const body = `${JSON.stringify(manifest, null, 2)}\n`;
  const answer = await deps.line.send("PUT", [...placeOf(parcel), MANIFEST], { headers, body });
  if (isOk(answer)) return manifest;
  // 412: somebody was first, or our own was written and the answer lost.
  const there = answer.status === 412 ? await lookUp(deps, parcel) : null;
  if (!there) throw failureOf(answer);
  return there;
}

/** A receipt is given for files that read back as they were written. [F4] */
async function confirmed(deps: Deps, parcel: Parcel, manifest: Manifest): Promise<Delivery> {
  if (manifest.parcelSha256 !== parcelHash(parcel))
    throw new CaseSystemError("conflict", `${parcel.clientId} is filed already, with other files.`);
  for (const { name, sha256: written } of manifest.files) {
    const bytes = await read(deps, [...placeOf(parcel), name]);
    if (!bytes || sha256(bytes) !== written)
      throw new CaseSystemError("conflict", `${name} of ${parcel.clientId} is not what was written.`);
  }
  return { state: "filed", receipt: receiptOf(manifest) };
}

async function read({ line }: Deps, path: readonly string[]): Promise<Buffer | null> {
  const answer = await line.send("GET", path);
  if (answer.status === 404) return null;
  if (!isOk(answer)) throw failureOf(answer);
  return answer.bytes;
}

/** Looks, and leaves a mark that it takes away again: who may look may not always write. */
async function health({ line }: Deps): Promise<Health> {
  try {
    const looked = await line.send("PROPFIND", [], { headers: { depth: "0" } });
    if (looked.status === 404) return { ok: false, kind: "not_allowed", problem: looked.said };
    // No WebDAV server answers "that cannot be done" to this.
    if (looked.status === 405) return { ok: false, kind: "not_the_server", problem: looked.said };
    if (looked.status !== 207) throw failureOf(looked);
    const mark = [`.samsvar-${randomUUID()}`];
    const written = await line.send("PUT", mark, { headers: { "if-none-match": "*" }, body: "" });
    if (!isOk(written)) throw failureOf(written);
    await line.send("DELETE", mark);
    return { ok: true };
  } catch (error) {
    const { kind, message } = asFailure(error);
    return { ok: false, kind, problem: message };
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

type Held = Record<string, string>;
