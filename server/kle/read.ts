import { readLines } from "./read-lines";
import { type ReadList, refused } from "./read-list";
import { readXml } from "./read-xml";

/**
 * Reads a list of KLE: OS2KLE.txt (topics in use, one a line, "[udgår 2027]" behind a title), or the XML that KLE-Online
 * publishes (topics or facets, with their days). Whatever it cannot read it refuses at its line. `edition`: the day to count
 * from where the file names none. [F19]
 */
export function readKle(bytes: Uint8Array, edition: string): ReadList {
  const text = decoded(bytes).replace(/^\ufeff/, "");
  if (text.trim() === "") throw refused("kle-empty");
  const list: ReadList = /^\s*</.test(text)
    ? readXml(text)
    : { kind: "topics", edition: null, numbers: readLines(text, edition) };
  if (list.numbers.length === 0) throw refused("kle-empty");
  return list;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused("kle-not-text");
  }
}
