import { allBlocks, type Link, type ResponseDocument, type Stance, textOf } from "../../app/document-model/document";

export type ProjectedParagraph = { blockId: string; position: number; kind: string; text: string; heading: string };
export type ProjectedLink = { blockId: string; stance: Stance | null } & Omit<Link, "stance">;

/**
 * A response as rows: its blocks in reading order, and the links of those blocks alone. [R1]
 * A block without an id, or with one that an earlier block has, waits for the server's repair; it has no row until then.
 */
export function project(document: ResponseDocument): { paragraphs: ProjectedParagraph[]; links: ProjectedLink[] } {
  const paragraphs = new Map<string, ProjectedParagraph>();
  let heading = "";
  for (const block of allBlocks(document)) {
    const text = storable(textOf(block));
    if (block.kind === "heading") heading = text;
    if (block.id === "" || paragraphs.has(block.id)) continue;
    const { id: blockId, kind } = block;
    const under = block.kind === "heading" ? "" : heading;
    paragraphs.set(blockId, { blockId, position: paragraphs.size, kind, text, heading: under });
  }
  const links = [...paragraphs.keys()].flatMap((blockId) =>
    (document.links[blockId] ?? []).map(({ stance = null, ...link }) => ({ blockId, ...link, stance })),
  );
  return { paragraphs: [...paragraphs.values()], links };
}

/** PostgreSQL's text takes every character but one. */
function storable(text: string): string {
  return text.replaceAll("\0", "");
}

/** What has to be written so that the known rows become the wanted ones: rows to take away, and rows new or different. */
export function changes<Row extends object>(
  known: readonly Row[],
  wanted: readonly Row[],
  keyOf: (row: Row) => string,
) {
  const before = new Map(known.map((row) => [keyOf(row), row]));
  const after = new Set(wanted.map(keyOf));
  const isSame = (row: Row, old: Row | undefined) =>
    old !== undefined && Object.entries(row).every(([name, value]) => Reflect.get(old, name) === value);
  return {
    gone: known.filter((row) => !after.has(keyOf(row))),
    written: wanted.filter((row) => !isSame(row, before.get(keyOf(row)))),
  };
}
