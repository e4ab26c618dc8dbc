import { child, type Element, numberIn, readXml, switchIn, valueIn } from "./xml";

/** Which list, and which level of it; a style or a paragraph may say one and take the other from above. */
export type NumberingOf = { id?: string; level?: number };

/** Word's styles, each with what it takes from those it is based on. */
export type Style = {
  id: string;
  /** 1 to 6 for a heading, 0 for text, null when nothing is said. */
  level: number | null;
  isTitle: boolean;
  /** Its paragraphs are the table of contents. */
  isContents: boolean;
  numbering: NumberingOf;
  isHidden: boolean;
  isBold: boolean;
  isItalic: boolean;
  /** From the margin, in twentieths of a point. */
  left: number | null;
};

export type Styles = {
  /** By its id, or the one paragraphs have that name none. */
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): Style;
  /** `numStyleLink`: the numbering that a style of lists stands for. */
  numberingOf(id: string): string | null;
};

const PLAIN: Style = {
  id: "",
  level: null,
  isTitle: false,
  isContents: false,
  numbering: {},
  isHidden: false,
  isBold: false,
  isItalic: false,
  left: null,
};

export function readStyles(xml: string | null): Styles {
  const elements = new Map<string, Element>();
  let usual: string | undefined;
  const read = (element: Element) => {
    const id = element.attributes["styleId"] ?? "";
    if (element.attributes["type"] === "paragraph" && element.attributes["default"] === "1") usual = id;
    elements.set(id, element);
  };
  if (xml !== null) readXml(xml, { whole: new Set(["w:style"]), read });
  const resolve = resolver(elements);
  return {
    paragraph: (id) => resolve(id !== undefined && elements.has(id) ? id : usual),
    character: (id) => resolve(id),
    numberingOf: (id) => resolve(id).numbering.id ?? null,
  };
}

/** Word follows no chain further; one that leads back to itself ends there too. */
const LONGEST_CHAIN = 30;

function resolver(elements: ReadonlyMap<string, Element>) {
  const known = new Map<string, Style>();
  return function resolve(id: string | undefined, depth = 0): Style {
    const element = id === undefined ? undefined : elements.get(id);
    if (id === undefined || !element || depth > LONGEST_CHAIN) return PLAIN;
    const found = known.get(id);
    if (found) return found;
    const style = styled(id, element, resolve(valueIn(element, "w:basedOn"), depth + 1));
    known.set(id, style);
    return style;
  };
}

const HEADING = /^(?:heading|overskrift) ?([1-9])$/i;
const TITLE = /^(?:title|titel)$/i;
const CONTENTS =
  /^(?:(?:toc|indholdsfortegnelse|contents) ?\d|(?:toc|contents) heading|table of figures|overskrift til indholdsfortegnelse)$/i;

function styled(id: string, element: Element, above: Style): Style {
  const names = [id, valueIn(element, "w:name") ?? ""];
  const paragraph = child(element, "w:pPr");
  const run = child(element, "w:rPr");
  return {
    id,
    level: outlineOf(paragraph) ?? headingOf(names) ?? above.level,
    isTitle: names.some((name) => TITLE.test(name)) || above.isTitle,
    isContents: names.some((name) => CONTENTS.test(name)),
    numbering: { ...above.numbering, ...numberingIn(paragraph) },
    isHidden: switchIn(run, "w:vanish") ?? above.isHidden,
    isBold: switchIn(run, "w:b") ?? above.isBold,
    isItalic: switchIn(run, "w:i") ?? above.isItalic,
    left: leftOf(paragraph) ?? above.left,
  };
}

/** Of a heading by its name, where no outline says it: "heading 2", and the ids of a Danish Word, "Overskrift2". */
function headingOf(names: readonly string[]): number | undefined {
  const digit = names.map((name) => HEADING.exec(name)?.[1]).find((found) => found !== undefined);
  return digit === undefined ? undefined : Math.min(Number(digit), 6);
}

/** Nine is what Word calls body text. */
export function outlineOf(properties: Element | undefined): number | undefined {
  const outline = numberIn(properties, "w:outlineLvl");
  if (outline === undefined || outline < 0) return undefined;
  return outline > 8 ? 0 : Math.min(outline + 1, 6);
}

export function numberingIn(properties: Element | undefined): NumberingOf {
  const numbering = child(properties, "w:numPr");
  const id = valueIn(numbering, "w:numId");
  const level = numberIn(numbering, "w:ilvl");
  return { ...(id === undefined ? {} : { id }), ...(level === undefined ? {} : { level }) };
}

export function leftOf(properties: Element | undefined): number | undefined {
  const { left, start } = child(properties, "w:ind")?.attributes ?? {};
  const value = Number.parseInt(left ?? start ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}
