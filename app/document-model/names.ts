import { isCommentMark } from "./comments";
import { BLOCK_KINDS } from "./document";
import { isNoteMark } from "./note-marks";

/**
 * Every name that may occur in the live document, as y-tiptap writes it: element → its attributes. An element or mark
 * that is not here is refused by the server, because a reading y-tiptap would delete it. [E8]
 */
export const ELEMENTS = {
  block: ["id", "kind", "level", "of", "seen"],
  hardBreak: [],
  table: ["id"],
  tableRow: [],
  tableCell: ["colspan", "rowspan", "header"],
  tableHeader: ["colspan", "rowspan", "header"],
} as const satisfies Record<string, readonly string[]>;

/**
 * Mark → its attributes. In Yjs a mark is a formatting attribute of the text, its value an object of these. Several notes
 * and comments may lie on one word, so y-tiptap keeps each under a name of its own.
 */
export const MARKS = {
  bold: [],
  italic: [],
  link: ["href"],
  note: ["id"],
  comment: ["id"],
} as const satisfies Record<string, readonly string[]>;

const OVERLAPPING: readonly string[] = ["note", "comment"] satisfies readonly (keyof typeof MARKS)[];

const ID_LENGTH = 64;
const DEEPEST = 3;
/** As wide as the editor takes in: much wider, many cells would make a table that no page can lay out. */
const WIDEST = 20;

/** Whether an element may carry that attribute with that value. An id of a strange form is mended by the server. [E4] */
export function isAttribute(element: string, key: string, value: unknown): boolean {
  const allowed: readonly string[] | undefined = Object.hasOwn(ELEMENTS, element)
    ? ELEMENTS[element as keyof typeof ELEMENTS]
    : undefined;
  if (!allowed?.includes(key)) return false;
  if (key === "id") return typeof value === "string" && value.length <= ID_LENGTH;
  if (key === "kind") return BLOCK_KINDS.some((kind) => kind === value);
  if (key === "of") return isClauseId(value);
  if (key === "seen") return isFingerprint(value);
  if (key === "header") return typeof value === "boolean";
  return key === "level" ? isWithin(value, 0, DEEPEST) : isWithin(value, 1, WIDEST);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The clause that a quote says it quotes. */
export function isClauseId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** Of a clause's wording, see quotes.ts. */
export function isFingerprint(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

/** Whether a text may be formatted so; null takes a mark away. */
export function isMark(name: string, value: unknown): boolean {
  if (!Object.hasOwn(MARKS, name) || OVERLAPPING.includes(name))
    return isNoteMark(name, value) || isCommentMark(name, value);
  if (value === null) return true;
  if (typeof value !== "object") return false;
  const allowed: readonly string[] = MARKS[name as keyof typeof MARKS];
  if (!Object.keys(value).every((key) => allowed.includes(key))) return false;
  return name !== "link" || ("href" in value && isAllowedHref(value.href));
}

const HREF = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
const HREF_LENGTH = 2000;

/** Links of words lead to the web or to a mailbox, never to a script. */
export function isAllowedHref(value: unknown): value is string {
  return typeof value === "string" && value.length <= HREF_LENGTH && HREF.test(value);
}
