import { randomUUID } from "node:crypto";
import { posix } from "node:path";
import type { FileEntryWithStats } from "ssh2";
import type { Clock } from "../../../clock";
import { sha256 } from "../../../sha256";
import { createTurns } from "../http/turns";
import { checkSize } from "../manifest";
import { checkedClientId } from "../names";
import {
  asFailure,
  type CaseSystem,
  CaseSystemError,
  type Delivery,
  type Earlier,
  type Health,
  type Parcel,
} from "../port";
import { filesIn } from "../receipt";
import { type Files, OtherServer, overSftp, type Way } from "./connection";
import { envelopeName, envelopeOf, markOf, type SentFile, sentFiles } from "./envelope";
import { leaveMark, type Mark, takeMark, wasHandedOver } from "./handing-over";
import { type InReceipt, receiptIn, standingBy } from "./receipts";

export type SftpSettings = Way & { outFolder: string; inFolder: string };
type Deps = { settings: SftpSettings; clock: Clock; cvr: string };

const MAX_BYTES = 200 * 1024 * 1024;
const LARGEST_RECEIPT = 256 * 1024;
/** So many of others' receipts are looked into for ours, the newest ones. */
const RECEIPTS_LOOKED_AT = 300;

/**
 * Filing through a pair of folders on an SFTP server, as Fordelingskomponenten (SF2900) has them: the files first, each
 * whole before it has its name, the envelope last; what became of it is read from receipts in the other folder. [F16]
 */
export function createSftp(settings: SftpSettings, { clock, cvr }: Omit<Deps, "settings">): CaseSystem {
  const deps = { settings, clock, cvr };
  const inTurn = createTurns();
  return {
    name: "sftp",
    capabilities: {
      createCase: false,
      newVersion: false,
      finalize: false,
      asyncReceipts: true,
      maxBytes: MAX_BYTES,
      formats: ["*/*"],
    },
    file: (parcel) => inTurn(parcel.clientId, () => file(deps, parcel, null)),
    addVersion: (parcel, earlier) => inTurn(parcel.clientId, () => file(deps, parcel, earlier)),
    poll: (parcel) => overSftp(settings, (files) => lookUp(deps, files, parcel)),
    health: () => health(deps),
  };
}

async function file(deps: Deps, parcel: Parcel, earlier: Earlier | null): Promise<Delivery> {
  checkedClientId(parcel.clientId);
  checkSize(parcel, MAX_BYTES);
  return overSftp(deps.settings, async (files) => {
    const known = await lookUp(deps, files, parcel);
    if (known) return known;
    for (const one of sentFiles(parcel)) await put(deps, files, one);
    const envelope = Buffer.from(envelopeOf(parcel, earlier, deps));
    const mark = () => leaveMark({ files, parcel, clock: deps.clock }, markFor(deps, parcel));
    await place(deps, files, { name: envelopeName(parcel), bytes: envelope }, mark);
    return { state: "sent" };
  });
}

/** A file of the same bytes that is there already is that file; one of others is somebody else's. */
async function put(deps: Deps, files: Files, { sentAs, bytes, sha256: expected }: SentFile): Promise<void> {
  const there = await files.read(inOut(deps, sentAs));
  if (!there) return place(deps, files, { name: sentAs, bytes });
  if (sha256(there) !== expected) throw new CaseSystemError("conflict", `${sentAs} is there with other bytes.`);
}

type Placed = { name: string; bytes: Uint8Array };

/** Under a name that no receiver takes, read back, and only then given its own. */
async function place(deps: Deps, files: Files, { name, bytes }: Placed, before?: () => Promise<void>): Promise<void> {
  const part = inOut(deps, `${name}.part`);
  await files.write(part, bytes);
  const written = await files.read(part);
  if (!written || sha256(written) !== sha256(bytes))
    throw new CaseSystemError("unavailable", `${name} did not read back as it was written.`);
  await before?.();
  await files.rename(part, inOut(deps, name));
}

function markFor(deps: Deps, parcel: Parcel): Mark {
  return {
    path: inOut(deps, `.${checkedClientId(parcel.clientId)}.afleveret.part`),
    envelopePart: inOut(deps, `${envelopeName(parcel)}.part`),
  };
}

function inOut({ settings }: Deps, name: string): string {
  return posix.join(settings.outFolder, name);
}

async function lookUp(deps: Deps, files: Files, parcel: Parcel): Promise<Delivery | null> {
  const clientId = checkedClientId(parcel.clientId);
  const envelope = await files.read(inOut(deps, envelopeName(parcel)));
  if (envelope && !envelope.toString("utf8").includes(markOf(parcel)))
    throw new CaseSystemError("conflict", `${clientId} is sent already, with other files.`);
  const mark = markFor(deps, parcel);
  const standing = standingBy(await receiptsFor(deps, files, clientId));
  if (standing?.state === "filed" || standing?.state === "rejected") await takeMark(files, mark);
  if (standing) return deliveryBy(standing, parcel);
  const isTheirs = envelope !== null || (await wasHandedOver({ files, parcel, clock: deps.clock }, mark));
  return isTheirs ? { state: "sent" } : null;
}

function deliveryBy({ state, by }: NonNullable<ReturnType<typeof standingBy<Dated>>>, parcel: Parcel): Delivery {
  if (state === "rejected") return { state, reason: by.reason || by.says };
  if (state !== "filed") return { state };
  const receipt = {
    filingId: parcel.clientId,
    caseNumber: parcel.caseNumber,
    documentNumber: by.number ?? parcel.clientId,
    receivedAt: by.at.toISOString(),
    files: filesIn(parcel),
    // They were read back before they had their names; what the receiver made of them nobody can read.
    isReadBack: false,
  };
  return { state, receipt };
}

type Dated = InReceipt & { at: Date };

async function receiptsFor({ settings }: Deps, files: Files, clientId: string): Promise<Dated[]> {
  const all = (await files.names(settings.inFolder)).filter(isReceipt).sort((a, b) => b.attrs.mtime - a.attrs.mtime);
  const named = all.filter(({ filename }) => filename.toLowerCase().includes(clientId));
  const others = all.filter((entry) => !named.includes(entry)).slice(0, RECEIPTS_LOOKED_AT);
  const found: Dated[] = [];
  for (const { filename, attrs } of [...named, ...others]) {
    const bytes = await files.read(posix.join(settings.inFolder, filename));
    const receipt = bytes && receiptIn(bytes.toString("utf8"));
    if (receipt?.transaction === clientId) found.push({ ...receipt, at: new Date(attrs.mtime * 1000) });
  }
  // Of two that say the same, the first one said it.
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function isReceipt({ filename, attrs }: FileEntryWithStats): boolean {
  return /\.xml$/i.test(filename) && attrs.size <= LARGEST_RECEIPT;
}

/** Signs in, looks into both folders, and leaves a mark in the one that it takes away again. */
async function health(deps: Deps): Promise<Health> {
  try {
    await overSftp(deps.settings, async (files) => {
      await files.names(deps.settings.inFolder);
      const mark = inOut(deps, `.samsvar-${randomUUID()}.part`);
      await files.write(mark, new Uint8Array());
      await files.remove(mark);
    });
    return { ok: true };
  } catch (error) {
    const { kind, message } = asFailure(error);
    const found = error instanceof OtherServer ? { found: error.hostKey } : {};
    return { ok: false, kind, problem: message, ...found };
  }
}
