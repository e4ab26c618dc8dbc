import { newBlockId } from "../../../../app/document-model/block-id";
import { plainText, trimmed } from "../../../../app/document-model/incoming/content";
import type { IncomingBlock, IncomingInline, LeftOut } from "../../../../app/document-model/incoming/shapes";
import { createFields } from "../docx/fields";
import type { NoteKind } from "../docx/note-marks";
import { paragraphsIn, readNotes } from "../docx/notes";
import type { Word } from "../docx/open";
import { type Element, readXml } from "../docx/xml";
import { createLinks } from "./links";
import { type Reading, readParagraph } from "./paragraph";

type Noted = { id: string; kind: NoteKind; of: string };

/** Which notes the text names, each under the id that its block gets. */
export function createNoted() {
  const known = new Map<string, Noted>();
  return {
    noteOf(kind: NoteKind, of: string): string {
      const key = `${kind} ${of}`;
      const noted = known.get(key) ?? { id: newBlockId(), kind, of };
      known.set(key, noted);
      return noted.id;
    },
    all: (): Noted[] => [...known.values()],
  };
}

/** A note is one block, however many paragraphs it had; what it says of notes and comments itself is not read. */
export function noteBlocks(word: Word, noted: readonly Noted[], reading: Reading): Map<string, IncomingBlock> {
  const texts = { footnote: readNotes(word.footnotes, "footnote"), endnote: readNotes(word.endnotes, "endnote") };
  return new Map(
    noted.map(({ id, kind, of }) => {
      const addresses = word.links[`${kind}s`];
      const content = contentOf(texts[kind].get(of) ?? [], { ...reading, addresses });
      return [id, { type: "block", kind: "footnote", level: 0, id, content }];
    }),
  );
}

function contentOf(paragraphs: readonly Element[], reading: Reading): IncomingInline[] {
  const own = {
    ...reading,
    fields: createFields(),
    links: createLinks(),
    comments: { open: new Map(), quotes: new Map() },
  };
  const content: IncomingInline[] = [];
  for (const paragraph of paragraphs) {
    const read = trimmed(readParagraph(paragraph, own).content);
    if (read.length > 0 && content.length > 0) content.push({ break: true });
    content.push(...read.map((inline) => ("text" in inline ? withoutNotes(inline) : inline)));
  }
  return content;
}

function withoutNotes({ notes: _, ...run }: Extract<IncomingInline, { text: string }>): IncomingInline {
  return run;
}

/** What people wrote beside the text: who, on which words, and what. */
export function commentsOf(word: Word, reading: Reading): LeftOut[] {
  if (word.comments === null) return [];
  const comments: LeftOut[] = [];
  const read = (comment: Element) => {
    const { id = "", author = "" } = comment.attributes;
    const text = plainText({ content: contentOf(paragraphsIn(comment), { ...reading, left: [] }) });
    const { open, quotes } = reading.comments;
    const quote = (quotes.get(id) ?? open.get(id) ?? "").replace(/\s+/g, " ").trim();
    if (text === "") return;
    comments.push({ kind: "comment", text, ...(quote ? { quote } : {}), ...(author ? { by: author } : {}) });
  };
  readXml(word.comments, { whole: new Set(["w:comment"]), read });
  return comments;
}
