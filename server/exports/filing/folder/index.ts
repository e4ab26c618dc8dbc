import { randomUUID } from "node:crypto";
import { access, constants, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Clock } from "../../../clock";
import { sha256 } from "../../../sha256";
import type { Receipt } from "../../shapes";
import { checkSize, filesWithMetadata, Manifest, manifestOf, parcelHash, receiptOf } from "../manifest";
import { checkedClientId, MANIFEST, RECEIPT } from "../names";
import { type CaseSystem, CaseSystemError, type Delivery, type Earlier, type Health, type Parcel } from "../port";
import { KeptReceipt } from "../receipt";
import { isCode, isDirectory, namesIn, readOrNull, renameDurably, syncDirectory, writeDurably } from "./disk";
import { caseDirectory } from "./paths";

type Deps = {
  root: string;
  clock: Clock;
  /** Called before each step with its name: a test stops the work there, as a crash would. */
  beforeStep?: (step: string) => void;
};

const MAX_BYTES = 200 * 1024 * 1024;

/**
 * The case system that is a folder: `<root>/<case>/<client id>/` with the files, metadata.xml, manifest.json and
 * receipt.json. Everything is written under a temporary name, synced, and renamed; so a directory with the final name is
 * always whole, and whatever a crash leaves the next run finishes or sweeps away. [F1] [F3]
 */
export function createFolder(deps: Deps): CaseSystem {
  return {
    name: "folder",
    capabilities: {
      createCase: true,
      newVersion: false,
      finalize: false,
      asyncReceipts: false,
      maxBytes: MAX_BYTES,
      formats: [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/json",
      ],
    },
    file: (parcel) => withKnownErrors(() => file(deps, parcel, null)),
    addVersion: (parcel, earlier) => withKnownErrors(() => file(deps, parcel, earlier)),
    poll: ({ clientId }) => withKnownErrors(() => poll(deps, clientId)),
    health: () => health(deps),
  };
}

async function file(deps: Deps, parcel: Parcel, earlier: Earlier | null): Promise<Delivery> {
  const clientId = checkedClientId(parcel.clientId);
  checkSize(parcel, MAX_BYTES);
  const placed = (await lookUp(deps, clientId)) ?? (await placeOnce(deps, parcel, earlier));
  if (placed.manifest.parcelSha256 !== parcelHash(parcel))
    throw new CaseSystemError("conflict", `${clientId} is filed already, with other files.`);
  const receipt = await receiptIn(deps, placed);
  await sweep(placed.path, clientId);
  return { state: "filed", receipt };
}

async function placeOnce(deps: Deps, parcel: Parcel, earlier: Earlier | null): Promise<Placed> {
  const directory = caseDirectory(deps.root, parcel.caseNumber);
  await mkdir(directory, { recursive: true, mode: 0o750 });
  try {
    await place(deps, directory, parcel, earlier);
  } catch (error) {
    // Someone else may have delivered the same in the meantime: look it up before saying that it failed.
    const placed = await lookUp(deps, parcel.clientId);
    if (!placed || !isCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM")) throw error;
    return placed;
  }
  const placed = await lookUp(deps, parcel.clientId);
  if (!placed) throw new CaseSystemError("unavailable", "The folder did not keep what was written to it.");
  return placed;
}

async function poll(deps: Deps, clientId: string): Promise<Delivery | null> {
  const known = await lookUp(deps, checkedClientId(clientId));
  if (!known) return null;
  const receipt = await receiptIn(deps, known);
  await sweep(known.path, clientId);
  return { state: "filed", receipt };
}

/** Writes all files beside their place and moves them there in one step. */
async function place(deps: Deps, directory: string, parcel: Parcel, earlier: Earlier | null): Promise<void> {
  const part = join(directory, `${parcel.clientId}.${randomUUID().slice(0, 8)}.part`);
  const files = filesWithMetadata(parcel, earlier);
  const manifest = manifestOf(parcel, files, deps.clock.now(), earlier);
  deps.beforeStep?.("make the directory");
  await mkdir(part, { mode: 0o750 });
  for (const { name, bytes } of [...files, { name: MANIFEST, bytes: Buffer.from(json(manifest)) }]) {
    deps.beforeStep?.(`write ${name}`);
    await writeDurably(join(part, name), bytes);
  }
  deps.beforeStep?.("sync the directory");
  await syncDirectory(part);
  deps.beforeStep?.("give it its name");
  await renameDurably(part, join(directory, parcel.clientId), directory);
  await syncDirectory(deps.root);
}

type Placed = { path: string; manifest: Manifest };

/** Looks in every case: a client id is filed once, whichever case number it came with. */
async function lookUp({ root }: Deps, clientId: string): Promise<Placed | null> {
  for (const name of (await namesIn(root)).sort()) {
    const path = join(root, name, clientId);
    if (!(await isDirectory(path))) continue;
    const manifest = await readOrNull(join(path, MANIFEST));
    if (!manifest) throw new CaseSystemError("conflict", `${path} is there, but is no filing of ours.`);
    return { path, manifest: Manifest.parse(JSON.parse(manifest.toString("utf8"))) };
  }
  return null;
}

/** The receipt as it was given, or the first one: given only for files that read back as they were written. */
async function receiptIn(deps: Deps, { path, manifest }: Placed): Promise<Receipt> {
  for (const { name, sha256: written } of manifest.files) {
    const bytes = await readOrNull(join(path, name));
    if (!bytes || sha256(bytes) !== written)
      throw new CaseSystemError("conflict", `${name} in ${path} is not what was written.`);
  }
  const given = await readOrNull(join(path, RECEIPT));
  if (given) return KeptReceipt.parse(JSON.parse(given.toString("utf8")));
  const receipt = receiptOf(manifest);
  const part = join(path, `${RECEIPT}.${randomUUID().slice(0, 8)}.part`);
  deps.beforeStep?.("write the receipt");
  await writeDurably(part, json(receipt));
  deps.beforeStep?.("give the receipt its name");
  try {
    await renameDurably(part, join(path, RECEIPT), path);
  } catch (error) {
    // Whoever wrote the same receipt at the same time has swept ours away.
    if (!isCode(error, "ENOENT") || !(await readOrNull(join(path, RECEIPT)))) throw error;
  }
  deps.beforeStep?.("hand out the receipt");
  return receipt;
}

/** Takes away what earlier, broken runs for this client id have left. */
async function sweep(place: string, clientId: string): Promise<void> {
  const directory = dirname(place);
  const dead = [
    ...(await namesIn(directory))
      .filter((name) => name.startsWith(`${clientId}.`))
      .map((name) => join(directory, name)),
    ...(await namesIn(place)).filter((name) => name.startsWith(`${RECEIPT}.`)).map((name) => join(place, name)),
  ];
  for (const path of dead.filter((name) => name.endsWith(".part"))) await rm(path, { recursive: true, force: true });
}

async function health({ root }: Deps): Promise<Health> {
  try {
    await mkdir(root, { recursive: true, mode: 0o750 });
    await access(root, constants.W_OK | constants.X_OK);
    return { ok: true };
  } catch (error) {
    return {
      ok: false,
      kind: "unavailable",
      problem: `${basename(dirname(root))}/${basename(root)}: ${String(error)}`,
    };
  }
}

async function withKnownErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, "EACCES", "EROFS")) throw new CaseSystemError("not_allowed", String(error), { cause: error });
    if (isCode(error, "ENOSPC", "EDQUOT", "EIO", "ENOENT", "EMFILE", "EBUSY", "ESTALE", "ETIMEDOUT"))
      throw new CaseSystemError("unavailable", String(error), { cause: error });
    throw error;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
