/** A thread of its own: a paper of many pages takes seconds that nobody else should wait for, and may be made to harm. */
import { parentPort } from "node:worker_threads";
import type { Incoming } from "../../../app/document-model/incoming/shapes";
import type { Proposal } from "../../../app/document-model/proposal";
import { newId } from "../../../db/ids";
import { readContribution } from "../read/contribution";
import { readLetter } from "../read/letter";
import type { LetterProposal } from "../read/letter/shapes";
import { readTables, type Tables } from "../read/overview";
import type { Unreadable } from "../read/paper";
import { readSource, readWords, type Words } from "../read/source";
import type { SourceKind } from "../shapes";

/**
 * A source's paper; or, so marked, what a center has written in Word for a response, a file of tables, or the letter that a
 * hearing came with, read on a Danish day; or any file, for its words.
 */
export type Order = {
  bytes: Uint8Array;
  fileName: string;
  kind?: SourceKind;
  isContribution?: true;
  isOfTables?: true;
  letterOn?: string;
  isForWords?: true;
};
export type Proposed = { proposal: Proposal; kind: SourceKind };
export type Said =
  | { done: number; of: number | null }
  | { read: Proposed | { refused: Unreadable } }
  | { contribution: Incoming | { refused: Unreadable } }
  | { tables: Tables | { refused: Unreadable } }
  | { letter: LetterProposal | { refused: Unreadable } }
  | { words: Words }
  | { error: unknown };

/** Nobody sees more often than that how far it is. */
const TELL_MS = 100;

parentPort?.on("message", (order: Order) => void work(order).then((said) => parentPort?.postMessage(said)));

async function work({ bytes, isContribution, isOfTables, letterOn, isForWords, ...options }: Order): Promise<Said> {
  let toldAt = 0;
  const tell = (done: number, of: number | null) => {
    if (Date.now() - toldAt < TELL_MS) return;
    toldAt = Date.now();
    parentPort?.postMessage({ done, of } satisfies Said);
  };
  try {
    if (isContribution) return { contribution: readContribution(bytes, options.fileName) };
    if (isOfTables) return { tables: await readTables(bytes, options.fileName) };
    if (letterOn) return { letter: await readLetter(bytes, options.fileName, letterOn) };
    if (isForWords) return { words: await readWords(bytes, options.fileName) };
    const read = await readSource(bytes, { ...options, newId }, tell);
    return { read: "refused" in read ? read : { proposal: read.proposal, kind: read.kind } };
  } catch (error) {
    return { error };
  }
}
