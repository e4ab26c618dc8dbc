import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../tests/world/folder";
import { docxOf } from "../docx/write";
import { htmlOf } from "../html/write";
import { letterOf } from "../letter/letter";
import { sampleDocument, sampleFacts } from "../letter/sample";
import { createWorkshop, type Workshop, type WorkshopOptions } from ".";

const opened: Workshop[] = [];
const opens = (options: Partial<WorkshopOptions> = {}) => {
  const workshop = createWorkshop(options);
  opened.push(workshop);
  return workshop;
};
afterAll(async () => void (await Promise.all(opened.map((workshop) => workshop.stop()))));

const usual = opens();
const order = (kind: "docx" | "html" | "pdf", text = sampleDocument) =>
  ({ make: "draft", kind, text, facts: sampleFacts }) as const;

/** A thread that does as told in place of making files: `told` is the body of what hears an order. */
function thread(told: string) {
  const folder = temporaryFolder();
  const script = join(folder, "thread.mjs");
  const flag = JSON.stringify(join(folder, "begun-before"));
  writeFileSync(
    script,
    `import { parentPort } from "node:worker_threads"; import { existsSync, writeFileSync } from "node:fs";
    const isFirst = !existsSync(${flag}); writeFileSync(${flag}, "");
    const answer = () => parentPort.postMessage({ bytes: new Uint8Array([1]) });
    parentPort.on("message", (order) => { ${told} });`,
  );
  return { script: { url: pathToFileURL(script) } };
}

describe("[X19] files are made in a thread of their own", () => {
  test("[X1] which gives the bytes that this one would", async () => {
    const letter = letterOf(sampleDocument, sampleFacts);
    expect(Buffer.from(await usual.make(order("docx"))).equals(await docxOf(letter))).toBe(true);
    expect(Buffer.from(await usual.make(order("html"))).equals(htmlOf(letter))).toBe(true);
  });

  test("what is refused there is refused here, with its place", async () => {
    const [first] = sampleDocument.blocks;
    if (first?.type !== "block") throw new Error("Expected the sample to begin with a block.");
    const text = { ...sampleDocument, blocks: [{ ...first, content: [{ text: "Tak 🎉" }] }] };
    await expect(usual.make(order("pdf", text))).rejects.toMatchObject({
      name: "Refusal",
      kind: "invalid",
      code: "missing-glyph",
      fields: { [first.id]: "missing-glyph" },
    });
  });

  test("one that breaks down is begun anew and asked once more: nobody notices", async () => {
    const workshop = opens(thread("isFirst ? process.exit(7) : answer()"));
    expect(await Promise.all([1, 2, 3].map(() => workshop.make(order("html"))))).toHaveLength(3);
  });

  test("what breaks it twice is a fault of that one file, and the next is made", async () => {
    const workshop = opens(thread("order.kind === 'pdf' ? process.exit(7) : answer()"));
    const asked = await Promise.allSettled([workshop.make(order("pdf")), workshop.make(order("html"))]);
    expect(asked).toMatchObject([
      { reason: { message: expect.stringContaining("ended with 7") } },
      { status: "fulfilled" },
    ]);
  });

  test("what takes too long is refused, and is not tried again", async () => {
    const workshop = opens({ limitMs: 1, ...thread("") });
    const asked = await Promise.allSettled([workshop.make(order("html")), workshop.make(order("html"))]);
    const refused = { reason: { kind: "conflict", code: "file-took-too-long" } };
    expect(asked).toMatchObject([refused, refused]);
  });

  test("when too many wait, whoever comes then is told to come back", async () => {
    const workshop = opens({ mostWaiting: 2, ...thread("setTimeout(answer, 20)") });
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => workshop.make(order("html"))));
    expect(asked.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    expect(asked[3]).toMatchObject({ reason: { kind: "conflict", code: "too-many-files" } });
    expect(await workshop.make(order("html"))).toHaveLength(1);
  });

  test("that is stopped begins no other", async () => {
    const workshop = opens(thread(""));
    const asked = workshop.make(order("html"));
    const seen = expect(asked).rejects.toThrow("Expected an answer");
    await new Promise((resolve) => setImmediate(resolve));
    await workshop.stop();
    await seen;
  });
});
