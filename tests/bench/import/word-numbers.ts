import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";
import type { Block } from "./flow";

export type Numbered = { reference: string; level: number; instance: number };
type Config = INumberingOptions["config"];

const DEPTHS = [0, 1, 2, 3];

/** Word's lists: "1" with and without a stop down to "1.1.1.1", "§ 1.", bullets, "a)", "1)" and "1.". */
export function numberingOf(): Config {
  const parts = (level: number) =>
    DEPTHS.slice(0, level + 1)
      .map((each) => `%${each + 1}`)
      .join(".");
  const indent = (level: number) => ({ paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } });
  const config = (reference: string, kind: string, textOf: (level: number) => string): Config[number] => ({
    reference,
    levels: DEPTHS.map((level) => ({
      level,
      format:
        kind === "bullet" ? LevelFormat.BULLET : kind === "letter" ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL,
      text: textOf(level),
      alignment: AlignmentType.LEFT,
      style: indent(level),
    })),
  });
  return [
    config("outline", "decimal", parts),
    config("outline-with-stop", "decimal", (level) => `${parts(level)}.`),
    config("paragraph-sign", "decimal", (level) => `§ %${level + 1}.`),
    config("bullets", "bullet", () => "•"),
    config("letters", "letter", (level) => `%${level + 1})`),
    config("brackets", "decimal", (level) => `%${level + 1})`),
    config("stops", "decimal", (level) => `%${level + 1}.`),
  ];
}

/**
 * Gives each block the automatic number that prints what it should: only where Word's own counting comes to the same.
 * Everything else is typed by hand, as people do with "Kapitel 2" and "Stk. 3.".
 */
export function createNumbers(): (block: Block) => Numbered | null {
  const counted: number[] = [];
  let paragraphs = 0;
  let instance = 0;
  let items = 0;
  return (block) => {
    if (block.is === "heading" || block.is === "point") {
      if (/^§ \d+\.$/.test(block.number)) return paragraphSign(Number(/\d+/.exec(block.number)?.[0]), ++paragraphs);
      return outline(block.number, counted);
    }
    if (block.is !== "item") return null;
    if (block.isFirst) {
      instance += 1;
      items = 0;
    }
    items += 1;
    return itemNumber(block, items, instance);
  };
}

function paragraphSign(printed: number, automatic: number): Numbered | null {
  return printed === automatic ? { reference: "paragraph-sign", level: 0, instance: 0 } : null;
}

function outline(printed: string, counted: number[]): Numbered | null {
  if (!/^\d+(?:\.\d+)*\.?$/.test(printed)) return null;
  const parts = printed.replace(/\.$/, "").split(".").map(Number);
  const level = parts.length - 1;
  const next = [...counted.slice(0, level), (counted[level] ?? 0) + 1];
  if (next.join(".") !== parts.join(".")) return null;
  counted.splice(0, counted.length, ...next);
  return { reference: printed.endsWith(".") ? "outline-with-stop" : "outline", level, instance: 0 };
}

function itemNumber(block: Block & { is: "item" }, count: number, instance: number): Numbered | null {
  const level = Math.min(block.level, 3);
  if (block.sign === "•") return { reference: "bullets", level, instance: 0 };
  if (block.sign === `${String.fromCharCode(96 + count)})`) return { reference: "letters", level, instance };
  if (block.sign === `${count})`) return { reference: "brackets", level, instance };
  return block.sign === `${count}.` ? { reference: "stops", level, instance } : null;
}
