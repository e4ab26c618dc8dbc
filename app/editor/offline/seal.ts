/**
 * What is kept on the machine opens only for who wrote it: the key comes from the server with the page, and the page
 * keeps it in memory alone. (decision 0012)
 */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

const KIND = "AES-GCM";

/** Null where the browser has no cryptography for us: on plain http, beside localhost. */
export async function importKey(key: string): Promise<CryptoKey | null> {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, KIND, false, ["encrypt", "decrypt"]);
}

/** `place`: where it lies; taken to another place it does not open. */
export async function seal(key: CryptoKey, place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: KIND, iv, additionalData: asBytes(place) }, key, bytes) };
}

/** Null when it was sealed with another key, or has been changed. */
export async function unseal(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: KIND, iv, additionalData: asBytes(place) }, key, bytes));
  } catch {
    return null;
  }
}

function asBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
