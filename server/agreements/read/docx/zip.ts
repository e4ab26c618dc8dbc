import { crc32, inflateRawSync } from "node:zlib";
import { Unfit } from "./unfit";

/**
 * The parts of a ZIP, by its own list of them. Strict where readers differ (overlaps, doubled names), for what two
 * programs read differently hides something. Zip64 is not read: a paper of 50 MB has no need of it.
 */
export type Parts = { names: string[]; read(name: string): Uint8Array | null };

const MOST = {
  entries: 5000,
  /** Of one part, and of all together: what unpacks to more is no paper. */
  partBytes: 100 * 1024 * 1024,
  allBytes: 500 * 1024 * 1024,
  /** Deflate packs white space a thousand to one, prose and its XML ten or twenty to one. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
} as const;

type Entry = {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const IS_ENCRYPTED = 1;

export function openZip(bytes: Uint8Array): Parts {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listOf(content);
  if (entries.some(({ flags }) => flags & IS_ENCRYPTED)) throw new Unfit("encrypted");
  if (entries.some(isBomb) || sumOf(entries) > MOST.allBytes) throw new Unfit("unsafe-file");
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  if (byName.size < entries.length) throw new Unfit("damaged");
  return {
    names: entries.map(({ name }) => name),
    read(name) {
      const entry = byName.get(name.toLowerCase());
      return entry ? unpack(content, entry) : null;
    },
  };
}

function listOf(content: Buffer): Entry[] {
  const end = endOf(content);
  const count = content.readUInt16LE(end + 10);
  const from = content.readUInt32LE(end + 16);
  if (count > MOST.entries) throw new Unfit("unsafe-file");
  const entries: Entry[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(content, at, end);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  refuseOverlaps(content, entries, from);
  return entries;
}

/** The end record, searched from the back: a comment may follow it. */
function endOf(content: Buffer): number {
  const first = Math.max(0, content.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = content.length - END_LENGTH; at >= first; at -= 1) {
    if (content.readUInt32LE(at) === END && at + END_LENGTH + content.readUInt16LE(at + 20) === content.length)
      return at;
  }
  throw new Unfit("damaged");
}

function entryAt(content: Buffer, at: number, end: number): { entry: Entry; next: number } {
  if (at + ENTRY_LENGTH > end || content.readUInt32LE(at) !== ENTRY) throw new Unfit("damaged");
  const nameEnd = at + ENTRY_LENGTH + content.readUInt16LE(at + 28);
  const next = nameEnd + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  if (next > end) throw new Unfit("damaged");
  const entry = {
    name: content.toString("utf8", at + ENTRY_LENGTH, nameEnd).replaceAll("\\", "/"),
    flags: content.readUInt16LE(at + 8),
    method: content.readUInt16LE(at + 10),
    crc: content.readUInt32LE(at + 16),
    packed: content.readUInt32LE(at + 20),
    unpacked: content.readUInt32LE(at + 24),
    offset: content.readUInt32LE(at + 42),
  };
  return { entry, next };
}

/** One stream listed many times over is how a small file unpacks to more than any limit on a single part. */
function refuseOverlaps(content: Buffer, entries: readonly Entry[], listAt: number): void {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of inOrder.entries()) {
    const end = streamOf(content, entry) + entry.packed;
    if (end > listAt) throw new Unfit("damaged");
    const next = inOrder[index + 1];
    if (next && end > next.offset) throw new Unfit("unsafe-file");
  }
}

/** Where an entry's bytes begin, after its own head. */
function streamOf(content: Buffer, { offset }: Entry): number {
  if (offset + LOCAL_LENGTH > content.length || content.readUInt32LE(offset) !== LOCAL) throw new Unfit("damaged");
  return offset + LOCAL_LENGTH + content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28);
}

/** By what it says it unpacks to; `unpack` holds it to that. Pictures may be blank, and are never unpacked. */
function isBomb({ name, packed, unpacked }: Entry): boolean {
  if (unpacked > MOST.partBytes) return true;
  const isPicture = /^word\/media\/[^/]+\.(?:bmp|emf|wmf|tiff?)$/i.test(name);
  return !isPicture && unpacked > MOST.ratioFrom && unpacked > packed * MOST.ratio;
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
}

function unpack(content: Buffer, entry: Entry): Uint8Array {
  const start = streamOf(content, entry);
  const stream = content.subarray(start, start + entry.packed);
  const bytes = entry.method === 0 ? stream : inflate(stream, entry);
  if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc) throw new Unfit("damaged");
  return bytes;
}

function inflate(stream: Buffer, { method, unpacked }: Entry): Buffer {
  if (method !== 8) throw new Unfit("damaged");
  try {
    return inflateRawSync(stream, { maxOutputLength: Math.max(unpacked, 1) });
  } catch (error) {
    const isTooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new Unfit(isTooLong ? "unsafe-file" : "damaged");
  }
}
