import type { Incoming } from "../../../app/document-model/incoming/shapes";
import type { Log } from "../../log";
import { besides, createThread, Overdue } from "../../thread";
import type { LetterProposal } from "../read/letter/shapes";
import type { Tables } from "../read/overview";
import { LIMITS, type Unreadable } from "../read/paper";
import type { Words } from "../read/source";
import type { Order, Proposed, Said } from "./reading-worker";

export type Reading = {
  /** Reads a paper in a thread. `hear` is told when its turn comes (0 of nobody knows how many) and as it gets on. */
  read(paper: Order, hear?: (done: number, of: number | null) => void): Promise<Proposed | { refused: Unreadable }>;
  /** The same for what a center has written in Word: in the same threads, under the same limits. [E25] */
  contribution(paper: Paper): Promise<Incoming | { refused: Unreadable }>;
  /** The same for tables: what a sender has made of everybody's remarks. [S31] */
  tables(paper: Paper): Promise<Tables | { refused: Unreadable }>;
  /** The same for the letter a hearing came with. `today` is a Danish day. [H30] */
  letter(paper: Paper, today: string): Promise<LetterProposal | { refused: Unreadable }>;
  /** The same for the words of a file that is kept as it is. What breaks the thread has none. [F54] */
  words(paper: Paper): Promise<Words | { refused: Unreadable }>;
  /** Ends the threads; a paper that is being read is refused. */
  end(): Promise<void>;
};

type Paper = Pick<Order, "bytes" | "fileName">;
type ReadingOptions = { log: Pick<Log, "warn">; limitMs?: number; memoryMb?: number; script?: URL };
type Thread = ReturnType<typeof createThread<Order, Said>>;

/** Two papers are read while others are written in; more would leave those who write too little. */
const THREADS = 2;
/** A thread that nobody has needed for so long gives its memory back. */
const IDLE_MS = 30_000;
/** Papers that wait hold their bytes; beyond so many somebody is told to come back. */
const MOST_WAITING = 8;

/** Reads papers in threads of their own, one a thread. Whatever a paper does to its thread costs that paper alone. [S10] */
export function createReading({
  log,
  limitMs = LIMITS.ms,
  memoryMb = LIMITS.memoryMb,
  script,
}: ReadingOptions): Reading {
  const url = script ? { url: script } : besides(import.meta.url, "reading-worker");
  const threads = Array.from({ length: THREADS }, () => createThread<Order, Said>({ script: url, memoryMb }));
  const turns = createTurns(threads);
  const inTurn = async <Found>(paper: Order, hear: Hear, found: (said: Said) => Found) => {
    const thread = await turns.take();
    if (!thread) return { refused: "too-many-waiting" as const };
    hear(0, null);
    try {
      return found(await readIn(thread, paper, limitMs, hear));
    } catch (error) {
      const refused = reasonOf(error);
      log.warn({ err: error, refused, bytes: paper.bytes.length }, "a paper broke the thread that read it");
      return { refused };
    } finally {
      turns.give(thread);
    }
  };
  return {
    read: (paper, hear = () => {}) => inTurn(paper, hear, proposedIn),
    contribution: (paper) => inTurn({ ...paper, isContribution: true }, () => {}, contributionIn),
    tables: (paper) => inTurn({ ...paper, isOfTables: true }, () => {}, tablesIn),
    letter: (paper, today) => inTurn({ ...paper, letterOn: today }, () => {}, letterIn),
    words: (paper) => inTurn({ ...paper, isForWords: true }, () => {}, wordsIn),
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

function proposedIn(said: Said) {
  if ("read" in said) return said.read;
  throw new Error("Expected a tree from the thread that reads papers.");
}

function contributionIn(said: Said) {
  if ("contribution" in said) return said.contribution;
  throw new Error("Expected a text from the thread that reads papers.");
}

function tablesIn(said: Said) {
  if ("tables" in said) return said.tables;
  throw new Error("Expected tables from the thread that reads papers.");
}

function letterIn(said: Said) {
  if ("letter" in said) return said.letter;
  throw new Error("Expected a letter from the thread that reads papers.");
}

function wordsIn(said: Said) {
  if ("words" in said) return said.words;
  throw new Error("Expected words from the thread that reads papers.");
}

type Hear = (done: number, of: number | null) => void;

async function readIn(thread: Thread, paper: Order, limitMs: number, hear: Hear): Promise<Said> {
  const said = await thread.ask(paper, limitMs, (word) => {
    if ("done" in word) hear(word.done, word.of);
    return !("done" in word);
  });
  if ("error" in said) throw said.error;
  return said;
}

/** What a paper did to its thread, in words a person can do something with. */
function reasonOf(error: unknown): Unreadable {
  if (error instanceof Overdue) return "took-too-long";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "damaged";
}

/** Threads go to papers in the order they came. The one used last is used next, so that the other may rest. */
function createTurns(threads: readonly Thread[]) {
  const free = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  const resting = new Map<Thread, NodeJS.Timeout>();
  return {
    async take(): Promise<Thread | null> {
      const thread = free.pop();
      if (!thread && waiting.length >= MOST_WAITING) return null;
      if (!thread) return new Promise((resolve) => waiting.push(resolve));
      clearTimeout(resting.get(thread));
      return thread;
    },
    give(thread: Thread): void {
      const next = waiting.shift();
      if (next) {
        next(thread);
        return;
      }
      free.push(thread);
      const rest = setTimeout(() => void thread.end(), IDLE_MS);
      resting.set(thread, rest.unref());
    },
  };
}
