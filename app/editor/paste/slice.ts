import { DOMParser as Reader, type Schema, Slice } from "@tiptap/pm/model";
import type { IncomingPart } from "../../document-model/incoming/shapes";
import { writeHtml } from "./write-html";

/** Text on its way in as a piece of this text: read by the schema, so that nothing else can come of it. [E5] */
export function sliceOf(schema: Schema, parts: readonly IncomingPart[], isOpen: boolean): Slice {
  const page = new DOMParser().parseFromString(writeHtml(parts), "text/html");
  const { content } = Reader.fromSchema(schema).parseSlice(page.body, { preserveWhitespace: true });
  const depthAt = (node: typeof content.firstChild) => (isOpen && node?.type.name === "block" ? 1 : 0);
  return new Slice(content, depthAt(content.firstChild), depthAt(content.lastChild));
}
