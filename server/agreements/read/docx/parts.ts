import { Unfit } from "./unfit";
import { type Element, readXml } from "./xml";
import type { Parts } from "./zip";

// What Word's files and Excel's have in common: parts of XML, and lists of what each part needs.

/** Half of what a part may be: as text it takes twice its bytes, beside them. The longest papers have 20 MB. */
const LARGEST_XML = 50 * 1024 * 1024;

export function refuseMacros(parts: Parts): void {
  if (parts.names.some((name) => /(?:^|\/)vba(?:Project|Data)[^/]*$/i.test(name))) throw new Unfit("unsafe-file");
  forEach(xmlOf(parts, "[Content_Types].xml"), ["Override", "Default"], ({ attributes }) => {
    if (/macroEnabled|vbaProject/i.test(attributes["ContentType"] ?? "")) throw new Unfit("unsafe-file");
  });
}

/** What a part needs, by the last word of the relationship's type, which is the same in both editions of the standard. */
export function relations(parts: Parts, of: string): Map<string, string> {
  const folder = folderOf(of);
  const related = new Map<string, string>();
  forEach(relationsOf(parts, of), ["Relationship"], ({ attributes }) => {
    const type = attributes["Type"]?.split("/").at(-1) ?? "";
    const target = attributes["Target"] ?? "";
    if (attributes["TargetMode"] === "External" || related.has(type)) return;
    related.set(type, target.startsWith("/") ? target.slice(1) : resolved(folder + target));
  });
  return related;
}

export function relationsOf(parts: Parts, of: string): string | null {
  const folder = folderOf(of);
  return xmlOf(parts, `${folder}_rels/${of.slice(folder.length)}.rels`);
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

export function forEach(xml: string | null, names: readonly string[], read: (element: Element) => void): void {
  if (xml !== null) readXml(xml, { whole: new Set(names), read });
}

/** Parts are UTF-8 or UTF-16, says the standard, and nothing else is taken. */
export function xmlOf(parts: Parts, name: string): string | null {
  const bytes = parts.read(name);
  if (!bytes) return null;
  if (bytes.length > LARGEST_XML) throw new Unfit("unsafe-file");
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unfit("damaged");
  }
}

/** Id → the part it names: a workbook has many sheets of one type. */
export function targets(parts: Parts, of: string): Map<string, string> {
  const folder = folderOf(of);
  const found = new Map<string, string>();
  forEach(relationsOf(parts, of), ["Relationship"], ({ attributes }) => {
    const target = attributes["Target"] ?? "";
    if (attributes["TargetMode"] === "External") return;
    found.set(attributes["Id"] ?? "", target.startsWith("/") ? target.slice(1) : resolved(folder + target));
  });
  return found;
}
