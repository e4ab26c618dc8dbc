import { useEffect } from "react";
import { later } from "./later";
import type { Refused } from "./refusal-words";

const Words = later<Refused>(() => import("./refusal-words").then((part) => part.RefusalWords));

/** The sentence of a code that the page itself came to; what the server refuses comes with its own (refusals.ts). */
export function RefusalSentence(refused: Refused) {
  return <Words {...refused} />;
}

/** For pages that may have to say that nobody is reached: by then nothing can be fetched. */
export function useRefusalSentences(): void {
  useEffect(() => Words.fetch(), []);
}
