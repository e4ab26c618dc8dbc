import JSZip from "jszip";

/** For tests: what a Word file says when all its tracked changes are taken in, or none of them. */
export type Line = { style: string; level: string; text: string };

/** A part of the file, as XML. */
export async function partIn(bytes: Uint8Array, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(`word/${name}.xml`)?.async("string")) ?? "";
}

/** The paragraphs of the body, those in cells too; one whose end is gone is one with the next, which gives its looks. */
export function linesIn(document: string, taken: "all" | "none"): Line[] {
  const gone = taken === "all" ? "del" : "ins";
  const lines: Line[] = [];
  let before = "";
  for (const [, inside = ""] of document.matchAll(/<w:p>(.*?)<\/w:p>/gs)) {
    const properties = /^<w:pPr>.*?<\/w:pPr>(?=<w:(?:r|ins|del|hyperlink|comment)|$)/s.exec(inside)?.[0] ?? "";
    const text = before + wordsIn(inside.slice(properties.length), gone);
    const isJoined = new RegExp(`<w:rPr><w:${gone} `).test(properties);
    before = isJoined ? text : "";
    if (!isJoined) lines.push({ ...looksIn(properties, taken), text });
  }
  return lines;
}

function wordsIn(runs: string, gone: "del" | "ins"): string {
  const left = runs.replace(new RegExp(`<w:${gone} [^>]*>.*?</w:${gone}>`, "gs"), "");
  const pieces = left.matchAll(
    /<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>|<w:br\/>|<w:footnoteReference /g,
  );
  return [...pieces].map(([tag, text]) => text ?? (tag === "<w:br/>" ? "\n" : "*")).join("");
}

function looksIn(properties: string, taken: "all" | "none"): Omit<Line, "text"> {
  const old = /<w:pPrChange [^>]*>(.*)<\/w:pPrChange>/s.exec(properties)?.[1];
  const own = taken === "none" && old !== undefined ? old : properties.replace(/<w:pPrChange .*<\/w:pPrChange>/s, "");
  const written = (name: string) => new RegExp(`<w:${name} w:val="([^"]*)"`).exec(own)?.[1] ?? "";
  return { style: written("pStyle"), level: written("ilvl") };
}

/** As the schema wants them (CT_PPr, CT_RPr); Word calls a file broken whose elements stand in another order. */
const ORDERS: Record<string, readonly string[]> = {
  pPr: "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr pPrChange".split(
    " ",
  ),
  rPr: "ins del rStyle rFonts b bCs i iCs strike color sz szCs u vertAlign lang rPrChange".split(" "),
};

/** Elements that stand where the schema does not have them: `pPr: rPr before pStyle`. */
export function outOfOrder(xml: string): string[] {
  const found: string[] = [];
  for (const [parent, order] of Object.entries(ORDERS))
    for (const children of childrenIn(xml, parent)) {
      const places = children.map((name) => order.indexOf(name));
      places.forEach((place, at) => {
        if (place < 0) found.push(`${parent}: ${children[at]} is not known`);
        else if (place < (places[at - 1] ?? 0)) found.push(`${parent}: ${children[at - 1]} before ${children[at]}`);
      });
    }
  return found;
}

/** The names of the children of every element of that name. */
function childrenIn(xml: string, parent: string): string[][] {
  const found: string[][] = [];
  const open: { name: string; children: string[] }[] = [];
  for (const [tag, closes, name = ""] of xml.matchAll(/<(\/?)w\d*:([A-Za-z]+)[^>]*>/g)) {
    if (closes) open.pop();
    else {
      open.at(-1)?.children.push(name);
      const element = { name, children: [] };
      if (name === parent) found.push(element.children);
      if (!tag.endsWith("/>")) open.push(element);
    }
  }
  return found;
}
