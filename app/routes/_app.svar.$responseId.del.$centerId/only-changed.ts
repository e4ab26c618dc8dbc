import { allBlocks, type Block, type ResponseDocument, textOf } from "~/document-model/document";
import { noteNumbers } from "~/document-model/notes";
import type { PartChange } from "~/document-model/part-changes";
import type { PartPage } from "../../../server/sign-offs/shapes";

type Read = Pick<PartPage, "text" | "under">;

/** Of a part what reads otherwise, and what something that is gone stood behind; each under its heading. */
export function onlyChanged({ text, under }: Read, changes: readonly PartChange[]): Read {
  const wanted = new Set(changes.map((change) => (change.kind === "removed" ? change.behind : change.id)));
  const numbers = noteNumbers(text);
  const kept = text.blocks.filter((top) =>
    [...allBlocks({ blocks: [top] })].some(({ id }) => wanted.has(id) && !numbers.has(id)),
  );
  const noted = notesIn({ blocks: kept });
  const notes = text.blocks.filter((top) => top.type === "block" && numbers.has(top.id) && noted.has(top.id));
  return { text: { ...text, blocks: [...kept, ...notes] }, under: headingsOver({ text, under }, new Set(kept)) };
}

function notesIn(document: Pick<ResponseDocument, "blocks">): Set<string> {
  const inlines = [...allBlocks(document)].flatMap(({ content }) => content);
  return new Set(inlines.flatMap((inline) => ("text" in inline ? (inline.notes ?? []) : [])));
}

/** The heading that was last passed, once, by the first kept paragraph under it. */
function headingsOver({ text, under }: Read, kept: ReadonlySet<ResponseDocument["blocks"][number]>): Read["under"] {
  const found: Record<string, string> = {};
  let heading = "";
  for (const top of text.blocks) {
    const blocks = [...allBlocks({ blocks: [top] })];
    heading = blocks.flatMap(({ id }) => under[id] ?? [])[0] ?? heading;
    const first = blocks[0];
    if (kept.has(top) && first && isHeading(first)) heading = "";
    else if (kept.has(top) && first && heading !== "") {
      found[first.id] = heading;
      heading = "";
    } else if (first && isHeading(first)) heading = textOf(first);
  }
  return found;
}

function isHeading({ kind }: Block): boolean {
  return kind === "heading";
}
