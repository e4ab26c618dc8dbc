import { paragraphOf } from "./fields";
import { MAIN, type Parts, textOf } from "./judge";
import { united } from "./styles";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS = "word/_rels/document.xml.rels";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Puts the letter of one Word file into the place that another keeps for it, with all that it leans on. [X16] */
export function grafted(template: Parts, letter: ReadonlyMap<string, string>): Parts {
  const parts = new Map(template);
  const notesFrom = numberNotesFrom(parts);
  const listsFrom = addLists(parts, letter.get("word/numbering.xml") ?? "");
  let body = bodyOf(letter.get(MAIN) ?? "");
  let notes = [...(letter.get("word/footnotes.xml") ?? "").matchAll(/<w:footnote w:id="\d+">[\s\S]*?<\/w:footnote>/g)]
    .map(([whole]) => whole)
    .filter((whole) => !/w:id="0"/.test(whole));
  const used = [...(body + notes.join("")).matchAll(/<w:(?:p|r)Style w:val="([^"]*)"/g)].map(([, id = ""]) => id);
  const stylesAt = related(parts, "styles") ?? "word/styles.xml";
  const styles = united(textOf(parts, stylesAt), letter.get("word/styles.xml") ?? "", used);
  parts.set(stylesAt, styles.xml);
  const own = (xml: string) =>
    xml
      .replace(
        /<w:((?:p|r)Style) w:val="([^"]*)"/g,
        (_, kind: string, id: string) => `<w:${kind} w:val="${styles.idOf(id)}"`,
      )
      .replace(/<w:numId w:val="(\d+)"/g, (_, id: string) => `<w:numId w:val="${Number(id) + listsFrom}"`)
      .replace(
        /<w:footnoteReference w:id="(\d+)"/g,
        (_, id: string) => `<w:footnoteReference w:id="${Number(id) + notesFrom}"`,
      )
      .replace(/r:id="(link\d+)"/g, 'r:id="svar-$1"');
  body = scaled(renumbered(own(body)), widthIn(textOf(parts, MAIN)));
  notes = notes.map((note) =>
    own(note).replace(/^<w:footnote w:id="(\d+)"/, (_, id: string) => `<w:footnote w:id="${Number(id) + notesFrom}"`),
  );
  addNotes(parts, notes, letter);
  addLinks(parts, RELATIONS, letter.get(RELATIONS) ?? "");
  placeBody(parts, body);
  return parts;
}

function bodyOf(document: string): string {
  const body = /<w:body>([\s\S]*)<\/w:body>/.exec(document)?.[1] ?? "";
  return body.replace(/<w:sectPr\b[\s\S]*?<\/w:sectPr>\s*$/, "");
}

/** The paragraph of a place may end a section of the template: then that stays. */
function placeBody(parts: Parts, body: string): void {
  const main = textOf(parts, MAIN);
  const place = paragraphOf(main, "brev");
  if (!place) return;
  const section = /<w:sectPr\b[\s\S]*?<\/w:sectPr>/.exec(main.slice(place.from, place.to))?.[0];
  const end = section ? `<w:p><w:pPr>${section}</w:pPr></w:p>` : "";
  const needsEnd = /^\s*<\/w:tc>/.test(main.slice(place.to)) && end === "" ? "<w:p/>" : end;
  parts.set(MAIN, main.slice(0, place.from) + body + needsEnd + main.slice(place.to));
}

/** docx numbers bookmarks through everything that a process ever writes. */
function renumbered(xml: string): string {
  const ids = new Map<string, number>();
  const idOf = (id: string) => {
    if (!ids.has(id)) ids.set(id, 90_000 + ids.size);
    return ids.get(id) ?? 0;
  };
  return xml.replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
    tag.replace(/w:id="(\d+)"/, (_, id: string) => `w:id="${idOf(id)}"`),
  );
}

/** The width between the margins of the template's last section, in twentieths of a point. */
function widthIn(document: string): number {
  const section = document.match(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g)?.at(-1) ?? "";
  const of = (tag: string, name: string) =>
    Number(new RegExp(`<w:${tag}\\b[^>]*w:${name}="(\\d+)"`).exec(section)?.[1] ?? Number.NaN);
  const width = of("pgSz", "w") - of("pgMar", "left") - of("pgMar", "right");
  return width > 2000 ? width : OUR_WIDTH;
}

const OUR_WIDTH = 11906 - 2 * 1474;

/** Tables are as wide as the text of our own paper. */
function scaled(xml: string, width: number): string {
  if (width === OUR_WIDTH) return xml;
  return xml.replace(/<w:(?:tblW|tcW|gridCol)\b[^>]*>/g, (tag) =>
    tag.replace(/w:w="(\d+)"/, (_, size: string) => `w:w="${Math.floor((Number(size) * width) / OUR_WIDTH)}"`),
  );
}

function numberNotesFrom(parts: Parts): number {
  const name = related(parts, "footnotes");
  const ids = [...(name ? textOf(parts, name) : "").matchAll(/<w:footnote\b[^>]*w:id="(-?\d+)"/g)].map(([, id]) =>
    Number(id),
  );
  return Math.max(0, ...ids);
}

