import type { Node as PmNode } from "@tiptap/pm/model";
import { isBlockId } from "../../../document-model/block-id";
import type { Link, Target } from "../../../document-model/document";
import { mentionsOf } from "../earlier";
import type { Known } from "../reach";
import type { LinksByBlock } from "../use-links";
import type { ClauseIndex } from "./clause-index";
import { suggestClause } from "./likeliest";
import { headingsAbove, isHeading, isRemark, remarksBelow, titlesAbove } from "./section";

/**
 * What may be linked with one key: the clause that the paragraph's words point to, what its heading is linked to, or, for
 * a linked heading, the same for what stands under it. Never done by itself. [L9] [L10]
 */
export type Offer = {
  kind: "clause" | "heading" | "below";
  /** Where it is shown. */
  blockId: string;
  /** What would be linked. */
  blockIds: readonly string[];
  targets: readonly Target[];
};

export type Asked = {
  doc: PmNode;
  /** The place of the block among those of the text. */
  place: number;
  links: LinksByBlock;
  /** On whose behalf. */
  center: string;
  source: Known;
  /** Null until it is made. */
  index: ClauseIndex | null;
  waved: ReadonlySet<string>;
};

export function offerFor(asked: Asked): Offer | null {
  const { doc, place, links, waved } = asked;
  const block = doc.maybeChild(place);
  const blockId: unknown = block?.attrs["id"];
  if (!block || !isBlockId(blockId) || waved.has(blockId)) return null;
  if (links.has(blockId)) return isHeading(block) ? ofWhatIsBelow(asked, blockId) : null;
  if (!isHeading(block) && !isRemark(block)) return null;
  return ofHeading(asked, blockId) ?? ofWords(asked, block, blockId);
}

/** Those that nobody has linked: who has said what they comment on keeps to that. */
function ofWhatIsBelow({ doc, place, links, center, source, waved }: Asked, blockId: string): Offer | null {
  const targets = targetsOf(links.get(blockId) ?? [], center, source);
  const blockIds = remarksBelow(doc, place).flatMap(({ attrs: { id } }): string[] =>
    isBlockId(id) && !links.has(id) && !waved.has(id) ? [id] : [],
  );
  return targets.length > 0 && blockIds.length > 0 ? { kind: "below", blockId, blockIds, targets } : null;
}

/** What came to stand under a linked heading later. */
function ofHeading({ doc, place, links, center, source }: Asked, blockId: string): Offer | null {
  const block = doc.child(place);
  if (isHeading(block)) return null;
  for (const { attrs } of headingsAbove(doc, place)) {
    const targets = targetsOf(links.get(attrs["id"]) ?? [], center, source);
    if (targets.length > 0) return { kind: "heading", blockId, blockIds: [blockId], targets };
  }
  return null;
}

function ofWords({ doc, place, index }: Asked, block: PmNode, blockId: string): Offer | null {
  if (!index) return null;
  const said = { text: block.textContent, isHeading: isHeading(block), headings: titlesAbove(doc, place) };
  const clause = suggestClause(index, said);
  return clause && { kind: "clause", blockId, blockIds: [blockId], targets: [{ kind: "clause", id: clause.id }] };
}

/** What a center has linked, as it is in this version; what is gone or waits is nobody's to hand on. */
function targetsOf(links: readonly Link[], center: string, source: Known): Target[] {
  const own = links.filter((link) => link.center === center);
  return mentionsOf(own, source)
    .filter(({ standing }) => standing === "current" || standing === "changed")
    .map(({ target }) => target);
}
