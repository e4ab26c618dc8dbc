import { expect, test } from "vitest";
import { phaseOf } from "./phase";
import { Saving } from "./saving";

test("[I2] changes are saved when a mark sent after them is answered, not by an earlier one", () => {
  const saving = new Saving();
  expect(saving.hasUnsaved).toBe(false);
  saving.changed();
  const first = saving.nextMark();
  saving.changed();
  const second = saving.nextMark();
  expect(saving.nextMark()).toBeNull();
  saving.answered(first ?? 0);
  expect(saving.hasUnsaved).toBe(true);
  saving.answered(second ?? 0);
  expect(saving.hasUnsaved).toBe(false);
});

test("[I2] what was marked on a lost socket is marked again, and a late answer to the old mark counts for nothing", () => {
  const saving = new Saving();
  saving.changed();
  const old = saving.nextMark() ?? 0;
  saving.disconnected();
  saving.answered(old);
  expect(saving.hasUnsaved).toBe(true);
  const again = saving.nextMark();
  expect(again).toBeGreaterThan(old);
  saving.answered(again ?? 0);
  expect(saving.hasUnsaved).toBe(false);
});

test("the page says saved only when it is connected, in sync, allowed to write and everything is answered", () => {
  const fine = {
    isConnected: true,
    hasFailed: false,
    synced: true,
    role: "write" as const,
    isDegraded: false,
    code: null,
    reason: null,
    hasUnsaved: false,
  };
  expect(phaseOf(fine)).toBe("saved");
  expect(phaseOf({ ...fine, hasUnsaved: true })).toBe("saving");
  expect(phaseOf({ ...fine, isDegraded: true, hasUnsaved: true })).toBe("degraded");
  expect(phaseOf({ ...fine, role: "read" })).toBe("read-only");
  expect(phaseOf({ ...fine, role: "read", hasUnsaved: true })).toBe("read-only");
  expect(phaseOf({ ...fine, role: "read", hasUnsaved: true, reason: "read-only" })).toBe("left-out");
  expect(phaseOf({ ...fine, synced: false })).toBe("connecting");
  expect(phaseOf({ ...fine, synced: false, hasUnsaved: true })).toBe("saving");
  expect(phaseOf({ ...fine, isConnected: false })).toBe("connecting");
  expect(phaseOf({ ...fine, isConnected: false, hasFailed: true })).toBe("offline");
  expect(phaseOf({ ...fine, isConnected: false, hasFailed: true, code: 4403 })).toBe("refused");
});
