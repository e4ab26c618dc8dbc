import { InputRule, Mark, mergeAttributes } from "@tiptap/core";
import type { MarkType } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isAllowedHref } from "../../document-model/names";

/** An address that has just been ended by a space; the sign that ends its sentence is not its own. */
const TYPED = /(?:^|\s)((?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]])[.,;:!?)\]]*[ \u00a0]$/i;
const OUTSIDE = { target: "_blank", rel: "noopener noreferrer nofollow" };

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    link: {
      setLink: (link: { href: string }) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/**
 * Words that lead to a page of the web or to a mailbox. An address that is typed, or pasted over selected words, makes one
 * by itself. Our own, since Tiptap's brings a reader of addresses of 60 kB. [E1]
 */
export const WebLink = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,

  addAttributes: () => ({ href: { default: null } }),

  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => (isAllowedHref(element.getAttribute("href")) ? null : false),
    },
  ],

  renderHTML: ({ HTMLAttributes }) => {
    const href = isAllowedHref(HTMLAttributes["href"]) ? HTMLAttributes["href"] : "";
    return ["a", mergeAttributes(OUTSIDE, { href }), 0];
  },

  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          isAllowedHref(href) && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },

  addInputRules() {
    return [
      new InputRule({
        find: TYPED,
        handler: ({ state, range, match }) => {
          const href = asAddress(match[1] ?? "");
          if (!href) return null;
          const from = range.from + match[0].indexOf(match[1] ?? "");
          // A rule that answers takes the key: its sign is written here.
          state.tr.insertText(match[0].slice(-1), range.to);
          state.tr.addMark(from, from + (match[1]?.length ?? 0), this.type.create({ href }));
        },
      }),
    ];
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from, empty } = this.editor.state.selection;
        const match = empty ? TYPED.exec(`${$from.parent.textBetween(0, $from.parentOffset, "", "\n")} `) : null;
        const href = asAddress(match?.[1] ?? "");
        if (!match || !href) return false;
        const from = $from.start() + match.index + match[0].indexOf(match[1] ?? "");
        const { tr } = this.editor.state;
        this.editor.view.dispatch(tr.addMark(from, from + (match[1]?.length ?? 0), this.type.create({ href })));
        return false;
      },
    };
  },

  addProseMirrorPlugins() {
    const { type } = this;
    return [new Plugin({ key: new PluginKey("webLinkPaste"), props: { handlePaste: linkOf(type) } })];
  },
});

function linkOf(type: MarkType) {
  return (view: EditorView, event: ClipboardEvent): boolean => {
    const href = asAddress(event.clipboardData?.getData("text/plain").trim() ?? "");
    const { from, to, empty } = view.state.selection;
    if (!href || empty) return false;
    view.dispatch(view.state.tr.addMark(from, to, type.create({ href })));
    return true;
  };
}

function asAddress(text: string): string | null {
  const href = /^www\./i.test(text) ? `https://${text}` : text;
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(href) && isAllowedHref(href) ? href : null;
}
