import { Extension, type Extensions } from "@tiptap/core";
import type * as Y from "yjs";
import { ROOTS } from "../document-model/document";
import { Carets } from "./binding/carets";
import { QuickCollaboration } from "./binding/quick";
import { CommentWords } from "./comments/extension";
import type { Connection } from "./connection";
import { EscapeKey } from "./desk/escape-key";
import { FindMarks } from "./desk/find/marks";
import { HeadingKeys } from "./desk/heading-keys";
import { DropMark } from "./drop-mark";
import { EmptyText } from "./empty-text";
import { guardPlugin } from "./guard";
import type { ClipboardOptions } from "./identity/clipboard";
import { Identity } from "./identity/identity";
import { OfferKeys } from "./links/offer/offer-keys";
import { StanceKey } from "./links/stance-key";
import { ReferenceTrigger } from "./links/trigger";
import { MarkedBlocks } from "./marked-blocks";
import { Paste } from "./paste/extension";
import { ReturnedRemarks } from "./returned/extension";
import { schemaExtensions } from "./schema/extensions";
import { FarKeys } from "./sheets/far-keys";
import { SuggestionMarks } from "./suggest/extension";
import { createUndoManager } from "./undo";
import { WebLinkKey } from "./web-link-key";

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
    DropMark,
    EmptyText,
    QuickCollaboration.configure({
      document: doc,
      field: ROOTS.body,
      yUndoOptions: { undoManager: createUndoManager(doc) },
    }),
    Carets.configure({ provider: connection, user: { name: person.name, color: UNSTAMPED } }),
    Paste,
    Identity.configure({ doc, isKnownTarget, center }),
    ReferenceTrigger.configure({ onTrigger }),
    StanceKey,
    OfferKeys,
    WebLinkKey,
    MarkedBlocks,
    ReturnedRemarks,
    CommentWords,
    FindMarks,
    SuggestionMarks,
    HeadingKeys,
    EscapeKey,
    FarKeys,
    guard(onBroken),
  ];
}

/** After Collaboration: what it guards has to be there. */
function guard(onBroken: (error: unknown) => void): Extension {
  return Extension.create({ name: "guard", priority: 80, addProseMirrorPlugins: () => [guardPlugin(onBroken)] });
}
