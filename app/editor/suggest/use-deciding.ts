import { type KeyboardEvent, useRef, useState } from "react";
import { sentenceOf, type Told } from "~/taken";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import { suggestions as words } from "../../words/suggestions";
import type { SuggestionStore } from "./store";

export type Deciding = ReturnType<typeof useDeciding>;

const seen = ({ id, changedAt }: SuggestionView) => `${id}|${changedAt.toISOString()}`;

/** Accepting, rejecting and taking back: done once, said aloud, and what stands against it said where it was asked. [G7] */
export function useDeciding(store: SuggestionStore, announce: (message: string) => void) {
  const { refused, tell, run } = useRunning(announce);
  return {
    refused,
    accept: (one: SuggestionView, anyway?: string) =>
      run(
        `accept ${one.id}`,
        () => store.decide("accept", { suggestion: seen(one), ...(anyway === undefined ? {} : { anyway }) }),
        () => words.accepted,
      ),
    reject: (one: SuggestionView, reason: string) =>
      run(
        `reject ${one.id}`,
        () => store.decide("reject", { suggestion: seen(one), reason }),
        () => words.rejected,
      ),
    all: (command: "accept" | "reject", own: readonly SuggestionView[]) =>
      run(
        `${command} ${own.map(({ id }) => id)}`,
        () => store.decide(command, { suggestion: own.map(seen) }),
        (left) => {
          const done = own.length - left;
          const said = command === "accept" ? words.acceptedAll(done) : words.rejectedAll(done);
          return left > 0 ? `${said} ${words.left(left)}` : said;
        },
      ),
    withdraw: async (one: SuggestionView) => {
      const told = await store.save({ withdrawn: one.id });
      tell(told);
      if (told?.is === "done") announce(words.withdrawn);
    },
  };
}

type Ask = () => ReturnType<SuggestionStore["decide"]>;

function useRunning(announce: (message: string) => void) {
  const [refused, setRefused] = useState<string | null>(null);
  const oneByOne = useOneByOne();
  const tell = (told: Told<unknown>) =>
    setRefused(told === null ? words.notReached : told.is === "refused" ? sentenceOf(told) : null);
  const run = async (what: string, ask: Ask, said: (left: number) => string) => {
    const asked = oneByOne(what, ask);
    if (!asked) return false;
    const told = await asked;
    tell(told);
    if (told?.is !== "done") return false;
    announce(said(told.done.length));
    return true;
  };
  return { refused, tell, run };
}

/** What is asked for while another waits for its answer is asked after it; the same thing pressed twice is asked once. */
function useOneByOne() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(new Set<string>());
  return <Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer> | null => {
    if (waiting.current.has(what)) return null;
    waiting.current.add(what);
    const asked = last.current.then(ask).finally(() => waiting.current.delete(what));
    last.current = asked.catch(() => {});
    return asked;
  };
}

/** A letter alone, with nothing held down. */
export function plain({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey;
}
