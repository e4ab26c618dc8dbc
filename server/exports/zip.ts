import JSZip from "jszip";

export type Part = readonly [name: string, content: string | Uint8Array];

/**
 * The parts as a ZIP, in the order they are given: the same parts and date always give the same bytes. Names in `stored` are
 * not compressed. [X1]
 */
export async function packed(parts: Iterable<Part>, date: Date, stored: readonly string[] = []): Promise<Uint8Array> {
  const zip = new JSZip();
  const options = { date: atZipTime(date), createFolders: false, unixPermissions: null, dosPermissions: 0 };
  for (const [name, content] of parts)
    zip.file(name, content, { ...options, compression: stored.includes(name) ? "STORE" : "DEFLATE" });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "DOS" });
}

/** Zip keeps a time of day without a zone and to two seconds; jszip writes the UTC one. It begins in 1980. */
function atZipTime(date: Date): Date {
  return new Date(Math.max(date.getTime(), Date.UTC(1980, 0, 1)));
}
