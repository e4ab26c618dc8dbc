/**
 * Every name that may occur in the live document, as y-tiptap writes it: element → its attributes. An element or mark
 * that is not here is refused by the server, because a reading y-tiptap would delete it. [E8]
 */
export const ELEMENTS = {
  block: ["id", "kind", "level"],
  hardBreak: [],
  table: ["id"],
  tableRow: [],
  tableCell: ["colspan", "rowspan"],
  tableHeader: ["colspan", "rowspan"],
} as const satisfies Record<string, readonly string[]>;

/** Mark → its attributes. In Yjs a mark is a formatting attribute of the text, its value an object of these. */
export const MARKS = { bold: [], italic: [], link: ["href"] } as const satisfies Record<string, readonly string[]>;

const HREF = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
const HREF_LENGTH = 2000;

/** Links of words lead to the web or to a mailbox, never to a script. */
export function isAllowedHref(value: unknown): value is string {
  return typeof value === "string" && value.length <= HREF_LENGTH && HREF.test(value);
}
