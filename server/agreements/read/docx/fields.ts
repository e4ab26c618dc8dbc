import type { Element } from "./xml";

/**
 * Fields reach over runs and paragraphs: begin, what to compute, separate, what was computed, end. Only the last is text,
 * and of a table of contents not even that.
 */
export type Fields = {
  meet(character: Element): void;
  instruct(text: string): void;
  hides(): boolean;
  isInContents(): boolean;
  /** More begun than ended: a broken file, in which whatever came after is no part of the field. */
  areOpen(): boolean;
};

type Field = { instruction: string; hides: boolean; isContents: boolean };

export function createFields(): Fields {
  const open: Field[] = [];
  // Counted, so that a file with a million fields begun asks none of them.
  const count = { hiding: 0, contents: 0 };
  const close = (field: Field | undefined) => {
    if (field?.hides) count.hiding -= 1;
    if (field?.isContents) count.contents -= 1;
  };
  const separate = (field: Field) => {
    close(field);
    field.isContents = isContents(field.instruction);
    field.hides = field.isContents;
    if (field.isContents) {
      count.hiding += 1;
      count.contents += 1;
    }
  };
  return {
    meet(character) {
      const type = character.attributes["fldCharType"];
      const inner = open.at(-1);
      if (type === "begin") {
        open.push({ instruction: "", hides: true, isContents: false });
        count.hiding += 1;
      } else if (type === "separate" && inner) separate(inner);
      else if (type === "end") close(open.pop());
    },
    instruct(text) {
      const inner = open.at(-1);
      if (inner && inner.instruction.length < 100) inner.instruction += text;
    },
    hides: () => count.hiding > 0,
    isInContents: () => count.contents > 0,
    areOpen: () => open.length > 0,
  };
}

export function isContents(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction.slice(0, 100));
}

/** For a file whose fields do not add up: all words are text. */
export const NO_FIELDS: Fields = {
  meet() {},
  instruct() {},
  hides: () => false,
  isInContents: () => false,
  areOpen: () => false,
};
