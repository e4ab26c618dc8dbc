import { expect, test } from "vitest";
import { clausesIn } from "../../tests/world/clauses";
import { createAlignments } from "./alignments";
import { align } from "./rules";
import type { Alignment } from "./shapes";

const NOTHING: Alignment = { rows: [], added: [] };
const order = (text: string) => ({
  before: clausesIn("old", `clause|1||${text}`),
  after: clausesIn("new", "clause|1||"),
});

test("[C21] a thread aligns as the rules do, and the house goes on meanwhile", async () => {
  const many = Array.from({ length: 150 }, (_, at) => `clause|${at}||Kommunen aftaler punkt ${at} med regionen.`);
  const long = { before: clausesIn("old", many.join("\n")), after: clausesIn("new", many.toReversed().join("\n")) };
  let turns = 0;
  const turn = setInterval(() => {
    turns += 1;
  }, 1);
  const aligned = await createAlignments().of(long);
  clearInterval(turn);
  expect(aligned).toEqual(align(long.before, long.after));
  expect(turns).toBeGreaterThan(1);
});

test("[C21] who asks for what is being worked out waits for that, and who asks later has it at once", async () => {
  const worked: string[] = [];
  let done = (_: Alignment) => {};
  const alignments = createAlignments((asked) => {
    worked.push(asked.before[0]?.text ?? "");
    return new Promise((resolve) => {
      done = resolve;
    });
  });
  const both = Promise.all([alignments.of(order("a")), alignments.of(order("a"))]);
  done(NOTHING);
  expect(await both).toEqual([NOTHING, NOTHING]);
  expect(await alignments.of(order("a"))).toBe(NOTHING);
  expect(worked).toEqual(["a"]);
});

test("[C21] a clause that was corrected is aligned anew", async () => {
  const worked: string[] = [];
  const alignments = createAlignments(async (asked) => {
    worked.push(asked.before[0]?.text ?? "");
    return NOTHING;
  });
  await alignments.of(order("Der varsles."));
  await alignments.of(order("Der varsles i tide."));
  expect(worked).toEqual(["Der varsles.", "Der varsles i tide."]);
});

test("[C21] what failed is tried again, and of what was done only the last few are kept", async () => {
  let times = 0;
  const alignments = createAlignments(async () => {
    times += 1;
    if (times === 1) throw new Error("The thread ended.");
    return NOTHING;
  });
  await expect(alignments.of(order("0"))).rejects.toThrow("ended");
  for (const text of "0123456789") await alignments.of(order(text));
  expect(times).toBe(11);
  await alignments.of(order("9"));
  expect(times).toBe(11);
  await alignments.of(order("0"));
  expect(times).toBe(12);
});
