import type { EditorState } from "@tiptap/pm/state";
import { isBlockId } from "../../document-model/block-id";
import { selectedBlocks } from "../schema/block-keys";

type Placed = ReturnType<typeof selectedBlocks>[number];

/**
 * The paragraphs that a person means who has selected some: those of the selection, but neither empty lines between them
 * nor one that it only touches. [L6] Of one alone it is that one.
 */
export function meantNodes(state: EditorState): Placed[] {
  const touched = selectedBlocks(state);
  return touched.length > 1 ? touched.filter((one) => isMeant(state, one)) : touched;
}

/** What has no id for a moment, after some undos, is left out: a link to it would be refused, and the page with it. */
export function meantBlocks(state: EditorState): string[] {
  return meantNodes(state).flatMap(({ node: { attrs } }): string[] => (isBlockId(attrs["id"]) ? [attrs["id"]] : []));
}

function isMeant({ selection }: EditorState, { node, pos }: Placed): boolean {
  const isOnlyTouched = selection.ranges.every(({ $from, $to }) => {
    const [start, end] = [pos + 1, pos + 1 + node.content.size];
    return $to.pos <= start || $from.pos >= end;
  });
  return !isOnlyTouched && /\S/.test(node.textContent);
}
