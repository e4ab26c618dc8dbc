/**
 * `~wwssss` in the typed text: which writer of the room, and the writer's how-manieth update, in base 36. Receivers find it
 * in the raw bytes, because applying what they get would cost more than the servers that are measured.
 */
export const MARKER_LENGTH = 7;
const TILDE = 0x7e;
const WRITER = 2;

export function marker(writer: number, number: number): string {
  return `~${writer.toString(36).padStart(WRITER, "0")}${number.toString(36).padStart(MARKER_LENGTH - 1 - WRITER, "0")}`;
}

export function eachMarker(bytes: Buffer, found: (writer: number, number: number) => void): void {
  for (
    let at = bytes.indexOf(TILDE);
    at >= 0 && at + MARKER_LENGTH <= bytes.length;
    at = bytes.indexOf(TILDE, at + 1)
  ) {
    const writer = numberAt(bytes, at + 1, WRITER);
    const number = numberAt(bytes, at + 1 + WRITER, MARKER_LENGTH - 1 - WRITER);
    // A varint may be a tilde too; that letters follow it is next to impossible.
    if (writer >= 0 && number >= 0) found(writer, number);
  }
}

/** -1 when these are no digits. */
function numberAt(bytes: Buffer, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 122 ? byte - 87 : -1;
    if (digit < 0) return -1;
    value = value * 36 + digit;
  }
  return value;
}
