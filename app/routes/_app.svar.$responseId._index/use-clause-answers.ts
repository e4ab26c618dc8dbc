import { useCallback, useEffect, useMemo, useState } from "react";
import type { Answers } from "~/editor/links/answers/answers";
import { isJson, isTaken } from "~/taken";
import type { Answer } from "../../../server/links/shapes";
import type { ResponsePage } from "../../../server/responses/shapes";

type Said = { clauseId: string; centerId: string; answer: Answer };

/** What the viewer's centers have answered without writing, asked for once the text is there: nobody waits for it. [L12] */
export function useClauseAnswers({ id, can, linkAs }: ResponsePage): Answers {
  const address = `/svar/${id}/punkter`;
  const [said, setSaid] = useState<readonly Said[]>([]);
  const mayAsk = can.write && linkAs.length > 0;
  const ask = useCallback(async () => {
    const answers = await answersAt(address);
    if (answers) setSaid(answers);
  }, [address]);
  useEffect(() => {
    if (mayAsk) void ask();
  }, [mayAsk, ask]);
  return useMemo(() => {
    const byPlace = new Map(said.map((one) => [`${one.clauseId}|${one.centerId}`, one.answer]));
    const say = async (clauseId: string, centerId: string, answer: Answer | null) => {
      const isSaid = await isTaken(address, { clauseId, centerId, answer: answer ?? "" });
      await ask();
      return isSaid;
    };
    return { of: (clauseId, centerId) => byPlace.get(`${clauseId}|${centerId}`) ?? null, say: mayAsk ? say : null };
  }, [said, address, ask, mayAsk]);
}

/** Null when it cannot be had just now; a session that has run out is answered with a page. */
async function answersAt(address: string): Promise<Said[] | null> {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok || !isJson(answer)) return null;
    const { answers }: { answers: Said[] } = await answer.json();
    return answers;
  } catch {
    return null;
  }
}
