import {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  type Inline,
  type Link,
  type ResponseDocument,
  SCHEMA_VERSION,
  STANCES,
  type Table,
} from "../../app/document-model/document";
import { tidyInline } from "../../app/document-model/inline";
import { readLevel } from "../../app/document-model/read";
import type { Random } from "../sync/random";

const WORDS = [
  "Kommunen",
  "støtter",
  "målet",
  "“varsling”",
  "§ 4, stk. 2",
  "æøå",
  "1.500 kr.",
  "e\u0301n",
  "a & b <c>",
];
const HREFS = ["https://www.example.dk/a?b=1&c=2", "mailto:post@example.dk"];

/** A document of every kind of part, valid as the editor makes them; the same for the same seed. */
export function randomDocument(random: Random): ResponseDocument {
  const making = { random, made: 0, notes: Array.from({ length: random.below(5) }, (_, at) => `footnote-${at}`) };
  const blocks = [
    ...Array.from({ length: 1 + random.below(12) }, () => (random.below(5) === 0 ? table(making) : block(making))),
    ...making.notes.map((id) => block(making, "footnote", id)),
  ];
  // Notes stand anywhere.
  for (let from = blocks.length - 1; from > 0; from--) {
    const to = random.below(from + 1);
    const [one, other] = [blocks[from], blocks[to]];
    if (one && other) [blocks[from], blocks[to]] = [other, one];
  }
  return { schemaVersion: SCHEMA_VERSION, blocks, links: links(random, blocks) };
}

type Making = { random: Random; made: number; notes: readonly string[] };

function newId(making: Making, kind: string): string {
  making.made += 1;
  return `${kind}-${String(making.made).padStart(5, "0")}`;
}

const OWN_KINDS = BLOCK_KINDS.filter((kind) => kind !== "footnote");

function block(making: Making, kind: BlockKind = making.random.oneOf(OWN_KINDS), id = newId(making, "block")): Block {
  const { random } = making;
  const content = tidyInline(Array.from({ length: random.below(6) }, () => inline(making, kind)));
  const level = readLevel(kind, random.below(5));
  return { type: "block", id, kind, level, content, ...(kind === "quote" ? quoted(random) : {}) };
}

function quoted(random: Random): Pick<Block, "of" | "seen"> {
  if (random.below(2) === 0) return {};
  const of = uuid(random);
  return random.below(2) === 0 ? { of } : { of, seen: "0123456789abcdef" };
}

function inline({ random, notes }: Making, kind: BlockKind): Inline {
  if (random.below(6) === 0) return { break: true };
  const ids = kind === "footnote" ? [] : notes.filter(() => random.below(4) === 0);
  return {
    text: `${random.oneOf(WORDS)} `,
    ...(random.below(3) === 0 ? { bold: true as const } : {}),
    ...(random.below(3) === 0 ? { italic: true as const } : {}),
    ...(random.below(6) === 0 ? { href: random.oneOf(HREFS) } : {}),
    ...(ids.length > 0 ? { notes: ids } : {}),
  };
}

function table(making: Making): Table {
  const { random } = making;
  const columns = 1 + random.below(4);
  const cell = (row: number) => ({
    header: row === 0 && random.below(2) === 0,
    colspan: 1,
    rowspan: 1,
    blocks: Array.from({ length: 1 + random.below(2) }, () => block(making)),
  });
  const rows = Array.from({ length: 1 + random.below(4) }, (_, row) =>
    Array.from({ length: columns }, () => cell(row)),
  );
  return { type: "table", id: newId(making, "table"), rows };
}

function links(random: Random, blocks: ResponseDocument["blocks"]): ResponseDocument["links"] {
  const linked = blocks.filter((one) => one.type === "block" && random.below(3) === 0);
  return Object.fromEntries(linked.map(({ id }) => [id, [link(random)]]));
}

function link(random: Random): Link {
  const stance = random.below(2) === 0 ? {} : { stance: random.oneOf(STANCES) };
  return { kind: random.below(4) === 0 ? "source" : "clause", id: uuid(random), center: uuid(random), ...stance };
}

function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => "0123456789abcdef"[random.below(16)]).join("");
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
