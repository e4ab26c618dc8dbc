import { expect, test } from "vitest";
import { isLostConnection } from "./faults";

test("[I8] only what postgres.js throws over a dead connection leaves the process standing", () => {
  const lost = new TypeError("Cannot read properties of null (reading 'write')");
  lost.stack = `${lost}\n    at Immediate.nextWrite (file:///srv/samsvar/node_modules/postgres/src/connection.js:258:22)`;
  expect(isLostConnection(lost)).toBe(true);

  const ours = new TypeError("Cannot read properties of null (reading 'write')");
  ours.stack = `${ours}\n    at write (file:///srv/samsvar/build/app.mjs:10:1)`;
  expect(isLostConnection(ours)).toBe(false);
  expect(isLostConnection(new Error("out of memory"))).toBe(false);
});
