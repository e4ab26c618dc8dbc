import { mergeAttributes, Node } from "@tiptap/core";
import { isBlockId } from "../../document-model/block-id";
import { BLOCK_KINDS, type BlockKind } from "../../document-model/document";
import { isClauseId, isFingerprint } from "../../document-model/names";
import { readLevel } from "../../document-model/read";
import { blockCommands, blockKeys } from "./block-keys";
import { blockInputRules } from "./input-rules";

/**
 * The one node for all running text. What it is (heading, list item, quote) is an attribute, so that changing it never
 * replaces the text another person is typing in. [E1]
 */
export const BlockNode = Node.create({
  name: "block",
  group: "block",
  content: "inline*",
  priority: 1000,

  addAttributes() {
    return {
      id: { default: null, parseHTML: readId, renderHTML: ({ id }) => (id ? { "data-block-id": id } : {}) },
      kind: { default: "paragraph", parseHTML: readKind, renderHTML: ({ kind }) => ({ "data-kind": kind }) },
      level: {
        default: 0,
        parseHTML: (element) => readLevel(readKind(element), readElementLevel(element)),
        renderHTML: ({ level }) => ({ "data-level": level }),
      },
      of: {
        default: null,
        parseHTML: (element) => (isClauseId(element.dataset["of"]) ? element.dataset["of"] : null),
        renderHTML: ({ of }) => (of ? { "data-of": of } : {}),
      },
      seen: {
        default: null,
        parseHTML: (element) => (isFingerprint(element.dataset["seen"]) ? element.dataset["seen"] : null),
        renderHTML: ({ seen }) => (seen ? { "data-seen": seen } : {}),
      },
    };
  },

  parseHTML() {
    return ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "li"].map((tag) => ({ tag }));
  },

  renderHTML({ node, HTMLAttributes }) {
    return [
      tagOf(node.attrs["kind"], node.attrs["level"]),
      mergeAttributes(HTMLAttributes, roleOf(node.attrs["kind"])),
      0,
    ];
  },

  addCommands() {
    return blockCommands;
  },

  addKeyboardShortcuts() {
    return blockKeys(this.editor);
  },

  addInputRules() {
    return blockInputRules(this.type);
  },
});

/** The page's title is h1, so the text's own headings begin at h2. */
function tagOf(kind: BlockKind, level: number): string {
  if (kind === "heading") return `h${Math.min(3, Math.max(1, level)) + 1}`;
  return kind === "quote" ? "blockquote" : "p";
}

/** A flat list item has no list around it, which role="listitem" demands; its kind is said in words instead. */
function roleOf(kind: BlockKind): Record<string, string> {
  if (kind === "bullet") return { "aria-roledescription": "punkt" };
  if (kind === "footnote") return { role: "doc-footnote" };
  return kind === "ordered" ? { "aria-roledescription": "nummereret punkt" } : {};
}

function readId(element: HTMLElement): string | null {
  const id = element.getAttribute("data-block-id");
  return isBlockId(id) ? id : null;
}

function readKind(element: HTMLElement): BlockKind {
  const named = BLOCK_KINDS.find((kind) => kind === element.getAttribute("data-kind"));
  if (named) return named;
  if (/^H[1-6]$/.test(element.tagName)) return "heading";
  if (element.tagName === "BLOCKQUOTE") return "quote";
  return element.tagName === "LI" ? "bullet" : "paragraph";
}

function readElementLevel(element: HTMLElement): number {
  const named = element.getAttribute("data-level");
  if (named !== null) return Number(named);
  return /^H[1-6]$/.test(element.tagName) ? Number(element.tagName.slice(1)) : 0;
}
