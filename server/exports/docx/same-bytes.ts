import JSZip from "jszip";

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
  numberLinks(parts);
  const packed = new JSZip();
  const options = { date: atZipTime(date), createFolders: false, unixPermissions: null, dosPermissions: 0 };
  // Readers that sniff a type look at the first part, which is the list of types.
  for (const [name, text] of [...parts].sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES)))
    packed.file(name, text, options);
  return packed.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "DOS" });
}

const TYPES = "[Content_Types].xml";
const MAIN = "word/document.xml";
const RELATIONS = "word/_rels/document.xml.rels";

function dated(name: string, xml: string, date: Date): string {
  if (name !== "docProps/core.xml") return xml;
  const at = `${date.toISOString().slice(0, 19)}Z`;
  return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at}`);
}

function numberLinks(parts: Map<string, string>): void {
  const relations = parts.get(RELATIONS) ?? "";
  const made = [...relations.matchAll(/<Relationship [^>]*Id="([^"]+)"[^>]*TargetMode="External"/g)];
  const numbered = new Map(made.map((match, index) => [match[1] ?? "", `link${index + 1}`]));
  for (const name of [MAIN, RELATIONS]) {
    const xml = parts.get(name) ?? "";
    parts.set(
      name,
      xml.replace(/\b(r:id|Id)="([^"]+)"/g, (whole, key: string, id: string) => {
        const known = numbered.get(id);
        return known ? `${key}="${known}"` : whole;
      }),
    );
  }
}

/** Zip keeps a time of day without a zone and to two seconds; jszip writes the UTC one. It begins in 1980. */
function atZipTime(date: Date): Date {
  return new Date(Math.max(date.getTime(), Date.UTC(1980, 0, 1)));
}
