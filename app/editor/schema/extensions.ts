import type { Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Text } from "@tiptap/extension-text";
import { BlockNode } from "./block";
import { CommentMark } from "./comment-mark";
import { NoteMark } from "./note-mark";
import { Notes } from "./notes/extension";
import { Quotes } from "./quotes/extension";
import { tables } from "./tables/nodes";
import { WebLink } from "./web-link-mark";

/** What a text may consist of, exactly the names in document-model/names.ts, and what footnotes need to stay whole. */
export function schemaExtensions(): Extensions {
  return [
    Document.extend({ content: "(block | table)+" }),
    BlockNode,
    Text,
    HardBreak,
    Bold,
    Italic,
    NoteMark,
    CommentMark,
    WebLink,
    ...tables,
    Notes,
    Quotes,
  ];
}
