/** A file as it is handed out: under its own name, and known by its bytes. */
export type MadeFile = { fileName: string; mediaType: string; bytes: Uint8Array; sha256: string };
