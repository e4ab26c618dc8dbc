import type { Plugin } from "vite";

/**
 * What of other people's code no page here asks for, and the bundler cannot leave out by itself: Tiptap hands all its commands
 * over in one object. Where that code changes so that nothing is left out any more, the build says so and stops.
 * tests/editor/lean.test.ts looks whether anybody asks for a command after all.
 */
export function lean(): Plugin {
  return {
    name: "lean",
    apply: "build",
    transform(code, id) {
      const cuts = Object.entries(CUTS).find(([file]) => id.endsWith(file))?.[1];
      return cuts && { code: cuts.reduce((text, [from, to]) => cut(text, from, to, id), code), map: null };
    },
  };
}

function cut(code: string, from: string, to: string, id: string): string {
  if (!code.includes(from)) throw new Error(`Expected "${from}" in ${id}; found none. See vite-lean.ts.`);
  return code.replaceAll(from, to);
}

/** Of Tiptap's core: of lists that are nodes in nodes, and of blocks that wrap one another, this text has none. */
export const UNUSED_COMMANDS = [
  ...["joinDown", "joinUp", "joinItemBackward", "joinItemForward", "joinTextblockBackward", "joinTextblockForward"],
  ...["lift", "liftListItem", "selectParentNode", "sinkListItem", "wrapIn", "wrapInList"],
  ...["cut", "enter", "insertDefaultBlock", "keyboardShortcut", "resetAttributes", "setTextDirection"],
  ...[
    "unsetTextDirection",
    "splitListItem",
    "toggleList",
    "setNode",
    "deleteNode",
    "toggleNode",
    "toggleWrap",
    "unsetAllMarks",
  ],
  ...["updateAttributes", "updateDecorations"],
];
/** The bundled name differs where prosemirror-commands has one of the same name. */
const RENAMED = ["join", "lift", "selectParentNode", "sinkListItem", "wrapIn"];

function withoutCommand(name: string): Cut {
  const isRenamed = RENAMED.some((one) => name.startsWith(one)) && !name.startsWith("joinItem");
  return [`\t${name}: () => ${name}${isRenamed ? "$1" : ""},\n`, ""];
}

type Cut = readonly [from: string, to: string];

const CUTS: Record<string, readonly Cut[]> = {
  "/@tiptap/core/dist/index.js": [
    ...UNUSED_COMMANDS.filter((name) => name !== "wrapInList").map(withoutCommand),
    [",\n\twrapInList: () => wrapInList$1\n", "\n"],
    // Extensions here draw by plugins of their own.
    [
      "this.decorationManager = new DecorationManager({\n\t\t\teditor,\n\t\t\tentries\n\t\t});\n\t\treturn this.decorationManager.plugin;",
      "return null;",
    ],
    ["return new NodePos($pos, this, false, node);", "return null;"],
    [",\n\t\t\tDelete,\n\t\t\tTextDirection.configure({ direction: this.options.textDirection })\n", "\n"],
  ],
  "/lib0/dom.js": [["= $.$custom(", "= /* @__PURE__ */ $.$custom("]],
};
