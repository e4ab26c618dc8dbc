import { open, readdir, readFile, rename, stat } from "node:fs/promises";

/** A file's bytes are on the disk, not only in the system's cache, when this returns. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, "w", 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only when the directory that holds the names is. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

export async function renameDurably(from: string, to: string, directory: string): Promise<void> {
  await rename(from, to);
  await syncDirectory(directory);
}

export async function readOrNull(path: string): Promise<Buffer | null> {
  return orNull(readFile(path));
}

export async function namesIn(path: string): Promise<string[]> {
  return (await orNull(readdir(path))) ?? [];
}

export async function isDirectory(path: string): Promise<boolean> {
  return (await orNull(stat(path)))?.isDirectory() ?? false;
}

/** Null for what is not there; every other trouble flies. */
async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (isCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
}
