import { z } from "zod";
import { isId } from "../../db/ids";

const LONGEST = 10_000;
/** As long as the longest paragraph that one update can hold is not; what is longer is commented on by its first words. */
const LONGEST_QUOTE = 20_000;

const text = z.string("missing").transform((typed) => typed.replaceAll("\r\n", "\n").replaceAll("\0", ""));
const freshId = z.string("missing").refine((id) => isId(id), "not-found");

const words = text.pipe(
  z
    .string()
    .transform((typed) => typed.trim())
    .pipe(z.string().min(1, "missing").max(LONGEST, "too-long")),
);

export const CommentForm = z.object({ commentId: freshId, comment: words });

const WordsForm = z.object({
  blockId: z.string("missing").min(1, "missing").max(64, "not-found"),
  quote: text.pipe(z.string().max(LONGEST_QUOTE, "too-long")),
  place: z.coerce.number("missing").int("missing").min(0, "missing").max(10_000_000, "missing"),
});

/** What is selected over more paragraphs than these is commented on by its first ones. */
const MOST_PARAGRAPHS = 50;

export const PlaceForm = WordsForm.extend({
  more: z
    .string("missing")
    .default("[]")
    .transform((json, context) => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue("missing");
        return z.NEVER;
      }
    })
    .pipe(z.array(WordsForm, "missing").max(MOST_PARAGRAPHS, "too-long"))
    .refine((more) => more.every(({ quote }) => quote !== ""), "missing"),
});

const assignee = z.string("missing").refine((id) => id === "" || isId(id), "mentions-nobody");

export const StartForm = CommentForm.extend({
  threadId: freshId,
  clauseId: z.string().optional(),
  assignedTo: assignee.optional(),
  mustBeSolved: z.enum(["yes", ""], "not-a-choice").optional(),
});

export const OwnForm = z.object({ commentId: freshId });
export const AssignForm = z.object({ assignedTo: assignee });
export const MustBeSolvedForm = z.object({ isSo: z.enum(["yes", "no"], "not-a-choice") });
