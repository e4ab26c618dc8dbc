/** A thread of its own: a long text is a second's work without a pause, and the pages of others are not to wait for it. [X19] */
import { parentPort } from "node:worker_threads";
import { type FieldCodes, Refusal, type RefusalKind } from "../../errors";
import { Overdue } from "../../thread";
import { createPress } from "../pdf/press";
import { bytesOf } from "./make";
import type { Order } from "./orders";

/** A refusal as it can be told to another thread: one that is no class of its own there. */
export type Refused = { kind: RefusalKind; code: string; fields: FieldCodes };
export type Said = { bytes: Uint8Array } | { refused: Refused } | { isOverdue: true } | { error: unknown };

const press = createPress();

parentPort?.on("message", (order: Order) => void work(order).then(say));

async function work(order: Order): Promise<Said> {
  try {
    return { bytes: await bytesOf(press, order) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { kind: error.kind, code: error.code, fields: error.fields } };
    return error instanceof Overdue ? { isOverdue: true } : { error };
  }
}

/** The bytes are handed over and not copied, but for what is a part of a larger piece that others write in. */
function say(said: Said): void {
  const { buffer, byteLength } = "bytes" in said ? said.bytes : new Uint8Array();
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  parentPort?.postMessage(said, isWhole ? [buffer] : []);
}
