import { Mark } from "@tiptap/core";
import { isBlockId } from "../../document-model/block-id";

/**
 * The words that a thread of comments is about. The server puts it in; here it only lives through what is done to the
 * words. What is typed behind it does not belong to it. In HTML: `<span data-comment="<thread id>">`. [K1]
 */
export const CommentMark = Mark.create({
  name: "comment",
  inclusive: false,
  excludes: "",
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element) => element.dataset["comment"] ?? null,
      renderHTML: ({ id }) => ({ "data-comment": id }),
    },
  }),
  parseHTML: () => [
    {
      tag: "[data-comment]",
      consuming: false,
      getAttrs: (element) => (isBlockId(element.dataset["comment"]) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});
