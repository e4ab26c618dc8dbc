import { type ICommentOptions, Paragraph, TextRun } from "docx";
import type { CommentRow, PersonRow, ThreadRow } from "../../comments/shapes";
import { printable } from "../letter/text";
import { wordTime } from "./parts";

/** A conversation in Word: its comments by their numbers, the first being what the others answer. */
export type Conversation = { thread: ThreadRow; comments: readonly number[] };

const TAKEN_BACK = "(Kommentaren er taget tilbage.)";
const UNKNOWN = "en person, der ikke er her mere";
const MENTION = /@\{([0-9a-f-]{36})\}/g;

/** Word's own comments: answers under what they answer, what is solved as solved, each with author and time. [K9] */
export function conversationsOf(threads: readonly ThreadRow[], people: readonly PersonRow[]) {
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? UNKNOWN;
  const comments: ICommentOptions[] = [];
  const conversations = threads.flatMap((thread): Conversation[] => {
    if (thread.comments.every(({ isTakenBack }) => isTakenBack)) return [];
    const first = comments.length;
    for (const [index, said] of thread.comments.entries()) {
      const parent = index === 0 ? {} : { parentId: first };
      comments.push({
        ...commentOf(said, nameOf, index === 0 ? about(thread, nameOf) : ""),
        ...parent,
        id: comments.length,
        resolved: thread.resolved !== null,
      });
    }
    return [{ thread, comments: thread.comments.map((_, index) => first + index) }];
  });
  return { comments, conversations };
}

function commentOf({ by, at, text, isTakenBack }: CommentRow, nameOf: (id: string) => string, head: string) {
  const author = printable(nameOf(by));
  const said = isTakenBack ? TAKEN_BACK : text.replace(MENTION, (_, id: string) => `@${nameOf(id)}`);
  const lines = said.split("\n").map((line) => new Paragraph({ style: "CommentText", text: printable(line) }));
  const above =
    head === "" ? [] : [new Paragraph({ style: "CommentText", children: [new TextRun({ text: head, bold: true })] })];
  return { author, initials: initialsOf(author), date: wordTime(at), children: [...above, ...lines] };
}

/** What Word has no place for: that it must be solved, and by whom. */
function about({ mustBeSolved, assignedTo }: ThreadRow, nameOf: (id: string) => string): string {
  const marks = [...(mustBeSolved ? ["Skal løses"] : []), ...(assignedTo ? [`Tildelt ${nameOf(assignedTo)}`] : [])];
  return printable(marks.join(" · "));
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
}
