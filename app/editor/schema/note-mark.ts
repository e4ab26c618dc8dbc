import { Mark } from "@tiptap/core";
import { isBlockId } from "../../document-model/block-id";
import { notesApartPlugin } from "./notes/apart";

/**
 * The words that a footnote belongs to, named by the footnote block's id. Several notes may lie on one word; what is
 * typed behind it does not belong to it. In HTML: `<span data-note="<id>">`. [E12]
 */
export const NoteMark = Mark.create({
  name: "note",
  inclusive: false,
  excludes: "",
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element) => element.dataset["note"] ?? null,
      renderHTML: ({ id }) => ({ "data-note": id }),
    },
  }),
  parseHTML: () => [
    {
      tag: "[data-note]",
      consuming: false,
      getAttrs: (element) => (isBlockId(element.dataset["note"]) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
  // Here, as the notes' own extension comes after Identity.
  addProseMirrorPlugins: () => [notesApartPlugin()],
});
