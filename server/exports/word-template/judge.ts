import { openWord, openZip, Unfit } from "../../agreements";
import { fieldsIn, isField, PLACES, paragraphOf } from "./fields";

/** The parts of a template: words as text, pictures and the like as they are. */
export type Parts = Map<string, string | Uint8Array>;

export type Unusable =
  | "template-damaged"
  | "template-encrypted"
  | "template-unsafe"
  | "template-macros"
  | "template-external"
  | "template-embedded"
  | "template-too-large"
  | "template-no-letter"
  | "template-unknown-field";

/** Letterheads with their pictures; what is larger is no letterhead. */
const LARGEST = 5 * 1024 * 1024;
const LARGEST_UNPACKED = 30 * 1024 * 1024;
export const MAIN = "word/document.xml";
const FETCHES = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|RD)\b/i;

/** A Word file as a template, or why it is none. Hostile files are judged as papers are. [X16] [S16] */
export function judged(bytes: Uint8Array): Parts | { refused: Unusable } {
  if (bytes.length > LARGEST) return { refused: "template-too-large" };
  try {
    const parts = unpacked(bytes);
    if (!(parts instanceof Map)) return parts;
    openWord(bytes);
    const why = unsafe(parts) ?? incomplete(parts);
    return why ? { refused: why } : parts;
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    if (error.why === "encrypted") return { refused: "template-encrypted" };
    return { refused: error.why === "unsafe-file" ? "template-unsafe" : "template-damaged" };
  }
}

function unpacked(bytes: Uint8Array): Parts | { refused: Unusable } {
  const zip = openZip(bytes);
  if (zip.names.some((name) => /vba(?:Project|Data)/i.test(name))) return { refused: "template-macros" };
  if (zip.names.some((name) => /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-z]:|\p{Cc}/iu.test(name)))
    return { refused: "template-unsafe" };
  const parts: Parts = new Map();
  let size = 0;
  for (const name of zip.names) {
    const content = zip.read(name) ?? new Uint8Array();
    size += content.length;
    if (size > LARGEST_UNPACKED) return { refused: "template-too-large" };
    parts.set(name, /\.(?:xml|rels)$/i.test(name) ? decoded(content) : content);
  }
  return parts;
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    throw new Unfit("damaged");
  }
}

function unsafe(parts: Parts): Unusable | null {
  if (/macroEnabled|vbaProject/i.test(textOf(parts, "[Content_Types].xml"))) return "template-macros";
  for (const [name, content] of parts) {
    if (/^word\/(?:embeddings|activeX|afchunk)/i.test(name) || /\.(?:ole|exe|html?|mht)$/i.test(name))
      return "template-embedded";
    if (typeof content !== "string") continue;
    if (/<!DOCTYPE|<!ENTITY/i.test(content)) return "template-unsafe";
    if (/\.rels$/i.test(name) && leadsOut(content)) return "template-external";
    if (/<(?:o:OLEObject|w:altChunk|w:control|w:subDoc)\b/.test(content)) return "template-embedded";
    const instructions = [...content.matchAll(/<w:instrText[^>]*>([^<]*)|\bw:instr="([^"]*)"/g)];
    if (FETCHES.test(instructions.map(([, text, simple]) => text ?? simple).join(""))) return "template-external";
  }
  return null;
}

/** Links that a reader clicks may lead out; whatever Word fetches by itself may not. */
function leadsOut(relations: string): boolean {
  const out = [...relations.matchAll(/<Relationship\b[^>]*>/g)].filter(([each]) =>
    /TargetMode\s*=\s*["']External/i.test(each),
  );
  return out.some(([each]) => !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(each));
}

function incomplete(parts: Parts): Unusable | null {
  const main = textOf(parts, MAIN);
  if (!/<w:document\b/.test(main) || !/<\/w:body>/.test(main) || !/xmlns:r=/.test(main)) return "template-damaged";
  const names = [...parts].flatMap(([name, content]) =>
    typeof content === "string" && /^word\/[^/]+\.xml$/.test(name) ? fieldsIn(content) : [],
  );
  if (names.some((name) => !isField(name))) return "template-unknown-field";
  const places = fieldsIn(main);
  if (!places.includes("brev")) return "template-no-letter";
  const isMisplaced = PLACES.some((place) => places.includes(place) && !paragraphOf(main, place));
  return isMisplaced ? "template-no-letter" : null;
}

export function textOf(parts: Parts, name: string): string {
  const content = parts.get(name);
  return typeof content === "string" ? content : "";
}
