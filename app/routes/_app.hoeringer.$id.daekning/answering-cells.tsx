import { type FetcherWithComponents, useActionData, useFetcher } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { Answer } from "~/refusals";
import type { CoverageCell, CoverageState } from "../../../server/links/shapes";

type Done = { done: boolean } | Answer;
type Fetcher = FetcherWithComponents<Done>;

/** The one fetcher through which every cell sends its answer, so that a refusal has one place to be shown. */
export const AnswerFetcher = createContext<Fetcher | null>(null);

export function useAnswering(): { fetcher: Fetcher; refusedCode: string | null } {
  const fetcher = useFetcher<Done>();
  // Without a script the same form is sent as a page of its own.
  const posted = useActionData<Done>();
  const data = fetcher.data ?? posted;
  return { fetcher, refusedCode: data && "refusal" in data ? data.refusal.code : null };
}

export function useAnswerFetcher(): Fetcher {
  const fetcher = useContext(AnswerFetcher);
  if (!fetcher) throw new Error("Expected AnswerFetcher around the matrix; found none.");
  return fetcher;
}

/** The cell's state, or the one being sent for it right now: a click is seen at once. */
export function useShownState(cell: CoverageCell): CoverageState {
  const { formData } = useAnswerFetcher();
  const isMine = formData?.get("clauseId") === cell.clauseId && formData.get("centerId") === cell.centerId;
  if (!isMine) return cell.state;
  const sent = formData.get("answer");
  return sent === "in-work" || sent === "no-remarks" || sent === "not-relevant" ? sent : "not-looked-at";
}
