import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { createLog, withoutValues } from "./log";

test("what people wrote is in no log line: a failed query is told without its values", () => {
  const cause = Object.assign(new Error("connection lost"), { code: "ECONNRESET", detail: "(Ida, 010190-1234)" });
  const told = withoutValues(new DrizzleQueryError("insert into paragraph values ($1)", ["Vi støtter Ida"], cause));
  const line = JSON.stringify(told, Object.getOwnPropertyNames(told)) + String((told as Error).cause);
  expect(line).not.toMatch(/Ida/);
  expect((told as Error).message).toBe("Failed query: insert into paragraph values ($1)");
  expect((told as Error).stack).toMatch(/log\.test\.ts/);
  expect((told as Error).cause).toMatchObject({ message: "connection lost", code: "ECONNRESET" });
  expect(JSON.stringify((told as Error).cause)).not.toMatch(/Ida/);
});

test("[H46] the secret address of a calendar is in no log line, neither as a path nor in what an error says", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I";
  const cause = new Error(`GET "/kalender/${secret}.ics?x=1" failed`);
  const error = new TypeError(`Cannot answer http://h/kalender/${secret}.ics`, { cause });
  log.error({ err: error, path: `/kalender/${secret}.ics` }, "a request failed");
  log.error({ err: error, path: "/hoeringer" }, "a request failed");
  expect(lines.join("")).not.toContain(secret);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ path: "/kalender/…", msg: "a request failed" });
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({ path: "/hoeringer" });
});

test("an error of ours is told as it is", () => {
  const told = withoutValues(new TypeError("Cannot read it"));
  expect(told).toMatchObject({ name: "TypeError", message: "Cannot read it" });
  expect(withoutValues("only words")).toBe("only words");
});
