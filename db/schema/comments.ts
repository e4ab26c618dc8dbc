import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { ClauseId, CommentId, DocumentId, MunicipalityId, ResponseId, ThreadId, UserId } from "../ids";
import { clause } from "./agreements";
import { idOf, moment } from "./columns";
import { document } from "./documents";
import { municipality, person } from "./identity";
import { response } from "./responses";

/** A conversation about some words, a paragraph (`blockId`), or a clause (`clauseId`). Never deleted with its words. */
export const commentThread = pgTable(
  "comment_thread",
  {
    id: idOf<ThreadId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    clauseId: idOf<ClauseId>("clause_id").references(() => clause.id),
    /** Where it was put: the words, and their place in the block, for when their mark is not in the text. */
    blockId: text("block_id"),
    quote: text("quote").notNull().default(""),
    place: integer("place").notNull().default(0),
    /** Where a selection went on over further paragraphs: the same of each of them. */
    more: jsonb("more").notNull().default([]),
    /** Whether its mark has been put on its words: not while the text is locked, and not where they were gone. [K2] */
    mark: text("mark", { enum: ["waiting", "put", "none"] })
      .notNull()
      .default("waiting"),
    /** Grows with everything that happens to the thread: the sum of a response's tells a page whether to ask anew. */
    revision: integer("revision").notNull().default(1),
    startedBy: idOf<UserId>("started_by")
      .notNull()
      .references(() => person.id),
    startedAt: moment("started_at").notNull(),
    assignedTo: idOf<UserId>("assigned_to").references(() => person.id),
    /** "Skal løses": as long as it is open the text is not sent for approval. */
    mustBeSolved: boolean("must_be_solved").notNull().default(false),
    resolvedBy: idOf<UserId>("resolved_by").references(() => person.id),
    resolvedAt: moment("resolved_at"),
  },
  (table) => [index("comment_thread_response").on(table.responseId)],
);

export const comment = pgTable(
  "comment",
  {
    id: idOf<CommentId>().primaryKey(),
    threadId: idOf<ThreadId>("thread_id")
      .notNull()
      .references(() => commentThread.id),
    by: idOf<UserId>("by")
      .notNull()
      .references(() => person.id),
    at: moment("at").notNull(),
    text: text("text").notNull(),
    editedAt: moment("edited_at"),
    /** Taken back by its writer: its place in the thread stays. */
    removedAt: moment("removed_at"),
  },
  (table) => [index("comment_of_thread").on(table.threadId)],
);

export const commentMention = pgTable(
  "comment_mention",
  {
    commentId: idOf<CommentId>("comment_id")
      .notNull()
      .references(() => comment.id),
    userId: idOf<UserId>("user_id")
      .notNull()
      .references(() => person.id),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.userId] })],
);
