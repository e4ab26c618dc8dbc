import { createContext, useContext } from "react";
import type { Answer } from "../../../../server/links/shapes";

/** What centers have said of clauses in other words than text, as coverage has it. */
export type Answers = {
  of: (clauseId: string, centerId: string) => Answer | null;
  /** Says it, or with null takes it back; false when that did not reach the server. Null for who cannot say it. */
  say: ((clauseId: string, centerId: string, answer: Answer | null) => Promise<boolean>) | null;
};

const NONE: Answers = { of: () => null, say: null };

/** Around the editor, by the page that can ask the server. */
export const AnswersContext = createContext<Answers>(NONE);

export function useAnswers(): Answers {
  return useContext(AnswersContext);
}
