import { parcelHash } from "../manifest";
import type { Parcel } from "../port";

/** What we write on each document of ours in a system that keeps no ids for us, to know it again. */
export type Mark = { clientId: string; part: number; of: number; parcel: string };

/** "6a802a20-… 1-3 0123456789abcdef": may stand in a text and in a file's name. */
export function markOf(parcel: Parcel, index: number): string {
  return `${parcel.clientId} ${index + 1}-${1 + parcel.attachments.length} ${shortHash(parcel)}`;
}

const MARK = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d+)-(\d+) ([0-9a-f]{16})/;

export function markIn(text: string): Mark | null {
  const [, clientId, part, of, parcel] = MARK.exec(text) ?? [];
  return clientId && parcel ? { clientId, part: Number(part), of: Number(of), parcel } : null;
}

/** Enough of the parcel's hash to tell it from any other that was ever sent under the same id. */
export function shortHash(parcel: Parcel): string {
  return parcelHash(parcel).slice(0, 16);
}
