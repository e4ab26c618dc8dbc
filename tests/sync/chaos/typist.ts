import type * as Y from "yjs";
import { ROOTS } from "../../../app/document-model/document";
import type { DocumentId } from "../../../db/ids";
import { writeParagraph } from "../document";
import { type Line, pageThrough } from "./pages";

/** A page that types, and knows by its own frames which of its paragraphs the server has called saved. */
export function typist(line: Line, documentId: DocumentId, name: string, tag: string) {
  const typed: string[] = [];
  const saved = new Set<string>();
  let covered = new Map<number, number>();
  let known = 0;
  const page = pageThrough(line, documentId, name, {
    sent: (message) => {
      if (message.type === "mark") covered.set(message.mark, typed.length);
    },
    heard: (message) => {
      // A new socket: what was marked on the old one is answered by nobody.
      if (message.type === "hello") covered = new Map();
      if (message.type !== "saved") return;
      const until = covered.get(message.mark) ?? 0;
      for (const id of typed.slice(known, until)) saved.add(id);
      known = Math.max(known, until);
    },
  });
  const type = () => {
    const id = `${tag}-${typed.length}-${documentId.slice(0, 8)}`;
    typed.push(id);
    writeParagraph(page.doc, id, `Afsnit ${typed.length} af ${name}`);
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    ...page,
    documentId,
    typed,
    saved,
    type,
    /** Once the page has its document. */
    begin: async (everyMs: number) => {
      await page.synced();
      timer = setInterval(type, everyMs);
    },
    rest: () => clearInterval(timer),
    isSaved: () => page.phase() === "saved",
    close: () => {
      clearInterval(timer);
      page.close();
    },
  };
}

export type Typist = ReturnType<typeof typist>;

/** Ids of the paragraphs in a document. */
export function idsIn(doc: Y.Doc): Set<string> {
  const ids = new Set<string>();
  // Of every block alone, without making a list of them: this runs often, on long documents.
  for (const block of doc.getXmlFragment(ROOTS.body).toArray()) {
    if ("getAttribute" in block) ids.add(String(block.getAttribute("id")));
  }
  return ids;
}
