/** What was found, and the letter's own words for it, which a person is shown beside the field. */
export type Found<Value> = { value: Value; says: string };

/** A Danish day "YYYY-MM-DD" and, when the letter gives one, a time of day "HH:MM". */
export type When = { day: string; time: string | null };

/**
 * What a letter about a hearing seems to say of it. Null: nothing was found, and nothing is guessed. A person confirms
 * every one of them. [H30]
 */
export type LetterProposal = {
  title: Found<string> | null;
  sender: Found<string> | null;
  deadline: Found<When> | null;
  /** The address that answers are to go to. */
  answerTo: Found<string> | null;
  /** Who is asked, as the letter names them. */
  recipients: string[];
};
