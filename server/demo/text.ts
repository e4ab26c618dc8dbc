import type { BlockKind, Inline, Stance } from "../../app/document-model/document";
import type { DemoCenter, DemoPerson } from "./people";

/** "source" is the whole source; else a clause's number ("5.3"), or the opening words of a goal. */
export type DemoTarget = "source" | (string & {});

export type DemoBlock = {
  type: "block";
  kind: BlockKind;
  level: number;
  content: Inline[];
  links: { to: DemoTarget; center: DemoCenter; stance?: Stance }[];
};

/** The first row is the header. A table carries no links; the paragraph that introduces it does. */
export type DemoTable = { type: "table"; rows: string[][]; links: [] };

export const AT_THE_END = Symbol("at the end");

/** What one person wrote at one sitting, under a heading that is there already (its opening words), or at the very end. */
export type DemoPassage = { by: DemoPerson; under: string | typeof AT_THE_END; blocks: (DemoBlock | DemoTable)[] };

/** The center that speaks, what it comments on, and as what. */
export type Remark = { for: DemoCenter; on: readonly DemoTarget[]; as?: Stance };

export function heading(text: string, level = 2): DemoBlock {
  return block("heading", level, text);
}

export function paragraph(text: string, remark?: Remark): DemoBlock {
  return block("paragraph", 0, text, remark);
}

export function bullet(text: string, remark?: Remark): DemoBlock {
  return block("bullet", 0, text, remark);
}

export function table(rows: string[][]): DemoTable {
  return { type: "table", rows, links: [] };
}

/** "**words**" are bold; there is no other markup. */
function inlines(text: string): Inline[] {
  return text
    .split("**")
    .map((part, index): Inline => (index % 2 === 1 ? { text: part, bold: true } : { text: part }))
    .filter((part) => !("text" in part) || part.text !== "");
}

function block(kind: BlockKind, level: number, text: string, remark?: Remark): DemoBlock {
  return { type: "block", kind, level, content: inlines(text), links: linksOf(remark) };
}

function linksOf(remark: Remark | undefined): DemoBlock["links"] {
  if (!remark) return [];
  const { for: center, on, as: stance } = remark;
  return on.map((to) => ({ to, center, ...(stance ? { stance } : {}) }));
}
