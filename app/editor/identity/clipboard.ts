import { DOMSerializer, type Node as PmNode, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import type { Link, Target } from "../../document-model/document";
import { linksByBlock, readLinkKey, readStance } from "../../document-model/links";

export type ClipboardOptions = {
  doc: Y.Doc;
  /** Links from another response are kept only to what this one comments on. */
  isKnownTarget: (target: Target) => boolean;
  /** On whose behalf they are then made; null: not at all. */
  center: () => string | null;
};

/** Ids and links travel with copied text as data attributes; what comes back in is judged like any stranger. [E5] */
export type Clipboard = {
  plugin: Plugin;
  pastedLinks: (blockId: string) => readonly Link[];
  lentBy: () => Lenders;
};

/** Whose words are pasted or dropped without their paragraph: at the beginning into another one, and at the end. */
export type Lenders = { first: string | null; last: string | null };

export function createClipboard(schema: Schema, options: ClipboardOptions): Clipboard {
  const pasted = new Map<string, Link[]>();
  let lenders: Lenders = { first: null, last: null };
  const plugin = new Plugin({
    key: new PluginKey("clipboard"),
    props: {
      clipboardSerializer: new LinkedSerializer(schema, options.doc),
      transformCopied: nameless,
      transformPasted: (given, view) => {
        const slice = asOwnBlock(outOfCell(given), view);
        lenders = lendersIn(slice);
        return slice;
      },
      // By now paste/ has made it flat.
      transformPastedHTML: (html) => {
        readPastedLinks(html, options, pasted);
        return html;
      },
    },
  });
  return { plugin, pastedLinks: (blockId) => pasted.get(blockId) ?? [], lentBy: () => lenders };
}

/** Writes links onto blocks, and puts real lists around list items, so that other programs see them as such. */
class LinkedSerializer extends DOMSerializer {
  constructor(schema: Schema, doc: Y.Doc) {
    const nodes = DOMSerializer.nodesFromSchema(schema);
    const block = nodes["block"];
    if (!block) throw new Error("Expected the schema to have a node named block");
    super({ ...nodes, block: (node) => withLinks(block(node), node, doc) }, DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(...[fragment, options, target]: Parameters<DOMSerializer["serializeFragment"]>) {
    const dom = super.serializeFragment(fragment, options, target);
    if (!target) wrapLists(dom);
    return dom;
  }
}

type Spec = ReturnType<DOMSerializer["nodes"][string]>;

function withLinks(spec: Spec, node: PmNode, doc: Y.Doc): Spec {
  const links = linksByBlock(doc).get(node.attrs["id"]) ?? [];
  if (!Array.isArray(spec) || links.length === 0) return spec;
  const [tag, attributes, ...rest] = spec;
  return [tag, { ...attributes, "data-links": links.map(written).join(" ") }, ...rest];
}

function written({ kind, id, center, stance }: Link): string {
  return [kind, id, center, ...(stance ? [stance] : [])].join(":");
}

function wrapLists(dom: HTMLElement | DocumentFragment): void {
  for (const child of [...dom.children]) {
    const kind = child.getAttribute("data-kind");
    if (kind !== "bullet" && kind !== "ordered") continue;
    const tag = kind === "bullet" ? "ul" : "ol";
    const before = child.previousElementSibling;
    const list = before?.localName === tag ? before : child.ownerDocument.createElement(tag);
    if (list !== before) child.before(list);
    const item = child.ownerDocument.createElement("li");
    for (const { name, value } of [...child.attributes]) item.setAttribute(name, value);
    item.append(...child.childNodes);
    child.remove();
    list.append(item);
  }
}

function lendersIn({ content, openStart, openEnd }: Slice): Lenders {
  const first = openBlock(content.firstChild, openStart, "firstChild");
  const last = openBlock(content.lastChild, openEnd, "lastChild");
  return { first: first?.attrs["id"] ?? null, last: last === first ? null : (last?.attrs["id"] ?? null) };
}

/** The block at an edge of a slice that is open there: out of a table too, whose rows and cells are then open around it. */
function openBlock(node: PmNode | null, open: number, side: "firstChild" | "lastChild"): PmNode | null {
  if (!node || open === 0) return null;
  return node.type.name === "block" ? node : openBlock(node[side], open - 1, side);
}

/** What is selected inside one cell brings its table along, open on both sides: only what stands in the cell is meant. */
function outOfCell(given: Slice): Slice {
  let { content, openStart, openEnd } = given;
  while (openStart > 1 && openEnd > 1 && content.childCount === 1 && content.firstChild) {
    content = content.firstChild.content;
    openStart -= 1;
    openEnd -= 1;
  }
  return new Slice(content, openStart, openEnd);
}

/** Some words out of one paragraph are no paragraph: they take neither its id nor its links along. */
function nameless(given: Slice, view: EditorView): Slice {
  const slice = outOfCell(given);
  const only = slice.content.childCount === 1 ? slice.content.firstChild : null;
  const { $from } = view.state.selection;
  if (only?.type.name !== "block" || slice.openStart === 0 || only.content.size === $from.parent.content.size)
    return slice;
  const copy = only.type.create({ ...only.attrs, id: null }, only.content, only.marks);
  return new Slice(slice.content.replaceChild(0, copy), slice.openStart, slice.openEnd);
}

/** What is pasted on an empty line takes its place, with what it is and links to, instead of only lending it its words. */
function asOwnBlock(slice: Slice, view: EditorView): Slice {
  const first = slice.content.firstChild;
  const { empty, $from } = view.state.selection;
  const isTaker = empty && $from.parent.type.name === "block" && $from.parent.content.size === 0;
  const isSomebody =
    first?.type.name === "block" && (first.attrs["id"] !== null || first.attrs["kind"] !== "paragraph");
  return isTaker && isSomebody && slice.openStart === 1 ? new Slice(slice.content, 0, 0) : slice;
}

function readPastedLinks(html: string, options: ClipboardOptions, pasted: Map<string, Link[]>): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("[data-block-id][data-links]")) {
    const blockId = element.getAttribute("data-block-id") ?? "";
    const links = (element.getAttribute("data-links") ?? "").split(" ");
    pasted.set(
      blockId,
      links.flatMap((text) => readPastedLink(blockId, text, options)),
    );
  }
}

function readPastedLink(blockId: string, text: string, { isKnownTarget, center }: ClipboardOptions): Link[] {
  const [kind, id, madeBy, said] = text.split(":");
  const read = readLinkKey(`${blockId}|${kind}|${id}|${madeBy}`);
  const by = center();
  if (!read || !by || !isKnownTarget(read.link)) return [];
  const stance = readStance(said);
  return [{ ...read.link, center: by, ...(stance ? { stance } : {}) }];
}
