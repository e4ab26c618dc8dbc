import { expect, test } from "vitest";
import { CLOSE } from "../document-model/wire";
import { lineAfter } from "./connection-state";
import { type ConnectionFacts, phaseOf } from "./phase";

const FINE: ConnectionFacts = {
  line: "open",
  synced: true,
  role: "write",
  why: null,
  server: "ok",
  isLarge: false,
  code: null,
  reason: null,
  hasUnsaved: false,
};

const phase = (facts: Partial<ConnectionFacts>) => phaseOf({ ...FINE, ...facts });

test("[E9] the page says saved only when it is connected, in sync, allowed to write and everything is answered", () => {
  expect(phase({})).toBe("saved");
  expect(phase({ hasUnsaved: true })).toBe("saving");
  expect(phase({ role: "read" })).toBe("read-only");
  expect(phase({ role: "read", hasUnsaved: true })).toBe("read-only");
  expect(phase({ role: "read", hasUnsaved: true, reason: "read-only" })).toBe("left-out");
  expect(phase({ synced: false })).toBe("connecting");
  expect(phase({ synced: false, hasUnsaved: true })).toBe("saving");
  expect(phase({ line: "opening", synced: false })).toBe("connecting");
  expect(phase({ line: "lost", synced: false })).toBe("offline");
  expect(phase({ line: "lost", synced: false, code: 4403 })).toBe("refused");
});

test("[E9] a server that says or shows that it cannot keep up is called slow, and busy when it says not now", () => {
  expect(phase({ server: "degraded", hasUnsaved: true })).toBe("degraded");
  expect(phase({ server: "slow", hasUnsaved: true })).toBe("degraded");
  expect(phase({ line: "busy", synced: false })).toBe("busy");
});

test("[E9] a server that goes away in good order alarms nobody", () => {
  expect(phase({ server: "draining", hasUnsaved: true })).toBe("saving");
  expect(phase({ line: "moving", synced: false })).toBe("saved");
  expect(phase({ line: "moving", synced: false, hasUnsaved: true })).toBe("saving");
});

test("[E9] who finds the room full reads, also while asking again for a place", () => {
  expect(phase({ role: "read", why: "room-full" })).toBe("room-full");
  expect(phase({ role: "read", why: "room-full", synced: false })).toBe("room-full");
  expect(phase({ role: "read", why: "room-full", line: "knocking", synced: false })).toBe("room-full");
});

test("a lost line is called by how it ended", () => {
  expect(lineAfter("open", null)).toBe("lost");
  expect(lineAfter("open", 1006)).toBe("lost");
  expect(lineAfter("open", CLOSE.tryLater)).toBe("busy");
  expect(lineAfter("busy", 1006)).toBe("lost");
  expect(lineAfter("open", CLOSE.drain)).toBe("moving");
  expect(lineAfter("moving", 1006)).toBe("moving");
  expect(lineAfter("lost", CLOSE.drain)).toBe("lost");
  expect(lineAfter("knocking", null)).toBe("knocking");
  expect(lineAfter("knocking", 1006)).toBe("lost");
});
