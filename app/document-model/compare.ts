import { diffArrays } from "diff";

export type Span = { kind: "kept" | "added" | "removed"; text: string };

export type ComparedWords = {
  /** kept and removed: put together exactly the old text. */
  before: Span[];
  /** kept and added: put together exactly the new text. */
  after: Span[];
  /** Both in one line of reading, what is removed before what is added. */
  inline: Span[];
  /** Whole sentences where the texts are too long and too different for words. */
  by: "words" | "sentences" | "whole";
};

/** A word or a sign, with the white space before it. Figures keep their points ("12.000"), words their hyphens. */
type Token = { space: string; text: string };
type Step = { kind: Span["kind"]; before: Token[]; after: Token[] };

const WORD =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}[\p{L}\p{M}\p{N}]*(?:[.,/:-]\p{N}+)*|\S/gu;
const SENTENCE = /\S[\s\S]*?(?:[.!?:](?=\s)|\n{2}|$)/gu;
/** Steps of the diff: its work grows with the square of what differs. Clauses that differ in so many words are none that one reads word by word. */
export const MAX_EDITS = 1500;
/** Between changes of so many words, a kept sign or a single kept word tears apart what is easier to read whole. */
const LONG_CHANGE = 6;

/** What differs between two clauses' texts, by words: no span ends inside a word. [C13] */
export function compareWords(before: string, after: string): ComparedWords {
  for (const [by, pattern] of [
    ["words", WORD],
    ["sentences", SENTENCE],
  ] as const) {
    const [old, other] = [tokensOf(before, pattern), tokensOf(after, pattern)];
    const steps = stepsOf(old.tokens, other.tokens);
    if (steps) return { by, ...spansOf(by === "words" ? readable(steps) : steps, old.rest, other.rest) };
  }
  const whole = (kind: Span["kind"], text: string): Span[] => (text === "" ? [] : [{ kind, text }]);
  const [removed, added] = [whole("removed", before), whole("added", after)];
  return { by: "whole", before: removed, after: added, inline: [...removed, ...added] };
}

function tokensOf(text: string, pattern: RegExp): { tokens: Token[]; rest: string } {
  let end = 0;
  const tokens = [...text.matchAll(pattern)].map((match): Token => {
    const space = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { space, text: match[0] };
  });
  return { tokens, rest: text.slice(end) };
}

/** The two rows of tokens as steps, or nothing when they differ in too much. */
function stepsOf(before: Token[], after: Token[]): Step[] | undefined {
  const parts = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: MAX_EDITS },
  );
  let [old, other] = [0, 0];
  return parts?.map(({ added, removed, count }): Step => {
    const kind = added ? "added" : removed ? "removed" : "kept";
    const step = {
      kind,
      before: added ? [] : before.slice(old, old + count),
      after: removed ? [] : after.slice(other, other + count),
    } as const;
    old += step.before.length;
    other += step.after.length;
    return step;
  });
}

/** Takes up small kept steps into the long changes around them, and puts what is removed before what is added. */
function readable(steps: readonly Step[]): Step[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    const isChange = step.kind !== "kept";
    if (run && isChange && run[0]?.kind !== "kept") run.push(step);
    else runs.push([step]);
  }
  const isTorn = (at: number) => {
    const [around, kept] = [[runs[at - 1], runs[at + 1]], runs[at]?.[0]];
    const isSmall = kept?.kind === "kept" && kept.before.filter(isWord).length <= 1;
    return isSmall && around.every((run) => run !== undefined && wordsIn(run) >= LONG_CHANGE);
  };
  const joined: Step[] = [];
  runs.forEach((run, at) => {
    const changes = run[0]?.kind === "kept" && !isTorn(at) ? null : run;
    const last = joined.at(-1);
    if (!changes) joined.push(...run);
    else if (last && last.kind !== "kept") takeUp(last, changes);
    else joined.push(takeUp({ kind: "removed", before: [], after: [] }, changes));
  });
  return joined.flatMap(inTwo);
}

function takeUp(step: Step, changes: readonly Step[]): Step {
  step.before = step.before.concat(...changes.map(({ before }) => before));
  step.after = step.after.concat(...changes.map(({ after }) => after));
  return step;
}

function inTwo(step: Step): Step[] {
  if (step.kind === "kept") return [step];
  const removed: Step = { kind: "removed", before: step.before, after: [] };
  const added: Step = { kind: "added", before: [], after: step.after };
  return [removed, added].filter(({ before, after }) => before.length + after.length > 0);
}

function isWord({ text }: Token): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function wordsIn(run: readonly Step[]): number {
  return run.flatMap(({ before, after }) => [...before, ...after]).filter(isWord).length;
}

/** White space before a change is drawn as kept: a change is marked from its first letter to its last. */
function spansOf(steps: readonly Step[], restBefore: string, restAfter: string): Omit<ComparedWords, "by"> {
  const [before, after, inline]: [Span[], Span[], Span[]] = [[], [], []];
  for (const step of steps) {
    write(before, step.kind, step.before);
    write(after, step.kind, step.after);
    const tokens = step.kind === "removed" ? step.before : step.after;
    // At a text's beginning there is no white space to part the old word from the new one.
    if (step.kind === "added" && inline.at(-1)?.kind === "removed" && tokens[0]?.space === "") put(inline, "kept", " ");
    write(inline, step.kind, tokens);
  }
  put(before, "kept", restBefore);
  put(after, "kept", restAfter);
  put(inline, "kept", restAfter);
  return { before, after, inline };
}

function write(spans: Span[], kind: Span["kind"], tokens: readonly Token[]): void {
  tokens.forEach(({ space, text }, at) => {
    put(spans, at === 0 ? "kept" : kind, space);
    put(spans, kind, text);
  });
}

function put(spans: Span[], kind: Span["kind"], text: string): void {
  const last = spans.at(-1);
  if (text === "") return;
  if (last?.kind === kind) last.text += text;
  else spans.push({ kind, text });
}
