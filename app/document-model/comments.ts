import { overlappingMark } from "./overlapping";

/**
 * The words that a comment is about: a mark that the server puts in, with the thread's id. It is no part of what the
 * document says (read.ts passes over it), so a text with comments has the hash of the same text without. [K1]
 */
const MARK = overlappingMark("comment");

/** The name y-tiptap keeps a thread's mark under. */
export const commentMark = MARK.nameOf;

/** Whether a text may be formatted so as a thread's words; null takes the mark away. */
export const isCommentMark = MARK.isOne;

/** The threads among a text's formats, sorted. */
export const commentsIn = MARK.idsIn;
