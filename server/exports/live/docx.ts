import { Document, Header, type IStylesOptions, Packer, Paragraph } from "docx";
import { type Anchor, wholeQuote } from "../../../app/document-model/comment-anchors";
import type { Blocks } from "../../../app/document-model/suggestions/rows";
import type { PersonRow, ThreadRow } from "../../comments/shapes";
import type { OpenRun } from "../../suggestions/shapes";
import { withSameBytes } from "../docx/same-bytes";
import { numberingOf, STYLES } from "../docx/styles";
import { PAGE } from "../docx/write";
import { DRAFT } from "../letter/letter";
import { printable } from "../letter/text";
import { type Conversation, conversationsOf } from "./conversations";
import { listOf } from "./loose";
import type { Spot } from "./spots";
import { Writing } from "./writing";

/** From the first words of a conversation to its last ones, which may stand in another paragraph. */
export type Stretch = { first: Anchor; last: Anchor };

/** A live text with what people say and propose of it. */
export type LiveText = {
  title: string;
  blocks: Blocks;
  runs: readonly OpenRun[];
  threads: readonly ThreadRow[];
  people: readonly PersonRow[];
  /** Where the words of a conversation are; without one it is detached. */
  anchors: ReadonlyMap<string, Stretch>;
  /** What the clauses are called that conversations are about. */
  clauses: ReadonlyMap<string, string>;
  /** The moment that the file carries. */
  date: Date;
};

/** As Word calls them itself. */
const WITH_COMMENTS: IStylesOptions = {
  ...STYLES,
  paragraphStyles: [
    ...(STYLES.paragraphStyles ?? []),
    { id: "CommentText", name: "annotation text", basedOn: "Normal", run: { size: 20 } },
  ],
  characterStyles: [{ id: "CommentReference", name: "annotation reference", run: { size: 16 } }],
};

/** Nobody has approved it, and every page says so. [X12] */
const draftHeader = () => new Header({ children: [new Paragraph({ style: "Sidehoved", text: DRAFT })] });

/** The same text, suggestions and comments always give the same bytes. [G11] [K9] */
export async function liveDocx(text: LiveText): Promise<Uint8Array> {
  const { comments, conversations } = conversationsOf(text.threads, text.people);
  const writing = new Writing(
    text.blocks,
    text.runs,
    conversations.flatMap((one) => spotsOf(one, text.anchors)),
  );
  const title = printable(text.title);
  const children = [new Paragraph({ style: "Title", text: title }), ...writing.text(), ...listsOf(text, conversations)];
  const document = new Document({
    title,
    creator: "Samsvar",
    lastModifiedBy: "Samsvar",
    styles: WITH_COMMENTS,
    numbering: numberingOf(writing.styles.lists),
    footnotes: writing.notes(),
    ...(comments.length > 0 ? { comments: { children: comments } } : {}),
    ...(text.runs.length > 0 ? { features: { trackRevisions: true } } : {}),
    sections: [{ properties: { page: PAGE }, headers: { default: draftHeader() }, children }],
  });
  return withSameBytes(await Packer.toBuffer(document), text.date);
}

function spotsOf({ thread, comments }: Conversation, anchors: LiveText["anchors"]): Spot[] {
  const stretch = thread.clauseId ? undefined : anchors.get(thread.id);
  if (!stretch) return [];
  const { first, last } = stretch;
  const isEmpty = first.blockId === last.blockId && first.from === last.to;
  return [
    { blockId: first.blockId, comments, isEmpty, is: "start", letter: first.from },
    { blockId: last.blockId, comments, isEmpty, is: "end", letter: last.to },
  ];
}

function listsOf({ anchors, clauses }: LiveText, conversations: readonly Conversation[]): Paragraph[] {
  const ofClauses = conversations.filter(({ thread }) => thread.clauseId !== null);
  const loose = conversations.filter(({ thread }) => thread.clauseId === null && !anchors.has(thread.id));
  return [
    ...listOf(
      "Kommentarer til kilden",
      ofClauses.map((one) => ({ ...one, about: clauses.get(one.thread.clauseId ?? "") ?? "" })),
    ),
    ...listOf(
      "Løsrevne kommentarer",
      loose.map((one) => ({ ...one, about: wholeQuote(one.thread) })),
    ),
  ];
}
