import { Unfit } from "./unfit";

/**
 * A strict reader of the XML that Word writes. Elements named in `whole` are given with all they hold, those around them
 * only as they open and close, so that a paper is never a tree in memory. Documents with a DOCTYPE are refused: no entity
 * is ever defined, let alone fetched.
 */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] };

export type Visit = {
  /** Given as they are. */
  whole: ReadonlySet<string>;
  /** Of these only the words are kept, as if all in one piece: pictures, drawings, what is deleted. */
  hollow?: ReadonlySet<string>;
  open?(name: string): void;
  close?(name: string): void;
  read(element: Element, at: number): void;
};

/** Word reads no deeper, libxml2 neither; so all that walks an element may call itself. */
const DEEPEST = 256;
/** A paragraph with more pieces than this is none. */
const LARGEST = 400_000;

/** Names are the same whatever prefix a program writes; of other namespaces the local name is enough. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
};

/** Prefix → what names with it begin with here; each element has its parent's unless it declares some. */
type Names = ReadonlyMap<string, string>;
type Open = { tag: string; name: string; names: Names };
type Reading = {
  visit: Visit;
  path: Open[];
  /** The whole element being read and those open in it. */
  building: Element[];
  hollowAt: number;
  size: number;
  hasRoot: boolean;
};

export function readXml(xml: string, visit: Visit): void {
  const reading: Reading = { visit, path: [], building: [], hollowAt: -1, size: 0, hasRoot: false };
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const text = xml.slice(at, tag < 0 ? xml.length : tag);
    if (reading.path.length > 0) addText(reading, decoded(text));
    else if (text.trim() !== "") throw new Unfit("damaged");
    if (tag < 0) break;
    at = markup(reading, xml, tag) ?? element(reading, xml, tag);
  }
  if (!reading.hasRoot || reading.path.length > 0) throw new Unfit("damaged");
}

/** What begins with <! or <? is passed over, but for CDATA; answers where it ends. */
function markup(reading: Reading, xml: string, at: number): number | null {
  if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
  if (xml.startsWith("<?", at)) return after(xml, "?>", at + 2);
  if (xml.startsWith("<![CDATA[", at)) {
    const end = after(xml, "]]>", at + 9);
    addText(reading, xml.slice(at + 9, end - 3));
    return end;
  }
  if (xml.startsWith("<!", at)) throw new Unfit("unsafe-file");
  return null;
}

function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from);
  if (found < 0) throw new Unfit("damaged");
  return found + sign.length;
}

const CLOSING = /<\/([^\s<>/]+)\s*>/y;
const OPENING = /<([^\s<>/"'=]+)/y;
const ATTRIBUTE = /\s+([^\s<>/"'=]+)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const TAG_END = /\s*(\/?)>/y;

function element(reading: Reading, xml: string, at: number): number {
  const closing = match(CLOSING, xml, at);
  if (closing) {
    if (reading.path.at(-1)?.tag !== closing[1]) throw new Unfit("damaged");
    close(reading, at);
    return at + closing[0].length;
  }
  const opening = match(OPENING, xml, at);
  if (!opening?.[1]) throw new Unfit("damaged");
  let next = at + opening[0].length;
  const given: [string, string][] = [];
  for (let found = match(ATTRIBUTE, xml, next); found; found = match(ATTRIBUTE, xml, next)) {
    given.push([found[1] ?? "", decoded((found[2] ?? "").slice(1, -1))]);
    next += found[0].length;
  }
  const end = match(TAG_END, xml, next);
  if (!end) throw new Unfit("damaged");
  open(reading, opening[1], given);
  if (end[1] === "/") close(reading, at);
  return next + end[0].length;
}

function match(pattern: RegExp, xml: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(xml);
}

function open(reading: Reading, tag: string, given: readonly [string, string][]): void {
  const { path, building, visit } = reading;
  if (path.length === 0 && reading.hasRoot) throw new Unfit("damaged");
  reading.hasRoot = true;
  const names = namesIn(path.at(-1)?.names, given);
  const colon = tag.indexOf(":");
  const name = (names.get(tag.slice(0, Math.max(colon, 0))) ?? "") + tag.slice(colon + 1);
  path.push({ tag, name, names });
  if (path.length > DEEPEST) throw new Unfit("unsafe-file");
  const parent = building.at(-1);
  if (!parent && !visit.whole.has(name)) {
    visit.open?.(name);
    return;
  }
  const isHollow = reading.hollowAt >= 0;
  const element = { name, attributes: isHollow ? {} : attributesOf(given), children: [] };
  building.push(element);
  if (isHollow) return;
  parent?.children.push(element);
  if (visit.hollow?.has(name)) reading.hollowAt = building.length;
  reading.size += 1;
  if (reading.size > LARGEST) throw new Unfit("unsafe-file");
}

function namesIn(outer: Names | undefined, given: readonly [string, string][]): Names {
  const declared = given.filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (outer && declared.length === 0) return outer;
  const names = new Map(outer);
  for (const [name, namespace] of declared) names.set(name.slice("xmlns:".length), PREFIXES[namespace] ?? "");
  return names;
}

/** By their local names: no element that is read here has two of one name. */
function attributesOf(given: readonly [string, string][]): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of given) if (!name.includes("rsid")) attributes[name.slice(name.indexOf(":") + 1)] = value;
  return attributes;
}

function close(reading: Reading, at: number): void {
  const { building, visit } = reading;
  const name = reading.path.pop()?.name ?? "";
  const closed = building.pop();
  if (!closed) {
    visit.close?.(name);
    return;
  }
  if (building.length < reading.hollowAt) reading.hollowAt = -1;
  if (building.length > 0) return;
  reading.size = 0;
  visit.read(closed, at);
}

const WORDS = new Set(["w:t", "w:delText"]);

function addText({ building, hollowAt }: Reading, text: string): void {
  const inner = building.at(-1);
  if (!inner || text === "") return;
  if (hollowAt < 0) inner.children.push(text);
  else if (WORDS.has(inner.name)) building[hollowAt - 1]?.children.push(text);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});|&/g, (_, name: string | undefined) => {
    const character = name?.startsWith("#") ? numbered(name.slice(1)) : NAMED[name ?? ""];
    if (character === undefined) throw new Unfit("damaged");
    return character;
  });
}

function numbered(number: string): string | undefined {
  const point = number.startsWith("x") ? Number.parseInt(number.slice(1), 16) : Number(number);
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each): each is Element => typeof each !== "string" && each.name === name);
}

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((each): each is Element => typeof each !== "string" && each.name === name);
}

/** `<w:ilvl w:val="2"/>` under the element → "2". */
export function valueIn(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes["val"];
}

export function numberIn(element: Element | undefined, name: string): number | undefined {
  const value = Number.parseInt(valueIn(element, name) ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}

/** `<w:vanish/>` is on, `<w:vanish w:val="0"/>` off; undefined where nothing is said. */
export function switchIn(element: Element | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes["val"] ?? "");
}
