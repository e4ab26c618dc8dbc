import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";

type Options = { onTrigger: (by: "sign" | "key") => void };

/** `§` typed in the text, and Mod-k, ask for the search over the source. The sign itself is not written yet. [L5] */
export const ReferenceTrigger = Extension.create<Options>({
  name: "referenceTrigger",

  addOptions: () => ({ onTrigger: () => {} }),

  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        this.options.onTrigger("key");
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { onTrigger } = this.options;
    const handleTextInput = (_view: unknown, _from: number, _to: number, text: string) => {
      if (text !== "§") return false;
      onTrigger("sign");
      return true;
    };
    return [new Plugin({ key: new PluginKey("referenceTrigger"), props: { handleTextInput } })];
  },
});
