/**
 * MD4 (RFC 1320). NTLM is made of it, and OpenSSL 3 has put it away with good reason: nothing else may use this.
 */
export function md4(bytes: Uint8Array): Buffer {
  const state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  const padded = padding(bytes);
  for (let at = 0; at < padded.length; at += 64) {
    const words = Array.from({ length: 16 }, (_none, index) => padded.readUInt32LE(at + 4 * index));
    const before: State = [...state];
    for (const round of ROUNDS) round(state, words);
    for (const index of [0, 1, 2, 3] as const) state[index] = (state[index] + before[index]) >>> 0;
  }
  const out = Buffer.alloc(16);
  for (const [index, word] of state.entries()) out.writeUInt32LE(word, 4 * index);
  return out;
}

type State = [number, number, number, number];
type Mix = (x: number, y: number, z: number) => number;

function padding(bytes: Uint8Array): Buffer {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = Buffer.alloc(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  padded.writeBigUInt64LE(BigInt(bytes.length) * 8n, length - 8);
  return padded;
}

function rotated(value: number, by: number): number {
  return ((value << by) | (value >>> (32 - by))) >>> 0;
}

function round(mix: Mix, constant: number, order: readonly number[], turns: readonly number[]) {
  return (state: State, words: readonly number[]): void => {
    for (const [step, word] of order.entries()) {
      const [a, b, c, d] = state;
      const sum = (a + mix(b, c, d) + (words[word] ?? 0) + constant) >>> 0;
      // The four places change roles from step to step: so do they here.
      state.splice(0, 4, d, rotated(sum, turns[step % 4] ?? 0), b, c);
    }
  };
}

const ROUNDS = [
  round((x, y, z) => (x & y) | (~x & z), 0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [3, 7, 11, 19]),
  round(
    (x, y, z) => (x & y) | (x & z) | (y & z),
    0x5a827999,
    [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    [3, 5, 9, 13],
  ),
  round((x, y, z) => x ^ y ^ z, 0x6ed9eba1, [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], [3, 9, 11, 15]),
];
