/** A council's own answer that goes along with a frozen text: whose it is, as it was called then, and its bytes' SHA-256. [F51] */
export type Attached = {
  id: string;
  center: string;
  centerName: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** How much in it is written like a CPR number, where there is anything. [F54] */
  cpr?: number;
};

/** Those in which something is written like a CPR number. */
export function attachedWithCpr({ attached = [] }: { attached?: readonly Attached[] }): Attached[] {
  return attached.filter(({ cpr = 0 }) => cpr > 0);
}
