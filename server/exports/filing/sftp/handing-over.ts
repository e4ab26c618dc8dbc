import type { Clock } from "../../../clock";
import { CaseSystemError, type Parcel } from "../port";
import { PATIENCE } from "../rules";
import type { Files } from "./connection";
import { markOf } from "./envelope";

/**
 * What tells a node that was killed from one that got no further: a mark of ours, laid beside the envelope before that gets
 * its name, and left there until a receipt has come. Receivers take no .part. [F24]
 */
export type Mark = { path: string; envelopePart: string };

type Deps = { files: Files; clock: Clock; parcel: Parcel };

export async function leaveMark({ files, clock, parcel }: Deps, { path }: Mark): Promise<void> {
  const said = Buffer.from(JSON.stringify({ at: clock.now().toISOString(), of: markOf(parcel) }));
  await files.write(path, said);
  const written = await files.read(path);
  if (!written || !said.equals(written))
    throw new CaseSystemError("unavailable", "The mark did not read back as it was written.");
}

/**
 * Whether the envelope has had its name, though neither it nor a receipt is there any more: then the receiver has taken it.
 * After three days a person has asked there [F12], and what they say counts, not the mark.
 */
export async function wasHandedOver({ files, clock, parcel }: Deps, { path, envelopePart }: Mark): Promise<boolean> {
  const mark = markIn(await files.read(path));
  if (!mark || clock.now().getTime() - mark.at > PATIENCE) return false;
  // Still under the name that nobody takes: it ended between the mark and the name.
  if (await files.read(envelopePart)) return false;
  if (mark.of !== markOf(parcel))
    throw new CaseSystemError("conflict", `${parcel.clientId} is sent already, with other files.`);
  return true;
}

function markIn(bytes: Buffer | null): { at: number; of: string } | null {
  try {
    const said: unknown = JSON.parse(bytes?.toString("utf8") ?? "null");
    if (typeof said !== "object" || said === null || !("at" in said) || !("of" in said)) return null;
    const at = Date.parse(String(said.at));
    return Number.isNaN(at) ? null : { at, of: String(said.of) };
  } catch {
    return null;
  }
}

/** It is known what became of it: nothing of ours is left lying there. */
export async function takeMark(files: Files, { path }: Mark): Promise<void> {
  if (await files.read(path)) await files.remove(path).catch(() => {});
}
