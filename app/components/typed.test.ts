import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearOldTyped, forgetAllTyped, forgetTyped, keepTyped, typedAt, typedCount } from "./typed";

const kept = new Map<string, string>();
const storage: Storage = {
  get length() {
    return kept.size;
  },
  key: (index) => [...kept.keys()][index] ?? null,
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => void kept.set(name, value),
  removeItem: (name) => void kept.delete(name),
  clear: () => kept.clear(),
};
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

const lars = { person: "lars", place: "svar-1", of: "runde-1" };
const words = { reason: "Tallet mangler", "remark.b1": "Er det 2024?", "remark.b2": "  " };

test("[A18] what was typed is there again for its person, its text and its round, and nobody and nowhere else", () => {
  keepTyped(lars, words);
  expect(typedAt(lars)).toEqual({ reason: "Tallet mangler", "remark.b1": "Er det 2024?" });
  expect(typedAt({ ...lars, of: "runde-2" })).toEqual({});
  expect(typedAt({ ...lars, place: "svar-2" })).toEqual({});
  expect(typedAt({ ...lars, person: "lone" })).toEqual({});
});

test("[A18] it goes when it is sent, when it is rubbed out, when its person signs out, and after a month", () => {
  const others = { ...lars, place: "svar-10" };
  for (const where of [lars, others]) keepTyped(where, words);
  forgetTyped(lars);
  expect([typedAt(lars), typedCount("lars")]).toEqual([{}, 1]);
  keepTyped(others, { reason: "" });
  expect(typedCount("lars")).toBe(0);
  for (const where of [lars, { ...lars, person: "lone" }]) keepTyped(where, words);
  forgetAllTyped("lars");
  expect([typedCount("lars"), typedCount("lone")]).toEqual([0, 1]);
  clearOldTyped(Date.now() + 31 * 24 * 3_600_000);
  expect(typedCount("lone")).toBe(0);
});

test("[A18] what is no note of ours, and a browser that keeps nothing, take nothing with them", () => {
  kept.set("typed:lars|svar-1|runde-1", "{oops");
  expect(typedAt(lars)).toEqual({});
  kept.set("typed:lars|svar-1|runde-1", JSON.stringify({ at: 1, fields: { reason: 7 } }));
  expect(typedAt(lars)).toEqual({});
  vi.stubGlobal("localStorage", undefined);
  keepTyped(lars, words);
  expect([typedAt(lars), typedCount("lars")]).toEqual([{}, 0]);
});
