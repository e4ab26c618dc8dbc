import type { Node as PmNode } from "@tiptap/pm/model";
import { linksByBlock } from "../../../app/document-model/links";
import { copy, cut, drag, paste } from "./clipboard-deeds";
import { type Common, type Deed, type Done, doneBy, type Handled, knows, marked, putCaret, selectSome } from "./common";
import { keyOf, marksIn } from "./ledger";
import { link, redo, say, undo, unlink } from "./link-deeds";
import type { Person } from "./person";
import { editTable, table } from "./table-deeds";
import { type, typeOver } from "./text-deeds";

const key =
  (...names: string[]): Deed =>
  (person, common) => {
    putCaret(person, common, common.random.oneOf(["start", "end"]));
    person.press(common.random.oneOf(names));
  };

const KEYS = ["Mod-Alt-1", "Mod-Alt-0", "Mod-Shift-7", "Mod-Shift-8", "Mod-Shift-b", "Tab", "Shift-Tab"];

const press =
  (name: string, where: "start" | "end" | "anywhere"): Deed =>
  (person, common) => {
    putCaret(person, common, where);
    person.press(name);
  };

const remove: Deed = (person, common) => {
  selectSome(person, common);
  person.press("Backspace");
};

export type Deeds = Readonly<Record<string, { deed: Deed; often: number }>>;

export const DEEDS: Deeds = {
  type: { deed: type, often: 6 },
  typeOver: { deed: typeOver, often: 1 },
  split: { deed: press("Enter", "anywhere"), often: 5 },
  enter: { deed: key("Enter"), often: 2 },
  join: { deed: press("Backspace", "start"), often: 5 },
  joinNext: { deed: press("Delete", "end"), often: 2 },
  remove: { deed: remove, often: 2 },
  move: { deed: key("Alt-ArrowUp", "Alt-ArrowDown"), often: 4 },
  drag: { deed: drag, often: 2 },
  cut: { deed: cut, often: 2 },
  copy: { deed: copy, often: 2 },
  paste: { deed: paste, often: 4 },
  kind: { deed: key(...KEYS), often: 3 },
  table: { deed: table, often: 1 },
  editTable: { deed: editTable, often: 3 },
  link: { deed: link, often: 7 },
  unlink: { deed: unlink, often: 1 },
  say: { deed: say, often: 2 },
  undo: { deed: undo, often: 4 },
  redo: { deed: redo, often: 2 },
  pause: { deed: (person) => person.pause(), often: 3 },
};

/** What may take a link from a text, and does not show by the text's going. */
const TAKES = new Set(["unlink", "undo", "redo"]);
/** What leaves every paragraph where and whole as it was. */
const GENTLE = new Set(["type", "link", "unlink", "say", "kind", "pause"]);

/** One deed of one person. Whatever it is, no text that is still there may have lost a link here and now. */
export function doSomething(person: Person, common: Common, deeds = DEEDS): void {
  const name = common.random.oneOf(namesIn(deeds));
  const before = marked(person);
  const links = linksByBlock(person.doc);
  common.ledger.seen(
    person.blocks.map(({ node, id }) => ({ id, text: node.textContent, links: links.get(id ?? "") ?? [] })),
  );
  const seen = countsOf(person);
  const children = person.state.doc.children;
  common.log.push(`${person.name} ${name}`);
  common.words.clear();
  deeds[name]?.deed(person, common);
  noteGone(seen, countsOf(person), common);
  if (!GENTLE.has(name)) noteHandled(blocksBetween(children, person.state.doc.children), person, common);
  if (TAKES.has(name)) return;
  const after = marked(person);
  for (const [mark, links] of before) {
    const left = common.words.has(mark) ? undefined : after.get(mark);
    const lost = left ? links.filter((one) => !left.some((other) => keyOf(other) === keyOf(one))) : [];
    if (lost.length > 0) throw new Error(`${person.name}'s ${name} took ${lost.length} links from "${mark}"`);
  }
}

/** Each as often as it is done. */
function namesIn(deeds: Deeds): string[] {
  return Object.entries(deeds).flatMap(([name, { often }]) => Array.from({ length: often }, () => name));
}

function countsOf(person: Person): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { node } of person.blocks)
    for (const mark of marksIn(node.textContent)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

function noteGone(seen: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>, { ledger }: Common): void {
  for (const [mark, count] of seen) {
    const left = now.get(mark) ?? 0;
    if (left === 0) ledger.sleep(mark);
    else if (count > 1 && left < count) ledger.forget(mark);
  }
  for (const mark of now.keys()) if (!seen.has(mark)) ledger.wake(mark);
}

/** Every block of what stands between that which is the same at the beginning and at the end. */
function blocksBetween(before: readonly PmNode[], after: readonly PmNode[]): PmNode[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)].flatMap(blocksIn);
}

function blocksIn(node: PmNode): PmNode[] {
  return node.type.name === "block" ? [node] : node.children.flatMap(blocksIn);
}

/**
 * Two who split, join or move one paragraph at once may double its text or drop a part: not to be mended (decision 0013).
 * Nor is what one of them has moved out of, or into, what the other had in hand: its element may become another's.
 */
function noteHandled(blocks: readonly PmNode[], person: Person, { handled, contested, ledger }: Common): void {
  const all = blocks.map((block) => [...marksIn(block.textContent), String(block.attrs["id"])]);
  const done: Handled = { ...doneBy(person), names: new Set(all.flat()) };
  const contest = (names: Iterable<string>, by: Iterable<Done>) => {
    for (const name of names) {
      contested.set(name, new Set([...(contested.get(name) ?? []), ...by]));
      ledger.forget(name);
    }
  };
  const met = new Set<Handled>();
  for (const names of all) {
    const unknown = names.flatMap((name) => handled.get(name) ?? []).filter((one) => !knows(person, one));
    if (unknown.length > 0) contest(names, [...unknown, done]);
    for (const one of unknown) met.add(one);
  }
  for (const one of met) contest(one.names, [one, done]);
  for (const name of done.names) handled.set(name, [...(handled.get(name) ?? []), done]);
}
