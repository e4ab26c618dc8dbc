/** What an element's style says, from its own attribute and from the classes of the page's style sheet. */
export type Declared = Readonly<Record<string, string>>;

/** `@list l0:level2` of Word: how that level is numbered. */
export type Sheet = { classes: ReadonlyMap<string, Declared>; levels: ReadonlyMap<string, Declared> };

const NOTHING: Declared = {};
const LONGEST_SHEET = 2_000_000;
const MOST_RULES = 5000;

/** Only what classes and Word's list levels say; where a browser would draw more, nobody here draws. */
export function readSheet(css: string): Sheet {
  const classes = new Map<string, Declared>();
  const levels = new Map<string, Declared>();
  let at = 0;
  // Found by position, not by pattern: what is hostile is as long as it likes.
  for (let count = 0; count < MOST_RULES && at < Math.min(css.length, LONGEST_SHEET); count += 1) {
    const open = css.indexOf("{", at);
    const close = open < 0 ? -1 : css.indexOf("}", open);
    if (close < 0) break;
    const declared = declarations(css.slice(open + 1, close));
    for (const selector of css.slice(at, open).split(",").slice(-20)) keep(selector, declared, classes, levels);
    at = close + 1;
  }
  return { classes, levels };
}

function keep(selector: string, declared: Declared, classes: Map<string, Declared>, levels: Map<string, Declared>) {
  const last = selector.slice(-200).trim().split(/\s/).at(-1) ?? "";
  const level = /^l\d+:level\d$/.test(last) && selector.includes("@list") ? last : null;
  if (level) levels.set(level, declared);
  // "p.Kapitel", or ".s1" for whatever has that class.
  const name = /^[a-z0-9]*\.[\w-]+$/i.test(last) ? last : null;
  if (name) classes.set(name, { ...classes.get(name), ...declared });
}

const known = new Map<string, Declared>();

/** Word says the same of thousands of runs. */
function declarations(text: string): Declared {
  const found = known.get(text);
  if (found) return found;
  const declared: Record<string, string> = Object.create(null);
  for (const piece of text.slice(0, 20_000).split(";")) {
    const colon = piece.indexOf(":");
    if (colon > 0) declared[piece.slice(0, colon).trim().toLowerCase()] = piece.slice(colon + 1).trim();
  }
  if (known.size > 2000) known.clear();
  known.set(text, declared);
  return declared;
}

export function styleOf(element: Element, sheet: Sheet): Declared {
  const own = element.getAttribute("style");
  const named = sheet.classes.size > 0 ? ofClasses(element, sheet) : NOTHING;
  if (own === null) return named;
  return named === NOTHING ? declarations(own) : { ...named, ...declarations(own) };
}

function ofClasses(element: Element, { classes }: Sheet): Declared {
  const names = element.getAttribute("class");
  if (!names) return NOTHING;
  let found = NOTHING;
  for (const name of names.split(/\s+/, 20)) {
    for (const selector of [`.${name}`, `${element.localName}.${name}`]) {
      const declared = classes.get(selector);
      if (declared) found = found === NOTHING ? declared : { ...found, ...declared };
    }
  }
  return found;
}

/** True, false, or nothing said. */
export function boldIn(style: Declared): boolean | undefined {
  const weight = style["font-weight"];
  if (weight === undefined) return undefined;
  if (/^bold/i.test(weight)) return true;
  const number = Number.parseInt(weight, 10);
  return Number.isNaN(number) ? (/^normal|^lighter/i.test(weight) ? false : undefined) : number >= 600;
}

export function italicIn(style: Declared): boolean | undefined {
  const said = style["font-style"];
  if (said === undefined) return undefined;
  return /^(?:italic|oblique)/i.test(said) ? true : /^normal/i.test(said) ? false : undefined;
}

export function isHiddenBy(style: Declared): boolean {
  return /^none/i.test(style["display"] ?? "") || /^all/i.test(style["mso-hide"] ?? "");
}
