import { Extension, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Dropcursor, Gapcursor, Placeholder } from "@tiptap/extensions";
import type * as Y from "yjs";
import { ROOTS } from "../document-model/document";
import { editor as words } from "../words/editor";
import type { Connection } from "./connection";
import { guardPlugin } from "./guard";
import type { ClipboardOptions } from "./identity/clipboard";
import { Identity } from "./identity/identity";
import { ReferenceTrigger } from "./links/trigger";
import { MarkedBlocks } from "./marked-blocks";
import { schemaExtensions } from "./schema/extensions";
import { createUndoManager } from "./undo";

export type Writing = ClipboardOptions & {
  doc: Y.Doc;
  connection: Connection;
  person: { name: string };
  onTrigger: (by: "sign" | "key") => void;
  onBroken: (error: unknown) => void;
};

/** The colour until the server has stamped the person's own. */
const UNSTAMPED = "#545f69";

/** Everything the writing surface consists of. */
export function writingExtensions(writing: Writing): Extensions {
  const { doc, connection, person, isKnownTarget, center, onTrigger, onBroken } = writing;
  return [
    ...schemaExtensions(),
    Gapcursor,
    Dropcursor.configure({ class: "drop-cursor" }),
    Placeholder.configure({ placeholder: words.placeholder }),
    Collaboration.configure({
      document: doc,
      field: ROOTS.body,
      yUndoOptions: { undoManager: createUndoManager(doc) },
    }),
    CollaborationCaret.configure({ provider: connection, user: { name: person.name, color: UNSTAMPED } }),
    Identity.configure({ doc, isKnownTarget, center }),
    ReferenceTrigger.configure({ onTrigger }),
    MarkedBlocks,
    guard(onBroken),
  ];
}

/** After Collaboration: what it guards has to be there. */
function guard(onBroken: (error: unknown) => void): Extension {
  return Extension.create({ name: "guard", priority: 80, addProseMirrorPlugins: () => [guardPlugin(onBroken)] });
}
