import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isChord, isMac } from "../../desk/chord";

/** As in desk/keys.ts, which comes after the text. */
export const OFFER_KEYS = { take: "Alt-Enter", wave: "Escape" };

/** What the two keys mean while something is offered; null when nothing is. */
type OfferAnswers = { take: () => void; wave: () => void };

declare module "@tiptap/core" {
  interface Storage {
    offerKeys: { answers: OfferAnswers | null };
  }
}

/**
 * One key takes what is offered, one waves it away. In a text neither means anything else, to browsers or to screen
 * readers; where nothing is offered they are left to whoever wants them. [L9]
 */
export const OfferKeys = Extension.create<object, { answers: OfferAnswers | null }>({
  name: "offerKeys",
  priority: 1000,
  addStorage: () => ({ answers: null }),
  addProseMirrorPlugins() {
    const handleKeyDown = (view: EditorView, event: KeyboardEvent) => {
      const { answers } = this.storage;
      if (!answers || view.composing) return false;
      if (isChord(OFFER_KEYS.take, event, isMac)) answers.take();
      else if (isChord(OFFER_KEYS.wave, event, isMac)) answers.wave();
      else return false;
      return true;
    };
    return [new Plugin({ key: new PluginKey("offerKeys"), props: { handleKeyDown } })];
  },
});
