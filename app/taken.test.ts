import { afterEach, expect, test, vi } from "vitest";
import { isTaken, post, sentenceOf } from "./taken";

afterEach(() => vi.unstubAllGlobals());

test("a refusal is none, whatever status it came with; nor is a page, a status that says no, or a line that is away", async () => {
  expect(await isTakenAs(Response.json({ said: 1 }))).toBe(true);
  expect(await isTakenAs(Response.json(null))).toBe(true);
  expect(await isTakenAs(Response.json({ refusal: { code: "x" } }))).toBe(false);
  expect(await isTakenAs(Response.json({}, { status: 409 }))).toBe(false);
  expect(await isTakenAs(new Response("<html>", { headers: { "content-type": "text/html" } }))).toBe(false);
  expect(await isTakenAs(new TypeError("Failed to fetch"))).toBe(false);
});

test("of a refusal is told its code and its sentences, the field's before the one of all", async () => {
  const said = { all: "Det gik ikke.", fields: { comment: "Skriv noget." } };
  answers(Response.json({ refusal: { code: "invalid", said } }));
  expect(await post("/x", {})).toEqual({ is: "refused", code: "invalid", ...said });
  answers(Response.json({ code: "text-locked" }, { status: 409 }));
  expect(await post("/x", {})).toEqual({ is: "refused", code: "text-locked", all: "", fields: {} });
  expect(sentenceOf({ code: "invalid", ...said })).toBe("Skriv noget.");
  expect(sentenceOf({ code: "invalid", all: said.all, fields: {} })).toBe("Det gik ikke.");
});

test("a field of several values is sent several times", async () => {
  const asked = answers(Response.json({}));
  await post("/x", { command: "accept", suggestion: ["a", "b"] });
  const [, { body }] = asked.mock.calls[0] ?? [];
  expect([...body].map(([name, value]: [string, string]) => `${name}=${value}`)).toEqual([
    "command=accept",
    "suggestion=a",
    "suggestion=b",
  ]);
});

function isTakenAs(answer: Response | Error): Promise<boolean> {
  answers(answer);
  return isTaken("/x", { answer: "no-remarks" });
}

function answers(answer: Response | Error) {
  const asked = vi.fn();
  vi.stubGlobal("fetch", async (...request: unknown[]) => {
    asked(...request);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return asked;
}
