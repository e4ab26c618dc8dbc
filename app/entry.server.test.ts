import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { createLog } from "../server/log";
import { handleError } from "./entry.server";

const SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I";

test("[H46] a fault behind a calendar's address is logged without the address", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const request = new Request(`http://samsvar.example/kalender/${SECRET}.ics`);
  const args = { request, params: { file: `${SECRET}.ics` }, context: { log } as AppLoadContext };
  handleError(new Error(`no calendar at /kalender/${SECRET}.ics`), args as LoaderFunctionArgs);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(SECRET);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ path: "/kalender/…", msg: "a request failed" });
});
