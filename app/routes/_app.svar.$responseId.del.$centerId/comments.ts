import { allBlocks } from "~/document-model/document";
import type { ThreadRow } from "../../../server/comments/shapes";
import type { PartPage } from "../../../server/sign-offs/shapes";

export type OpenComments = {
  count: number;
  mustBeSolved: number;
  threads: { id: string; quote: string }[];
};

/** The conversations about this part that nobody has ended: on its paragraphs, and on the clauses that are linked in it. */
export function openComments(threads: readonly ThreadRow[], { text }: Pick<PartPage, "text">): OpenComments {
  const blocks = new Set([...allBlocks(text)].map(({ id }) => id));
  const clauses = new Set<string>(Object.values(text.links).flatMap((links) => links.map(({ id }) => id)));
  const open = threads.filter(
    ({ resolved, blockId, clauseId }) =>
      resolved === null && (blockId !== null ? blocks.has(blockId) : clauseId !== null && clauses.has(clauseId)),
  );
  return {
    count: open.length,
    mustBeSolved: open.filter(({ mustBeSolved }) => mustBeSolved).length,
    threads: open.map(({ id, quote }) => ({ id, quote })),
  };
}
