import { Extension } from "@tiptap/core";
import { type ClipboardOptions, createClipboard } from "./clipboard";
import { identityPlugin } from "./plugin";

/**
 * Blocks keep their id and links for life: Enter, join, move, cut, copy, paste, drag. Its plugins follow Collaboration's
 * (priority 1000), so that the text is in the Y.Doc before the links that belong to it. [E2] [E5]
 */
export const Identity = Extension.create<ClipboardOptions>({
  name: "identity",
  priority: 90,
  addProseMirrorPlugins() {
    const { plugin, pastedLinks, lentBy } = createClipboard(this.editor.schema, this.options);
    return [plugin, identityPlugin({ doc: this.options.doc, pastedLinks, lentBy })];
  },
});
