import { forEach, refuseMacros, relations, relationsOf, xmlOf } from "./parts";
import { Unfit } from "./unfit";
import { openZip, type Parts } from "./zip";

/** The parts of a DOCX that are read, as XML. Headers, footers and pictures are never unpacked. */
export type Word = {
  document: string;
  styles: string | null;
  numbering: string | null;
  footnotes: string | null;
  endnotes: string | null;
  comments: string | null;
  /** Part → the addresses its links lead to, by the ids it knows them by. */
  links: Record<"document" | "footnotes" | "endnotes", ReadonlyMap<string, string>>;
};

const USUAL = "word/document.xml";

export function openWord(bytes: Uint8Array): Word {
  const parts = openZip(bytes);
  refuseMacros(parts);
  const main = mainPart(parts);
  const document = xmlOf(parts, main);
  if (document === null) throw new Unfit("other-content");
  const related = relations(parts, main);
  const part = (type: string) => {
    const name = related.get(type);
    return name === undefined ? null : xmlOf(parts, name);
  };
  const linksOf = (type: string) => addresses(parts, related.get(type));
  return {
    document,
    styles: part("styles"),
    numbering: part("numbering"),
    footnotes: part("footnotes"),
    endnotes: part("endnotes"),
    comments: part("comments"),
    links: {
      document: addresses(parts, main),
      footnotes: linksOf("footnotes"),
      endnotes: linksOf("endnotes"),
    },
  };
}

/** The part the package names as its document: some programs call it word/document2.xml. */
function mainPart(parts: Parts): string {
  const named = relations(parts, "").get("officeDocument") ?? USUAL;
  return parts.names.some((name) => name.toLowerCase() === named.toLowerCase()) ? named : USUAL;
}

/** Where links lead out of the paper. Nothing is ever fetched from there. */
function addresses(parts: Parts, of: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  forEach(of === undefined ? null : relationsOf(parts, of), ["Relationship"], ({ attributes }) => {
    const isLink = attributes["TargetMode"] === "External" && attributes["Type"]?.endsWith("/hyperlink");
    if (isLink) found.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
  });
  return found;
}
