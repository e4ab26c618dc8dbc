/** Ids of blocks and tables: short, made where the block is made, for life. [E2] */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const LENGTH = 12;
const BLOCK_ID = /^[A-Za-z0-9_-]{6,40}$/;

/** 12 characters of 6 random bits: 72 bits, so two people never make the same one. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join("");
}

/** Whether a value from outside (an update, pasted HTML) could be a block id at all. */
export function isBlockId(value: unknown): value is string {
  return typeof value === "string" && BLOCK_ID.test(value);
}
