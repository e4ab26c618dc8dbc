import { expect, test } from "vitest";
import { Saving } from "./saving";

test("[I2] changes are saved when a mark sent after them is answered, not by an earlier one", () => {
  const saving = new Saving();
  expect(saving.hasUnsaved).toBe(false);
  saving.changed(new Uint8Array());
  const first = saving.nextMark(0);
  saving.changed(new Uint8Array());
  const second = saving.nextMark(0);
  expect(saving.nextMark(0)).toBeNull();
  saving.answered(first ?? 0);
  expect(saving.hasUnsaved).toBe(true);
  saving.answered(second ?? 0);
  expect(saving.hasUnsaved).toBe(false);
});

test("[I2] what was marked on a lost socket is marked again, and a late answer to the old mark counts for nothing", () => {
  const saving = new Saving();
  saving.changed(new Uint8Array());
  const old = saving.nextMark(0) ?? 0;
  saving.disconnected();
  saving.answered(old);
  expect(saving.hasUnsaved).toBe(true);
  const again = saving.nextMark(0);
  expect(again).toBeGreaterThan(old);
  saving.answered(again ?? 0);
  expect(saving.hasUnsaved).toBe(false);
});

test("[E10] the clock up to which all is saved is the one at the answered mark, and never goes back", () => {
  const saving = new Saving();
  saving.changed(new Uint8Array());
  const first = saving.nextMark(7) ?? 0;
  saving.changed(new Uint8Array());
  const second = saving.nextMark(12) ?? 0;
  expect(saving.savedClock).toBe(0);
  saving.answered(first);
  expect(saving.savedClock).toBe(7);
  expect(saving.isWaiting).toBe(true);
  saving.answered(second);
  expect(saving.savedClock).toBe(12);
  expect(saving.isWaiting).toBe(false);
  saving.answered(first);
  expect(saving.savedClock).toBe(12);
});
