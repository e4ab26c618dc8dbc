import { DOMSerializer, type Node as PmNode, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import type { Link, Target } from "../../document-model/document";
import { linksByBlock, readLinkKey } from "../../document-model/links";
import { flattenHtml } from "../schema/pasted-html";

export type ClipboardOptions = {
  doc: Y.Doc;
  /** Links from another response are kept only to what this one comments on. */
  isKnownTarget: (target: Target) => boolean;
  /** On whose behalf they are then made; null: not at all. */
  center: () => string | null;
};

/** Ids and links travel with copied text as data attributes; what comes back in is judged like any stranger. [E5] */
export type Clipboard = { plugin: Plugin; pastedLinks: (blockId: string) => readonly Link[] };

export function createClipboard(schema: Schema, options: ClipboardOptions): Clipboard {
  const pasted = new Map<string, Link[]>();
  const plugin = new Plugin({
    key: new PluginKey("clipboard"),
    props: {
      clipboardSerializer: new LinkedSerializer(schema, options.doc),
      transformCopied: nameless,
      transformPasted: asOwnBlock,
      transformPastedHTML: (html) => {
        const flat = flattenHtml(html);
        readPastedLinks(flat, options, pasted);
        return flat;
      },
    },
  });
  return { plugin, pastedLinks: (blockId) => pasted.get(blockId) ?? [] };
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
  const written = links.map(({ kind, id, center }) => `${kind}:${id}:${center}`).join(" ");
  return [tag, { ...attributes, "data-links": written }, ...rest];
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

/** Some words out of one paragraph are no paragraph: they take neither its id nor its links along. */
function nameless(slice: Slice, view: EditorView): Slice {
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
    const written = (element.getAttribute("data-links") ?? "").split(" ");
    pasted.set(
      blockId,
      written.flatMap((text) => readPastedLink(blockId, text, options)),
    );
  }
}

function readPastedLink(blockId: string, text: string, { isKnownTarget, center }: ClipboardOptions): Link[] {
  const read = readLinkKey(`${blockId}|${text.replaceAll(":", "|")}`);
  const by = center();
  return read && by && isKnownTarget(read.link) ? [{ ...read.link, center: by }] : [];
}
