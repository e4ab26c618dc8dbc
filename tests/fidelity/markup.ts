/** A small reader of well-formed XML and of the HTML that we and mammoth write: a tree of elements and texts. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const EMPTY = new Set(["br", "meta", "link", "hr", "img", "col"]);
const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: "\u00a0" };

export function readMarkup(markup: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const pieces = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
  for (const [, closes, name = "", attributes = "", isEmpty, text] of markup.matchAll(pieces)) {
    const inner = open.at(-1);
    if (text !== undefined) inner?.children.push(decoded(text));
    else if (name === "") continue;
    else if (closes) close(open, name);
    else {
      const element = { name, attributes: attributesIn(attributes), children: [] };
      inner?.children.push(element);
      if (!isEmpty && !EMPTY.has(name)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`Expected well-formed markup; <${open.at(-1)?.name}> never ends.`);
  return root;
}

function close(open: Element[], name: string): void {
  const last = open.pop();
  if (last?.name !== name) throw new Error(`Expected well-formed markup; </${name}> ends <${last?.name}>.`);
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, decoded(value)]));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (NAMED[name] ?? whole);
  });
}

export function find(element: Element, name: string): Element[] {
  const below = element.children.flatMap((child) => (typeof child === "string" ? [] : find(child, name)));
  return element.name === name ? [element, ...below] : below;
}
