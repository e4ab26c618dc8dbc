import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { Claim } from "../claim";
import type { ConnectionState } from "../connection";
import { Saving } from "../saving";
import type { Session } from "../session";
import { Keeper } from "./keeper";
import type { Piece } from "./vault";

const claim: Claim = { clientID: 4_000_000_000, nonce: "n", epoch: 1 };

/** A page whose line is as the test says, and a machine that remembers what it was given. */
function page() {
  const doc = new Y.Doc();
  const saving = new Saving();
  let phase: ConnectionState["phase"] = "offline";
  const listeners = new Set<() => void>();
  doc.on("update", (update: Uint8Array) => saving.changed(update));
  const connection = {
    unsaved: () => ({ claim, changes: saving.unsaved }),
    state: {
      get: () => ({ phase }),
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  const kept = new Map<number, Uint8Array>();
  const machine = {
    isFull: false,
    keep: async (_documentId: string, { chunk, update }: Piece) => {
      if (machine.isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(chunk, update);
    },
    forget: async () => kept.clear(),
  };
  const session = { doc, connection } as unknown as Session;
  const keeper = new Keeper({
    vault: machine,
    session,
    documentId: "d",
    where: () => ({ path: "/svar/r", title: "t" }),
    hold: async () => () => {},
  });
  const type = (text: string) => doc.getText("t").insert(doc.getText("t").length, text);
  const save = () => {
    saving.answered(saving.nextMark(0) ?? 0);
    phase = "saved";
    for (const listener of listeners) listener();
  };
  const read = () => {
    const copy = new Y.Doc();
    for (const chunk of kept.values()) Y.applyUpdate(copy, chunk);
    return copy.getText("t").toString();
  };
  return { keeper, machine, kept, type, save, read, online: () => (phase = "saving") };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("[E30] what is typed without a line is on the machine within a second, and is said to be there only then", async () => {
  const { keeper, type, read } = page();
  type("Uden linje");
  expect(keeper.get()).toBe("keeping");
  await vi.advanceTimersByTimeAsync(500);
  expect(keeper.get()).toBe("kept");
  expect(read()).toBe("Uden linje");
  type(" og mere");
  expect(keeper.get()).toBe("keeping");
  expect(keeper.isSafe).toBe(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(read()).toBe("Uden linje og mere");
  expect(keeper.isSafe).toBe(true);
});

test("[E30] saved, it is forgotten; on a line that works nothing is kept in the first place", async () => {
  const { type, kept, save, online, read } = page();
  type("Uden linje");
  await vi.advanceTimersByTimeAsync(500);
  save();
  await vi.advanceTimersByTimeAsync(500);
  expect(kept.size).toBe(0);
  online();
  type(" med linje");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(kept.size).toBe(0);
  // The line works, but nobody says that it is saved.
  await vi.advanceTimersByTimeAsync(2_000);
  expect(kept.size).toBe(1);
  expect(read()).toBe("");
});

test("[E30] a long text is kept in pieces, so that a stroke writes little", async () => {
  const { type, kept, read } = page();
  for (let turn = 0; turn < 5; turn++) {
    type("x".repeat(30_000));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(kept.size).toBe(3);
  expect(read()).toHaveLength(150_000);
});

test("[E30] a machine without room is said to have none, and everything is kept once there is", async () => {
  const { keeper, machine, type, read } = page();
  machine.isFull = true;
  type("Et");
  await vi.advanceTimersByTimeAsync(500);
  expect(keeper.get()).toBe("unable");
  expect(keeper.isSafe).toBe(false);
  machine.isFull = false;
  type(" to");
  await vi.advanceTimersByTimeAsync(500);
  expect(keeper.get()).toBe("kept");
  expect(read()).toBe("Et to");
});
