import { useMemo } from "react";
import { compareWords } from "~/document-model/compare";
import { Spans } from "./compared";

/** What was taken out and what was put in, in one line of reading. */
export function Difference({ before, after }: { before: string; after: string }) {
  const { inline } = useMemo(() => compareWords(before, after), [before, after]);
  return (
    <span className="compared reading-difference">
      <Spans spans={inline} />
    </span>
  );
}
