/** A style of Word: what it is called decides what it is, its id is each program's own. */
type Style = { id: string; type: string; name: string; xml: string; isDefault: boolean };

export type Styles = { xml: string; idOf: (ours: string) => string };

/**
 * The template's styles, with those of ours that are used and that it has none of. A style is known by its name, which is the
 * same in every language of Word ("heading 1"). [X16]
 */
export function united(template: string, ours: string, used: readonly string[]): Styles {
  const theirs = stylesIn(template);
  const known = stylesIn(ours);
  const ids = new Map<string, string>();
  const normal = theirs.find(({ type, isDefault }) => type === "paragraph" && isDefault);
  if (normal) ids.set("Normal", normal.id);
  const added: Style[] = [];
  for (const id of used) {
    const style = known.find((each) => each.id === id);
    if (!style || ids.has(id)) continue;
    const same = theirs.find(({ type, name }) => type === style.type && name === style.name);
    const free = theirs.some((each) => each.id === id) ? `Samsvar${id}` : id;
    ids.set(id, same?.id ?? free);
    if (!same) added.push(style);
  }
  const idOf = (id: string) => ids.get(id) ?? id;
  const written = added.map((style) => renamed(style, idOf));
  return { xml: inDanish(template).replace("</w:styles>", () => `${written.join("")}</w:styles>`), idOf };
}

function stylesIn(xml: string): Style[] {
  return [...xml.matchAll(/<w:style\b([^>]*)>[\s\S]*?<\/w:style>/g)].map(([whole, attributes = ""]) => ({
    id: /w:styleId="([^"]*)"/.exec(attributes)?.[1] ?? "",
    type: /w:type="([^"]*)"/.exec(attributes)?.[1] ?? "paragraph",
    isDefault: /w:default="(?:1|true|on)"/.test(attributes),
    name: (/<w:name\s+w:val="([^"]*)"/.exec(whole)?.[1] ?? "").toLowerCase(),
    xml: whole,
  }));
}

/** Without the font and size of our own paper: in a municipality's letter they are the municipality's. */
function renamed({ xml }: Style, idOf: (id: string) => string): string {
  return xml
    .replace(/w:styleId="([^"]*)"/, (_, id: string) => `w:styleId="${idOf(id)}"`)
    .replace(/<w:basedOn w:val="([^"]*)"\/>/, (_, id: string) => `<w:basedOn w:val="${idOf(id)}"/>`)
    .replace(/<w:next w:val="([^"]*)"\/>/, (_, id: string) => `<w:next w:val="${idOf(id)}"/>`)
    .replace(/<w:link w:val="[^"]*"\/>/, "")
    .replace(/<w:rFonts[^>]*\/>/g, "");
}

/** Word checks the spelling by it, and a screen reader speaks by it. */
function inDanish(xml: string): string {
  const danish = '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>';
  const usual = /<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>/.exec(xml)?.[0];
  if (usual === undefined) return xml;
  if (/<w:lang\b/.test(usual)) return xml.replace(usual, () => usual.replace(/<w:lang\b[^>]*\/>/, danish));
  return xml.replace(usual, () => usual.replace("</w:rPr>", `${danish}</w:rPr>`));
}