function addNotes(parts: Parts, notes: readonly string[], letter: ReadonlyMap<string, string>): void {
  if (notes.length === 0) return;
  const name = related(parts, "footnotes") ?? add(parts, "footnotes", HEAD_NOTES);
  parts.set(
    name,
    withRelations(textOf(parts, name)).replace("</w:footnotes>", () => `${notes.join("")}</w:footnotes>`),
  );
  const links = letter.get("word/_rels/footnotes.xml.rels") ?? "";
  addLinks(parts, name.replace(/([^/]+)$/, "_rels/$1.rels"), links);
}

const SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const separator = (id: number, kind: string) =>
  `<w:footnote w:type="${kind}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:${kind}/></w:r></w:p></w:footnote>`;
const HEAD_NOTES = `${HEAD}<w:footnotes ${SPACES} xmlns:r="${OFFICE}">${separator(-1, "separator")}${separator(0, "continuationSeparator")}</w:footnotes>`;

function withRelations(xml: string): string {
  return /xmlns:r=/.test(xml) ? xml : xml.replace("<w:footnotes", `<w:footnotes xmlns:r="${OFFICE}"`);
}

/** Ours come behind theirs, with numbers of their own; Word wants all definitions before what uses them. */
function addLists(parts: Parts, ours: string): number {
  const abstracts = ours.match(/<w:abstractNum\b[\s\S]*?<\/w:abstractNum>/g) ?? [];
  const lists = ours.match(/<w:num\b[\s\S]*?<\/w:num>/g) ?? [];
  if (lists.length === 0) return 0;
  const name = related(parts, "numbering") ?? add(parts, "numbering", `${HEAD}<w:numbering ${SPACES}></w:numbering>`);
  const theirs = textOf(parts, name);
  const highest = (pattern: RegExp) => Math.max(0, ...[...theirs.matchAll(pattern)].map(([, id]) => Number(id)));
  const from = 1 + Math.max(highest(/w:abstractNumId="(\d+)"/g), highest(/<w:num w:numId="(\d+)"/g));
  const shift = (xml: string) =>
    xml
      .replace(/w:abstractNumId="(\d+)"/, (_, id: string) => `w:abstractNumId="${Number(id) + from}"`)
      .replace(/<w:abstractNumId w:val="(\d+)"/, (_, id: string) => `<w:abstractNumId w:val="${Number(id) + from}"`)
      .replace(/w:numId="(\d+)"/, (_, id: string) => `w:numId="${Number(id) + from}"`)
      .replace(/ w15:\w+="[^"]*"/g, "");
  const first = theirs.search(/<w:num\b/);
  const middle = first < 0 ? endOfLists(theirs) : first;
  const end = endOfLists(theirs);
  const made =
    theirs.slice(0, middle) +
    abstracts.map(shift).join("") +
    theirs.slice(middle, end) +
    lists.map(shift).join("") +
    theirs.slice(end);
  parts.set(name, made);
  return from;
}

function endOfLists(xml: string): number {
  const cleanup = xml.search(/<w:numIdMacAtCleanup\b/);
  return cleanup >= 0 ? cleanup : xml.lastIndexOf("</w:numbering>");
}

function addLinks(parts: Parts, name: string, ours: string): void {
  const links = [...ours.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)].map(([each]) =>
    each.replace(/Id="(link\d+)"/, 'Id="svar-$1"'),
  );
  if (links.length === 0) return;
  const empty = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  const theirs = textOf(parts, name) || empty;
  parts.set(
    name,
    theirs.replace(
      /<\/Relationships>|(<Relationships\b[^>]*)\/>/,
      (end, open?: string) => `${open ? `${open}>` : ""}${links.join("")}${open ? "</Relationships>" : end}`,
    ),
  );
}

/** The part that the document has for it, by its relationship. */
function related(parts: Parts, type: string): string | null {
  for (const [each] of textOf(parts, RELATIONS).matchAll(/<Relationship\b[^>]*>/g)) {
    if (!new RegExp(`Type="[^"]*/${type}"`).test(each)) continue;
    const target = /Target="([^"]*)"/.exec(each)?.[1] ?? "";
    const name = target.startsWith("/") ? target.slice(1) : `word/${target}`;
    if (parts.has(name)) return name;
  }
  return null;
}

function add(parts: Parts, type: "footnotes" | "numbering", content: string): string {
  const name = `word/samsvar-${type}.xml`;
  parts.set(name, content);
  const relation = `<Relationship Id="samsvar-${type}" Type="${OFFICE}/${type}" Target="samsvar-${type}.xml"/>`;
  parts.set(
    RELATIONS,
    textOf(parts, RELATIONS).replace("</Relationships>", () => `${relation}</Relationships>`),
  );
  const types = textOf(parts, "[Content_Types].xml");
  const override = `<Override PartName="/${name}" ContentType="${WORD}.${type}+xml"/>`;
  parts.set(
    "[Content_Types].xml",
    types.replace("</Types>", () => `${override}</Types>`),
  );
  return name;
}
