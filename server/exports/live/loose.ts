import { HeadingLevel, Paragraph, TextRun } from "docx";
import { printable } from "../letter/text";
import type { Conversation } from "./conversations";
import { Spots } from "./spots";

/** What conversations are about that have no words in the text: listed behind it, each with its comments. */
export type Listed = Conversation & { about: string };

export function listOf(title: string, listed: readonly Listed[]): Paragraph[] {
  if (listed.length === 0) return [];
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, pageBreakBefore: true });
  return [head, ...listed.map(({ about, comments, thread: { id } }) => line(id, about, comments))];
}

function line(id: string, about: string, comments: readonly number[]): Paragraph {
  const place = { blockId: id, letter: 0, isEmpty: false, comments };
  const spots = new Spots([
    { ...place, is: "start" },
    { ...place, is: "end", letter: 1 },
  ]);
  const words = new TextRun({ text: printable(about) });
  return new Paragraph({ style: "Quote", children: [...spots.before(id, 0), words, ...spots.rest(id)] });
}
