import { overlappingMark } from "./overlapping";

/**
 * Footnotes: a block of kind "footnote", and a mark on the words it belongs to. Two people who put a note on one word at
 * once both keep theirs, because each note's mark has a name of its own in Yjs. [E12]
 */
const MARK = overlappingMark("note");

/** The name y-tiptap keeps a note's mark under. */
export const noteMark = MARK.nameOf;

/** Whether a text may be formatted so as a note's words; null takes the mark away. */
export const isNoteMark = MARK.isOne;

/** The notes among a text's formats, sorted. */
export const notesIn = MARK.idsIn;
