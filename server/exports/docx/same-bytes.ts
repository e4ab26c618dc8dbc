import JSZip from "jszip";
import { packed } from "../zip";

/**
 * Packs a DOCX again so that the same letter always gives the same bytes: the parts in order of their names, every time
 * the version's own, and the links' random ids numbered in order. [X1]
 */
export async function withSameBytes(docx: Uint8Array, date: Date): Promise<Uint8Array> {
  const made = await JSZip.loadAsync(docx);
  const parts = new Map<string, string>();
  for (const name of Object.keys(made.files).sort()) {
    const file = made.files[name];
    if (file && !file.dir) parts.set(name, dated(name, await file.async("string"), date));
  }
  for (const part of ["document", "footnotes"]) numberLinks(parts, part);
  // Readers that sniff a type look at the first part, which is the list of types.
  return packed(
    [...parts].sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES)),
    date,
  );
}

const TYPES = "[Content_Types].xml";

function dated(name: string, xml: string, date: Date): string {
  if (name !== "docProps/core.xml") return xml;
  const at = `${date.toISOString().slice(0, 19)}Z`;
  return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at}`);
}

function numberLinks(parts: Map<string, string>, part: string): void {
  const [main, relatedTo] = [`word/${part}.xml`, `word/_rels/${part}.xml.rels`];
  const relations = parts.get(relatedTo) ?? "";
  const made = [...relations.matchAll(/<Relationship [^>]*Id="([^"]+)"[^>]*TargetMode="External"/g)];
  const numbered = new Map(made.map((match, index) => [match[1] ?? "", `link${index + 1}`]));
  for (const name of [main, relatedTo]) {
    const xml = parts.get(name);
    if (xml === undefined) continue;
    parts.set(
      name,
      xml.replace(/\b(r:id|Id)="([^"]+)"/g, (whole, key: string, id: string) => {
        const known = numbered.get(id);
        return known ? `${key}="${known}"` : whole;
      }),
    );
  }
}
