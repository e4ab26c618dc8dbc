import { expect, test } from "vitest";
import {
  type Block,
  type Inline,
  type Link,
  type ResponseDocument,
  SCHEMA_VERSION,
} from "../../app/document-model/document";
import { type Part, partOf } from "../../app/document-model/part";
import { partChanges } from "../../app/document-model/part-changes";
import { writeDocument } from "../../app/document-model/write";
import { newId, type SourceVersionId } from "../../db/ids";
import type { Carried } from "../../server/carry-over/shapes";
import { stateOf } from "../../server/sign-offs/rules";
import { HeadlessPage } from "../editor/headless-page";
import { type Random, seeded } from "../sync/random";

/** Sign-offs against a slow, obvious model: what each center's part says, written out line by line. [A20] [A23] */
const CENTERS = ["a", "b", "c"].map(
  (letter) => `${letter.repeat(8)}-${letter.repeat(4)}-4${letter.repeat(3)}-8${letter.repeat(3)}-${letter.repeat(12)}`,
);
const CLAUSES = ["1", "2", "3", "4", "5"].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`);
const SOURCE = "00000009-0000-4000-8000-000000000000";
const versionId = newId<SourceVersionId>();
const CARRIED: Carried = { versionId, successorOf: new Map(), versionOf: new Map(), lineage: new Set([versionId]) };

type World = {
  page: HeadlessPage;
  given: Map<string, Set<string>>;
  sections: Map<string, string>;
  /** By center: the part as the rows would keep it, and as the model wrote it out. */
  signed: Map<string, { part: Part; lines: string }>;
};

function begin(): World {
  const line = (id: number, kind: Block["kind"], level: number, text: string): Block => ({
    type: "block",
    id: `block-${String(id).padStart(3, "0")}`,
    kind,
    level,
    content: [{ text }],
  });
  const blocks = [1, 2, 3].flatMap((chapter) => [
    line(chapter * 10, "heading", 1, `Kapitel ${chapter}`),
    line(chapter * 10 + 1, "paragraph", 0, `Om ${chapter} for sig.`),
    line(chapter * 10 + 2, "heading", 2, `Afsnit ${chapter}`),
    line(chapter * 10 + 3, "paragraph", 0, `Mere om ${chapter}.`),
    line(chapter * 10 + 4, "bullet", 0, `Punkt i ${chapter}.`),
  ]);
  const page = new HeadlessPage(writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} }));
  return { page, given: new Map(), sections: new Map(), signed: new Map() };
}

function lineOf(block: Block, links: readonly Link[]): string {
  const words = block.content.map((inline: Inline) =>
    "text" in inline ? JSON.stringify([inline.text, inline.bold ?? false]) : "/",
  );
  const said = links.map((link) => `${link.kind} ${link.id} ${link.center} ${link.stance ?? ""}`).sort();
  return `${block.kind} ${block.level} ${words.join("")} [${said.join(", ")}]`;
}

/** The center of the nearest given heading above, or at, this block that nothing of its level or higher has ended. */
function sectionAt(blocks: readonly Block[], at: number, sections: ReadonlyMap<string, string>): string | undefined {
  for (let from = at; from >= 0; from--) {
    const heading = blocks[from];
    if (heading?.kind !== "heading" || !sections.has(heading.id)) continue;
    const isEnded = blocks
      .slice(from + 1, at + 1)
      .some(({ kind, level }) => kind === "heading" && level <= heading.level);
    if (!isEnded) return sections.get(heading.id);
  }
  return undefined;
}

function linesOf({ page, given, sections }: World, center: string): string {
  const text: ResponseDocument = page.document;
  const blocks = text.blocks.filter((block) => block.type === "block");
  const lines: string[] = [];
  blocks.forEach((block, at) => {
    const own = (text.links[block.id] ?? []).filter((link) => {
      if (link.kind === "source") return link.center === center;
      const centers = given.get(link.id) ?? new Set();
      if (link.center === center) return centers.has(center);
      return centers.has(center) && !centers.has(link.center);
    });
    const words = block.content.map((inline) => ("text" in inline ? inline.text : "")).join("");
    const isTheirs = own.length > 0 || sectionAt(blocks, at, sections) === center;
    if (isTheirs && words.trim() !== "") lines.push(lineOf(block, own));
  });
  return lines.join("\n");
}

const partNow = ({ page, given, sections }: World, center: string) =>
  partOf(page.document, center, { given, sections });

function check(world: World): void {
  for (const center of CENTERS) {
    const kept = world.signed.get(center);
    const part = partNow(world, center);
    const state = stateOf(kept ? { decision: "signed", part: kept.part } : null, part, CARRIED);
    const expected = !kept ? "none" : kept.lines === linesOf(world, center) ? "signed" : "lapsed";
    expect(state).toBe(expected);
    if (kept) expect(partChanges(kept.part, part).length > 0).toBe(state === "lapsed");
  }
}

type Deed = (world: World, random: Random) => void;

const someBlock = ({ page }: World, random: Random) => random.below(page.ids.length);
const someLink = (random: Random): Link => {
  const stance = random.below(3) === 0 ? { stance: "support" as const } : {};
  const center = random.oneOf(CENTERS);
  return random.below(8) === 0
    ? { kind: "source", id: SOURCE, center }
    : { kind: "clause", id: random.oneOf(CLAUSES), center, ...stance };
};

const DEEDS: Deed[] = [
  (world, random) =>
    world.page.caret(someBlock(world, random), random.oneOf([0, 3, -1])).type(random.oneOf(["x", " nyt", ""])),
  (world, random) => world.page.caret(someBlock(world, random), random.oneOf([0, 3, -1])).enter(),
  (world, random) => world.page.caret(someBlock(world, random), 0).backspace(),
  (world, random) => world.page.caret(someBlock(world, random), -1).deleteForward(),
  (world, random) => world.page.caret(someBlock(world, random), 0).moveBlock(random.oneOf([1, -1])),
  (world, random) => {
    const slice = world.page.cut(someBlock(world, random));
    world.page.pasteBefore(random.below(world.page.ids.length + 1), slice);
  },
  (world, random) =>
    world.page.pasteBefore(random.below(world.page.ids.length + 1), world.page.copy(someBlock(world, random))),
  (world, random) => {
    const { page } = world;
    const { pos } = page.block(someBlock(world, random));
    const [kind, level] = random.oneOf([
      ["heading", 1],
      ["heading", 2],
      ["paragraph", 0],
      ["bullet", 1],
    ] as const);
    page.dispatch(page.state.tr.setNodeAttribute(pos, "kind", kind).setNodeAttribute(pos, "level", level));
  },
  (world, random) => world.page.link(someBlock(world, random), someLink(random)),
  (world, random) => world.page.link(someBlock(world, random), someLink(random)),
  (world, random) => {
    const at = someBlock(world, random);
    const [link] = world.page.linksOf(at);
    if (link) world.page.unlink(at, link);
  },
  (world) => world.page.undo(),
  (world, random) => void world.sections.set(random.oneOf(world.page.ids), random.oneOf(CENTERS)),
  (world, random) => void world.sections.delete(random.oneOf([...world.sections.keys(), "none"])),
  (world, random) => {
    const clause = random.oneOf(CLAUSES);
    world.given.set(clause, (world.given.get(clause) ?? new Set()).add(random.oneOf(CENTERS)));
  },
  (world, random) => void world.given.get(random.oneOf(CLAUSES))?.delete(random.oneOf(CENTERS)),
  sign,
  sign,
];

/** As rows keep it: through JSON. */
function sign(world: World, random: Random): void {
  const center = random.oneOf(CENTERS);
  const part: Part = JSON.parse(JSON.stringify(partNow(world, center)));
  world.signed.set(center, { part, lines: linesOf(world, center) });
}

test("[A23] sign-offs agree with the model over edits, links, moves, sections and clauses given and taken", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seeded(seed);
    const world = begin();
    for (let step = 0; step < 60; step++) {
      world.page.pause();
      random.oneOf(DEEDS)(world, random);
      check(world);
    }
  }
}, 120_000);

test("[A23] whatever is written and undone leaves every sign-off as it stood", () => {
  for (let seed = 100; seed <= 105; seed++) {
    const random = seeded(seed);
    const world = begin();
    for (let step = 0; step < 30; step++) {
      world.page.pause();
      random.oneOf(DEEDS)(world, random);
      const before = CENTERS.map((center) => linesOf(world, center));
      for (const center of CENTERS)
        world.signed.set(center, { part: partNow(world, center), lines: linesOf(world, center) });
      world.page.pause().caret(someBlock(world, random), -1).type(" skrevet");
      check(world);
      world.page.pause().undo();
      if (CENTERS.some((center, at) => linesOf(world, center) !== before[at])) continue;
      for (const center of CENTERS) {
        const kept = world.signed.get(center);
        expect(stateOf(kept ? { decision: "signed", part: kept.part } : null, partNow(world, center), CARRIED)).toBe(
          "signed",
        );
      }
    }
  }
}, 120_000);
