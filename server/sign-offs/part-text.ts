import { allBlocks, type Block, type ResponseDocument, type Table } from "../../app/document-model/document";
import { isFootnote } from "../../app/document-model/notes";
import type { Part, PartParagraph } from "../../app/document-model/part";

/**
 * A text of the part's paragraphs alone: with their footnotes, and of their links those that are the center's. A table
 * stands whole where all of it is the center's; else the paragraphs of its cells do.
 */
export function textOfPart(document: ResponseDocument, part: Part): ResponseDocument {
  const ours = new Map(part.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const blocks = document.blocks.flatMap((top): (Block | Table)[] => {
    if (top.type === "block") return ours.has(top.id) ? [top] : [];
    const cells = blocksIn(top);
    const [within, words] = [cells.filter(({ id }) => ours.has(id)), cells.filter(hasWords)];
    return within.length > 0 && words.every(({ id }) => ours.has(id)) ? [top] : within;
  });
  const noted = new Set([...allBlocks({ blocks })].flatMap(({ content }) => content.flatMap(notesOf)));
  const notes = [...allBlocks(document)].filter((block) => isFootnote(block) && noted.has(block.id));
  const shown = new Set(blocks.map(({ id }) => id));
  const links = Object.fromEntries(
    [...ours].flatMap(([id, { said }]) => (said.links.length > 0 ? [[id, said.links]] : [])),
  );
  return {
    ...document,
    ...besideIn(document, part),
    blocks: [...blocks, ...notes.filter(({ id }) => !shown.has(id))],
    links,
  };
}

/** As it was put beside the text, with names and headings; what is others' is not. */
function besideIn({ goals, initiatives }: ResponseDocument, { beside }: Part) {
  const said = new Set(beside?.goals.map(({ goal, center }) => `${goal}|${center}`));
  const own = new Set(beside?.initiatives.map(({ id }) => id));
  return {
    ...(goals
      ? { goals: { ...goals, said: goals.said.filter(({ goal, center }) => said.has(`${goal}|${center}`)) } }
      : {}),
    ...(initiatives ? { initiatives: { ...initiatives, said: initiatives.said.filter(({ id }) => own.has(id)) } } : {}),
  };
}

/** The heading that paragraphs stand under, where it is not the center's: by the first paragraph below it. */
export function headingsOver({ paragraphs }: Part): Record<string, string> {
  const found: Record<string, string> = {};
  let last = "";
  for (const { id, under, said } of paragraphs) {
    if (under !== last && under.trim() !== "") found[id] = under;
    last = said.kind === "heading" ? headingText(said) : under;
  }
  return found;
}

function headingText({ content }: PartParagraph["said"]): string {
  return content.map((inline) => ("text" in inline ? inline.text : "\n")).join("");
}

function blocksIn(table: Table): Block[] {
  return table.rows.flat().flatMap(({ blocks }) => blocks);
}

function hasWords({ content }: Block): boolean {
  return content.some((inline) => "text" in inline && inline.text.trim() !== "");
}

function notesOf(inline: Block["content"][number]): string[] {
  return "text" in inline ? (inline.notes ?? []) : [];
}
